// Paths as the person at the terminal writes them.

import { sep } from 'node:path';
import { pathBelow } from '../node/path-below.ts';

export interface Root {
  /** As typed. */
  readonly typed: string;
  /** Absolute and normal. */
  readonly path: string;
}

/** Names files by the argument they come from: `src/app.ts` for `src`, `app.ts` for `.`, absolute where that was typed. Forward slashes. */
export function createNamer(roots: readonly Root[]): (path: string) => string {
  const exact = new Map(roots.map(({ typed, path }) => [path, slashed(typed)]));
  return path => {
    const name = exact.get(path);
    if (name !== undefined) return name;
    for (const { typed, path: root } of roots) {
      const below = pathBelow(root, path);
      if (below !== undefined) return prefixOf(slashed(typed)) + below;
    }
    return slashed(path);
  };
}

function prefixOf(typed: string): string {
  if (typed === '.') return '';
  return typed.endsWith('/') ? typed : `${typed}/`;
}

function slashed(path: string): string {
  const forward = sep === '/' ? path : path.replaceAll(sep, '/');
  return forward.replace(/^(?:\.\/+)+(?=.)/, '');
}
