// The before → after texts of test/fixtures/fixes, with a key in the place of `{{secret}}`.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/project-root.mjs';
import type { FixRequest, FixWay } from '../../src/engine/fixes/fix-way.ts';
import type { ManagerTarget } from '../../src/engine/fixes/manager/manager-target.ts';
import type { FixPlan, TextEdit } from '../../src/engine/fixes/plan.ts';
import { planFix } from '../../src/engine/fixes/plan-fix.ts';
import { planVerifiedFix } from '../../src/engine/fixes/plan-verified-fix.ts';
import { languages } from '../../src/engine/languages/catalogue.ts';
import type { SecretAddress } from '../../src/engine/managers/secret-address.ts';
import { defaultGateway } from '../../src/engine/settings/gateway.ts';
import type { LookupStyle } from '../../src/engine/settings/settings.ts';
import { projectWith } from './project-with.ts';
import { seededRandom } from './seeded-random.ts';
import { testParsers } from './syntax-parsers.ts';

export const fixVariable = 'SERVICE_KEY';

/** Letters and digits only: it means the same in every kind of string. */
export const fixSecret = makeSecret();

const folder = path.join(projectRoot, 'test', 'fixtures', 'fixes');

/** Where in the code a literal stands: the columns of docs/fixes.md. */
export const fixPositions = [
  'value',
  'prefix',
  'template',
  'concatenation',
  'header',
  'url',
  'default-argument',
  'constant',
  'annotation',
  'case-label',
  'nested-call',
  'multi-line',
  'key',
  'type',
  'comment',
  'import',
  'other',
] as const;

export type FixPosition = (typeof fixPositions)[number];

/** A line of the folder's `index.json`. */
interface IndexEntry {
  readonly position: FixPosition;
  /** Of the file in its project, where the folder or the name decides what it is: `.github/workflows/ci.yml`. */
  readonly path?: string;
  readonly languageId?: string;
  readonly style?: LookupStyle;
  /** What only a syntax tree can tell. */
  readonly only?: 'tree';
  /** What the project is: the packages it needs, and the files in its folder. */
  readonly packages?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** Another way than the plain lookup. */
  readonly way?: FixWay;
  /** What a secret manager is asked for. */
  readonly manager?: ManagerEntry;
}

interface ManagerEntry {
  readonly address: SecretAddress;
  /** What is there in the project. */
  readonly paths?: readonly string[];
  /** Helpers of earlier fixes, by path. */
  readonly helpers?: Readonly<Record<string, string>>;
  /** The roots of crates, by path: what they are before a fix. */
  readonly roots?: Readonly<Record<string, string>>;
  /** The same after it, those that it changes. */
  readonly declares?: Readonly<Record<string, string>>;
  /** The helper that the fix makes. */
  readonly makes?: string;
  /** What the user is told to run. */
  readonly command?: string;
}

export interface FixFixture {
  /** Name of the folder: a language's or a format's id. */
  readonly language: string;
  /** `bearer-prefix`; begins with `plain` where the plain style is asked for. */
  readonly name: string;
  /** Name of the file the text would be in. */
  readonly file: string;
  readonly before: string;
  readonly entry: IndexEntry | undefined;
  readonly expected: { readonly kind: 'after'; readonly text: string } | { readonly kind: 'withheld'; readonly reason: string };
}

export function fixFixtures(): readonly FixFixture[] {
  return readdirSync(folder).flatMap(language => {
    const index = readIndex(language);
    return readdirSync(path.join(folder, language)).flatMap(file => {
      const fixture = readFixture(language, file);
      return fixture === undefined ? [] : [{ ...fixture, entry: index[fixture.name] }];
    });
  });
}

/** As it is planned without a syntax tree. */
export function planFixture(fixture: FixFixture): FixPlan {
  return planFix(requestOf(fixture));
}

/** As it is planned in the editor. */
export function planFixtureVerified(fixture: FixFixture): Promise<FixPlan> {
  return planVerifiedFix(requestOf(fixture), planFix, testParsers);
}

function requestOf({ language, name, file, before, entry }: FixFixture): FixRequest {
  const start = before.indexOf(fixSecret);
  const languageId = entry?.languageId ?? (languageIds.has(language) ? language : '');
  return {
    source: { uri: `file:///project/${entry?.path ?? `src/${file}`}`, languageId, text: before },
    findings: [{ span: { start, end: start + fixSecret.length } }],
    variable: fixVariable,
    style: entry?.style ?? (/^plain/i.test(name) ? 'plain' : 'required'),
    everyPlace: true,
    ...(entry?.way && { way: entry.way, gateway: defaultGateway }),
    ...(entry?.manager && { manager: managerTarget(entry.manager) }),
    ...(entry?.packages && { project: projectWith(entry.packages, entry.files) }),
  };
}

function managerTarget({ address, paths = [], helpers = {}, roots = {} }: ManagerEntry): ManagerTarget {
  const filesIn = (texts: Readonly<Record<string, string>>) => Object.entries(texts).map(([file, text]) => ({ path: file, text }));
  return { address, folder: 'file:///project', paths, helpers: filesIn(helpers), roots: filesIn(roots) };
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits].reverse().reduce((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end), text);
}

const languageIds = new Set(languages.flatMap(language => language.languageIds));

function readIndex(language: string): Readonly<Record<string, IndexEntry | undefined>> {
  const file = path.join(folder, language, 'index.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

type FixtureText = Omit<FixFixture, 'entry'>;

function readFixture(language: string, file: string): FixtureText | undefined {
  if (file.endsWith('.withheld.txt')) return withheldFixture(language, file);
  return file.includes('.before.') ? changedFixture(language, file) : undefined;
}

function changedFixture(language: string, file: string): FixtureText {
  const [name = '', extension = ''] = file.split('.before.');
  const after = read(language, `${name}.after.${extension}`);
  return { language, name, file: `${name}.${extension}`, before: read(language, file), expected: { kind: 'after', text: after } };
}

/** The last line, after `=> `, is the reason. */
function withheldFixture(language: string, file: string): FixtureText {
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
