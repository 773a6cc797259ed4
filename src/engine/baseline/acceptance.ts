// Whether a finding is accepted by the project's baseline or by the lists it keeps for other tools.

import { pathBelow } from '../scan/path-globs.ts';
import type { Accepted, Allowlist, PatternSource } from './accepted.ts';

/** What is asked about. All of it stays in memory. */
interface FoundValue {
  /** The text's name. */
  readonly uri: string;
  /** Of the value's beginning in the whole text, zero-based. Asked for only where lines count. */
  readonly line: () => number;
  readonly secret: string;
  /** The match around it. */
  readonly match: string;
  /** The line it stands on, bounded. */
  readonly lineText: () => string;
  readonly fingerprint: () => string;
  readonly sha1: ((value: string) => string) | undefined;
}

/** The reason, in words; `undefined` where nothing accepts it. */
export type FindAcceptance = (found: FoundValue) => string | undefined;

/** `undefined` where nothing is accepted at all. */
export function createAcceptance(accepted: Accepted | undefined, folder: string | undefined): FindAcceptance | undefined {
  if (!accepted) return undefined;
  const baseline = new Set(accepted.baseline.map(({ fingerprint, path }) => `${fingerprint} ${path}`));
  const places = new Set(accepted.places.map(({ path, line }) => `${line} ${path}`));
  const hashes = new Set(accepted.hashes.map(({ path, sha1 }) => `${sha1} ${path}`));
  const allowlists = accepted.allowlists.map(compileAllowlist);
  return found => {
    const path = pathBelow(found.uri, folder);
    if (path === undefined) return undefined;
    if (baseline.size > 0 && baseline.has(`${found.fingerprint()} ${path}`)) return 'the baseline accepts it';
    if (places.size > 0 && places.has(`${found.line()} ${path}`)) return '.gitleaksignore names this line';
    if (hashes.size > 0 && found.sha1 && hashes.has(`${found.sha1(found.secret)} ${path}`)) return '.secrets.baseline holds it';
    return allowlists.some(allows => allows(found, path)) ? '.gitleaks.toml allows it' : undefined;
  };
}

function compileAllowlist({ needsAll, paths, regexes, target, stopwords }: Allowlist): (found: FoundValue, path: string) => boolean {
  const byPath = paths.map(compile);
  const byText = regexes.map(compile);
  const conditions: ((found: FoundValue, path: string) => boolean)[] = [];
  if (paths.length > 0) conditions.push((_, path) => byPath.some(pattern => pattern.test(path)));
  if (regexes.length > 0) conditions.push(found => byText.some(pattern => pattern.test(textOf(found, target))));
  if (stopwords.length > 0) conditions.push(({ secret }) => stopwords.some(word => secret.toLowerCase().includes(word)));
  if (conditions.length === 0) return () => false;
  return (found, path) => (needsAll ? conditions.every(holds => holds(found, path)) : conditions.some(holds => holds(found, path)));
}

/** The patterns' bound on time counts on texts that are not long. */
const longestText = 1000;

function textOf(found: FoundValue, target: Allowlist['target']): string {
  const text = target === 'line' ? found.lineText() : found[target];
  return text.slice(0, longestText);
}

function compile({ source, flags }: PatternSource): RegExp {
  return new RegExp(source, flags);
}
