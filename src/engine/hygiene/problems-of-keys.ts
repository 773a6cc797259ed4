// Which problems are about which key: those that name its value or its variable, stand where it is used, or are its whole file's.

import type { Key } from '../usages/key.ts';
import type { Problem } from './problem.ts';

/** Asked key by key; the problems are looked through once. */
export function problemsOfKeys(problems: readonly Problem[]): (key: Key) => readonly Problem[] {
  const byMark = new Map<string, Problem[]>();
  for (const problem of problems) {
    for (const mark of marksOfProblem(problem)) byMark.set(mark, [...(byMark.get(mark) ?? []), problem]);
  }
  return key => [...new Set(marksOfKey(key).flatMap(mark => byMark.get(mark) ?? []))];
}

function marksOfProblem({ fingerprint, names = [], uri, span, line }: Problem): readonly string[] {
  const value = fingerprint === undefined ? [] : [fingerprint, `value:${fingerprint}`];
  return [...value, ...names.map(name => `name:${name}`), span.start === span.end ? `file:${uri}` : `line:${line}:${uri}`];
}

function marksOfKey({ id, names, usages }: Key): readonly string[] {
  const ofPlaces = usages.flatMap(({ fingerprint, uri, line }) => [
    ...(fingerprint === undefined ? [] : [`value:${fingerprint}`]),
    `file:${uri}`,
    `line:${line}:${uri}`,
  ]);
  return [...new Set([id, ...names.map(name => `name:${name}`), ...ofPlaces])];
}
