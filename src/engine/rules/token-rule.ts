// Keys that tell whose they are by how they begin: a literal head and a body of a known alphabet and length.

import { findLongRun } from './long-run-glance.ts';
import type { Rule } from './rule.ts';
import { type Shape, shapeOf } from './shape-of.ts';
import { withPattern } from './with-pattern.ts';
import { keyStart } from './word-edges.ts';

/** A key ends where no character follows that keys are made of: a longer run is something else. */
const rightEdge = '(?![A-Za-z0-9_-])';

export type TokenFormat = Omit<Rule, 'keywords' | 'pattern' | 'confidence'> & {
  /** How the key begins, case-exact. One of several when it is a list. Three characters or more. */
  readonly head: string | readonly string[];
  /** What follows the head, up to the key's end: bounded, case-exact. */
  readonly body: RegExp;
  readonly confidence?: Rule['confidence'];
};

/** A rule for keys with a telling beginning. Heads are parts of words (`pat` of `path`): the pattern is tried where enough follows one. */
export function tokenRule({ head, body, confidence = 'certain', doubts = ['placeholder'], ...rest }: TokenFormat): Rule {
  const heads = typeof head === 'string' ? [head] : head;
  const isShort = heads.some(text => text.length <= shortHead);
  let shape: Shape | undefined;
  return withPattern(
    {
      ...rest,
      confidence,
      doubts: isShort ? [...doubts, 'digest'] : doubts,
      keywords: () => [...new Set(heads.map(text => text.toLowerCase()))],
      edge: 'key',
      glance: (text, keyword, end) => {
        shape ??= shapeOf(body);
        // Nearly always something breaks the run behind the head: that is seen with few looks.
        if (findLongRun(text, end, shape.shortest, 0, shape.alphabet) === -1) return false;
        return heads.some(each => each.length === end - keyword && text.startsWith(each, keyword));
      },
    },
    () => new RegExp(`${keyStart}(?<secret>${oneOf(heads)}${body.source})${rightEdge}`, 'd'),
  );
}

function oneOf(heads: readonly string[]): string {
  const patterns = heads.map(escapeForPattern).join('|');
  return heads.length === 1 ? patterns : `(?:${patterns})`;
}

/** Heads as short as this come up by chance in digests. */
const shortHead = 3;

/** The text as a pattern that matches just it. */
export function escapeForPattern(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&');
}
