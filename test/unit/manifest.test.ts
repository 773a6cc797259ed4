// package.json, its texts and the code say the same, both ways.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleFile, sentences } from '../../scripts/l10n.mjs';
import { projectRoot } from '../../scripts/project-root.mjs';
import { commands, contextKeys, linkCommands, settingsSection, views } from '../../src/editor/ids.ts';
import { policyFileName } from '../../src/engine/settings/policy.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly when?: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when?: string }[];
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
  };
  readonly icon: string;
}

interface Setting {
  readonly default: unknown;
  readonly scope?: string;
  readonly markdownDescription?: string;
}

const readText = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const manifest: Manifest = JSON.parse(readText('package.json'));
const texts: Readonly<Record<string, string>> = JSON.parse(readText('package.nls.json'));
const { contributes } = manifest;

describe('manifest', () => {
  it('contributes exactly the commands of ids.ts', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.values(commands).sort());
  });

  it('leaves commands that need arguments out', () => {
    const contributed = new Set(contributes.commands.map(({ command }) => command));
    for (const command of Object.values(linkCommands)) assert.ok(!contributed.has(command), command);
  });

  it('has a handler for every command', () => {
    const source = editorSource();
    for (const name of Object.keys(commands)) assert.match(source, new RegExp(`registerCommand\\(commands\\.${name}\\b`), name);
    for (const name of Object.keys(linkCommands)) assert.match(source, new RegExp(`registerCommand\\(linkCommands\\.${name}\\b`), name);
  });

  it('contributes exactly the container and views of ids.ts', () => {
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      [views.container],
    );
    assert.deepEqual(Object.keys(contributes.views), [views.container]);
    assert.deepEqual(
      contributes.views[views.container]?.map(({ id }) => id),
      [views.keys, views.keyDetails],
    );
    for (const { view } of contributes.viewsWelcome) assert.ok(view === views.keys || view === views.keyDetails, view);
  });

  it('names only known commands and submenus in menus and welcome texts', () => {
    const submenus = new Set(contributes.submenus.map(({ id }) => id));
    const known = new Set<string>(Object.values(commands));
    for (const { command, submenu } of Object.values(contributes.menus).flat()) {
      if (command !== undefined) assert.ok(known.has(command), command);
      if (submenu !== undefined) assert.ok(submenus.has(submenu), submenu);
    }
    const links = [...JSON.stringify(texts).matchAll(/command:(keyHygiene\.\w+)/g)].map(([, command]) => command ?? '');
    assert.notEqual(links.length, 0);
    for (const command of links) assert.ok(known.has(command), command);
  });

  it('uses exactly the context keys of ids.ts in when clauses', () => {
    const clauses = [...Object.values(contributes.menus).flat(), ...contributes.viewsWelcome, ...Object.values(contributes.views).flat()]
      .map(({ when = '' }) => when)
      .join(' ');
    const used = new Set(
      [...clauses.matchAll(/keyHygiene\.\w+/g)].map(([key]) => key).filter(key => key !== views.keys && key !== views.keyDetails),
    );
    assert.deepEqual([...used].sort(), Object.values(contextKeys).sort());
  });

  it('describes exactly the settings that the engine knows, with the same defaults', () => {
    const { policy: _, ...defaults } = defaultSettings;
    const expected = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [`${settingsSection}.${name}`, value]));
    const actual = Object.fromEntries(
      Object.entries(contributes.configuration.properties).map(([name, setting]) => [name, setting.default]),
    );
    assert.deepEqual(actual, expected);
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      assert.ok(setting.markdownDescription, name);
      assert.ok(setting.scope, name);
    }
  });

  it('restricts every setting by which a repository could hide a finding or choose a path', () => {
    const harmless = new Set([`${settingsSection}.lookupStyle`, `${settingsSection}.codeLens`]);
    const expected = Object.keys(contributes.configuration.properties).filter(name => !harmless.has(name));
    assert.deepEqual([...manifest.capabilities.untrustedWorkspaces.restrictedConfigurations].sort(), expected.sort());
  });

  it('validates the policy file by a schema that exists', () => {
    const [validation] = contributes.jsonValidation;
    assert.equal(validation?.fileMatch, policyFileName);
    assert.doesNotThrow(() => JSON.parse(readText(validation?.url ?? '')));
  });

  it('shows icons that exist', () => {
    for (const icon of [manifest.icon, ...contributes.viewsContainers.activitybar.map(({ icon }) => icon)])
      assert.ok(readText(icon).length > 0);
  });

  it('has a text for every placeholder, and no other', () => {
    const used = [...new Set([...readText('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? ''))];
    assert.deepEqual(Object.keys(texts).sort(), used.sort());
  });

  it('has every sentence of the code in the bundle for translators (npm run l10n)', () => {
    const bundle: Record<string, string> = JSON.parse(readFileSync(bundleFile, 'utf8'));
    assert.deepEqual(Object.keys(bundle).sort(), sentences());
    for (const [english, text] of Object.entries(bundle)) assert.equal(text, english);
  });
});

function editorSource(): string {
  const folder = path.join(projectRoot, 'src', 'editor');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}
