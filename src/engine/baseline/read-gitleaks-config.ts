// The allowlists of `.gitleaks.toml` that hold for every rule. Those of single rules speak of gitleaks' own rules and are left aside.

import { parse } from 'smol-toml';
import { maskTokens } from '../mask-tokens.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { gitleaksConfigFileName } from '../settings/project-file-names.ts';
import { isJson, type Json } from '../settings/value-reader.ts';
import type { Allowlist, PatternSource } from './accepted.ts';
import { readGoPattern } from './read-go-pattern.ts';

export interface AllowlistsRead {
  readonly allowlists: readonly Allowlist[];
  readonly problems: readonly Phrase[];
}

export function readGitleaksConfig(text: string): AllowlistsRead {
  const config = parseToml(text);
  if (!config) return { allowlists: [], problems: [phrase('{0} is not valid TOML.', gitleaksConfigFileName)] };
  const problems: Phrase[] = [];
  // One table in older files, a list of tables in newer ones, under either name.
  const tables = [config['allowlist'], config['allowlists']].flat().filter(isJson);
  const allowlists = tables.filter(table => !isForSomeRules(table)).flatMap(table => readAllowlist(table, problems));
  return { allowlists, problems };
}

function isForSomeRules({ targetRules }: Json): boolean {
  return Array.isArray(targetRules) && targetRules.length > 0;
}

function readAllowlist(table: Json, problems: Phrase[]): readonly Allowlist[] {
  const needsAll = String(table['condition'] ?? 'OR').toUpperCase() === 'AND' || table['condition'] === '&&';
  // No commit is looked at here, so this condition never holds.
  if (needsAll && texts(table['commits']).length > 0) return [];
  const paths = readPatterns(table['paths'], problems);
  const regexes = readPatterns(table['regexes'], problems);
  // Left out of conditions that must all hold, a pattern would make the list accept more.
  if (needsAll && (paths.length < texts(table['paths']).length || regexes.length < texts(table['regexes']).length)) return [];
  const target = targets.find(name => name === table['regexTarget']) ?? 'secret';
  const stopwords = texts(table['stopwords']).map(word => word.toLowerCase());
  return [{ needsAll, paths, regexes, target, stopwords }];
}

const targets = ['match', 'line'] as const;

function readPatterns(value: unknown, problems: Phrase[]): readonly PatternSource[] {
  return texts(value).flatMap(source => {
    const pattern = readGoPattern(source);
    if (!pattern)
      problems.push(
        phrase('{0}: the pattern {1} is not understood here, or could take very long.', gitleaksConfigFileName, maskTokens(source)),
      );
    return pattern ?? [];
  });
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string' && entry !== '') : [];
}

function parseToml(text: string): Json | undefined {
  try {
    return parse(text);
  } catch {
    // Told as a problem by the caller; the parser's message quotes the file.
    return undefined;
  }
}
