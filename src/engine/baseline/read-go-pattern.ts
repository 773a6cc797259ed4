// Regular expressions in Go's syntax (https://pkg.go.dev/regexp/syntax) as JavaScript's. Go's never backtrack, these do: they are
// held to a bound.

import { patternCost } from '../settings/pattern-cost.ts';
import type { PatternSource } from './accepted.ts';

/** Paths, secrets and lines are held against it, none of them long. */
const longestText = 300;

const mostWays = 100_000;
const longestPattern = 2000;

/** `undefined` where it has no counterpart, or could be slow. */
export function readGoPattern(goSource: string): PatternSource | undefined {
  if (goSource.length > longestPattern || onlyInGo.test(goSource)) return undefined;
  const [begin = '', flags = ''] = /^\(\?([ims]+)\)/.exec(goSource) ?? [];
  const source = goSource
    .slice(begin.length)
    .replaceAll('(?P<', '(?<')
    .replace(edges, (_, escaped, edge) => escaped ?? (edge === 'A' ? '^' : '$'));
  const cost = patternCost(source, flags, longestText);
  return cost && !cost.refersBack && cost.ways <= mostWays ? { source, flags } : undefined;
}

/** POSIX classes, quoting, classes by letter, flags other than at the beginning, ungreedy matching. */
const onlyInGo = /\[:|\\[QEpP]|.\(\?[imsU-]+[:)]|\(\?[imsU]*U|\(\?[ims]+:/s;

/** `\A` and `\z`, which are letters in JavaScript; other escapes are stepped over. */
const edges = /(\\[^Az])|\\([Az])/gs;
