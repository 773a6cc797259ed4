// The before → after texts of test/fixtures/fixes, with a key in the place of `{{secret}}`.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.mjs';
import type { FixPlan, TextEdit } from '../../src/engine/fixes/plan.ts';
import { type EnvironmentFixRequest, planEnvironmentFix } from '../../src/engine/fixes/plan-environment-fix.ts';
import { seededRandom } from './seeded-random.ts';

export const fixVariable = 'SERVICE_KEY';

/** Letters and digits only: it means the same in every kind of string. */
export const fixSecret = makeSecret();

const folder = path.join(projectRoot, 'test', 'fixtures', 'fixes');

export interface FixFixture {
  readonly language: string;
  /** `bearer-prefix`; begins with `plain` where the plain style is asked for. */
  readonly name: string;
  /** Name of the file the text would be in. */
  readonly file: string;
  readonly before: string;
  readonly expected: { readonly kind: 'after'; readonly text: string } | { readonly kind: 'withheld'; readonly reason: string };
}

export function fixFixtures(): readonly FixFixture[] {
  return readdirSync(folder).flatMap(language => {
    const files = readdirSync(path.join(folder, language));
    return files.flatMap(file => {
      if (file.endsWith('.withheld.txt')) return [withheldFixture(language, file)];
      return file.includes('.before.') ? [changedFixture(language, file)] : [];
    });
  });
}

export function planFixture({ language, name, file, before }: FixFixture): FixPlan {
  const start = before.indexOf(fixSecret);
  const request: EnvironmentFixRequest = {
    source: { uri: `file:///project/src/${file}`, languageId: language === 'formats' ? '' : language, text: before },
    findings: [{ span: { start, end: start + fixSecret.length } }],
    variable: fixVariable,
    style: /^plain/i.test(name) ? 'plain' : 'required',
    everyPlace: true,
  };
  return planEnvironmentFix(request);
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits].reverse().reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}

function changedFixture(language: string, file: string): FixFixture {
  const [name = '', extension = ''] = file.split('.before.');
  const after = read(language, `${name}.after.${extension}`);
  return { language, name, file: `${name}.${extension}`, before: read(language, file), expected: { kind: 'after', text: after } };
}

/** The last line, after `=> `, is the reason. */
function withheldFixture(language: string, file: string): FixFixture {
  const [, before = '', reason = ''] = /^([\s\S]*\n)=> (.*)\n$/.exec(read(language, file)) ?? [];
  const name = file.replace(/\.withheld\.txt$/, '');
  return { language, name, file: name, before, expected: { kind: 'withheld', reason } };
}

function read(language: string, file: string): string {
  return readFileSync(path.join(folder, language, file), 'utf8').replaceAll('{{secret}}', fixSecret);
}

function makeSecret(): string {
  const random = seededRandom('fix', 1);
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  return Array.from({ length: 28 }, () => random.pick([...letters])).join('');
}
