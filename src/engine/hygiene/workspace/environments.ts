// Which environment a file is for, told by its name (`.env.production`, `values-staging.yaml`) or by a folder (`deploy/staging/.env`).

/** How much harm a lost key of it does: `live` serves people, `trial` is where releases are tried, `development` is for developers. */
type Stage = 'live' | 'trial' | 'development';

export interface NamedEnvironment {
  /** In lower case, in full: two names are two environments. */
  readonly name: string;
  readonly stage: Stage;
}

const stages: readonly (readonly [RegExp, Stage])[] = [
  [/^(?:production|live)$/, 'live'],
  [/^(?:staging|preview|preprod|uat|qa|sandbox|demo|canary)$/, 'trial'],
  [/^(?:development|local|test|ci|e2e)$/, 'development'],
];

const longNames: ReadonlyMap<string, string> = new Map([
  ['prod', 'production'],
  ['stage', 'staging'],
  ['stg', 'staging'],
  ['dev', 'development'],
  ['develop', 'development'],
  ['tests', 'test'],
  ['testing', 'test'],
]);

/** `path`: from the workspace folder on, since what lies around it says nothing. With forward slashes. */
export function environmentOf(path: string): NamedEnvironment | undefined {
  const parts = path.toLowerCase().split('/');
  const file = parts.pop() ?? '';
  const isRows = /^\.env(?:\.|$)|\.env$/.test(file);
  // `.env.local` is whatever runs here; `.env.production.local` is production.
  const base = isRows ? file.replace(/\.env$|\.local$/g, '') : file.replace(/\.\w+$/, '');
  const last = base.split(/[._-]/).at(-1) ?? '';
  const folders = parts.slice(-2).toReversed();
  return [last, ...folders].map(namedEnvironment).find(found => found !== undefined);
}

function namedEnvironment(word: string): NamedEnvironment | undefined {
  const name = longNames.get(word) ?? word;
  const stage = stages.find(([names]) => names.test(name))?.[1];
  return stage && { name, stage };
}
