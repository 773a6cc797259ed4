// What the manifest and the signs owe to people who use a keyboard or a screen reader, or see no colours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.mjs';
import { gradeIcons, severityIcons, usageIcons } from '../../src/editor/views/signs.ts';

interface MenuEntry {
  readonly command?: string;
  readonly when?: string;
  readonly group?: string;
}

const { contributes } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly icon?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac?: string; readonly when?: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string; readonly icon?: string }[]>>;
  };
};
const entries = contributes.menus['view/item/context'] ?? [];
const inline = entries.filter(({ group }) => group?.startsWith('inline'));

/** What rows are, as `contextOf` and its kin say. */
const rows = ['key', 'usage'].flatMap(kind =>
  ['', ' movable'].flatMap(movable =>
    ['', ' named'].flatMap(named =>
      ['', ' flagged'].flatMap(flagged => ['', ' defined'].map(defined => kind + movable + named + flagged + defined)),
    ),
  ),
);
const others = ['problem', 'problem repairable', 'detail', 'detail movable', 'detail repairable'];

describe('accessibility', () => {
  for (const { command, when } of inline) {
    it(`offers ${command} in the menu of every row that has it as a button`, () => {
      const [view] = /view == [\w.]+/.exec(when ?? '') ?? assert.fail(when);
      const inMenu = entries.filter(entry => entry.command === command && !entry.group?.startsWith('inline') && entry.when?.includes(view));
      for (const row of [...rows, ...others].filter(context => holds(when, context))) {
        assert.ok(
          inMenu.some(entry => holds(entry.when, row)),
          `a row “${row}” has the button only`,
        );
      }
    });
  }

  it('gives every button a sign and a title, and no button goes unused', () => {
    for (const { command, when } of inline) {
      const told = contributes.commands.find(each => each.command === command);
      assert.match(told?.icon ?? '', /^\$\([\w-]+\)$/, command);
      assert.ok(told?.title);
      assert.ok(
        [...rows, ...others].some(context => holds(when, context)),
        `no row has ${command}`,
      );
    }
  });

  it('has every command of a row in the palette, too, where it works on what is selected', () => {
    const palette = new Map((contributes.menus['commandPalette'] ?? []).map(({ command, when }) => [command, when]));
    for (const command of new Set(entries.map(entry => entry.command))) assert.notEqual(palette.get(command), 'false', command);
  });

  it('binds keys only where a view of ours has the focus, and to known commands', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    for (const { command, when } of contributes.keybindings) {
      assert.ok(known.has(command), command);
      assert.match(when ?? '', /focusedView == keyHygiene\.\w+ && listFocus && !inputFocus/, command);
    }
  });

  it('has a name and a sign for every view', () => {
    for (const view of Object.values(contributes.views).flat()) assert.ok(view.name && view.icon, view.id);
  });

  it('draws each grade, kind of usage and severity in a shape of its own', () => {
    for (const icons of [gradeIcons, usageIcons, severityIcons]) {
      const shapes = Object.values(icons);
      assert.equal(new Set(shapes).size, shapes.length, shapes.join(' '));
    }
  });
});

/** Of the clauses that the manifest has: `viewItem == 'x'` and `viewItem =~ /x/`. */
function holds(when = '', viewItem: string): boolean {
  const [, exact] = /viewItem == '([^']+)'/.exec(when) ?? [];
  const [, pattern] = /viewItem =~ \/(.+?)\/(?: |$)/.exec(when) ?? [];
  assert.ok(exact !== undefined || pattern !== undefined, when);
  return exact === undefined ? new RegExp(pattern ?? '').test(viewItem) : exact === viewItem;
}
