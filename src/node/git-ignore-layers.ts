// What git would ignore, read from the `.gitignore` files themselves: git is not run, so this also works in Restricted Mode.
// A folder's rules lie as a layer over those of the folders around it; the innermost layer that knows a path decides.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { pathBelow } from './path-below.ts';
import { readText } from './read-text.ts';

export interface IgnoreLayer {
  /** Absolute folder that the rules are relative to. */
  readonly base: string;
  readonly rules: Ignore;
  readonly outer: IgnoreLayer | undefined;
}

/** The layers that apply in a folder because of what lies around it: `.git/info/exclude` and the ignore files above. */
export function layersAround(folder: string): IgnoreLayer | undefined {
  const top = repositoryOf(folder);
  if (top === undefined) return undefined;
  let layers = addLayer(undefined, top, infoExclude(join(top, '.git')));
  for (const ancestor of foldersBetween(top, folder)) {
    if (existsSync(join(ancestor, '.gitignore'))) layers = addLayer(layers, ancestor, join(ancestor, '.gitignore'));
  }
  // Whoever names an ignored folder wants it scanned.
  return verdict(layers, folder, true).ignored ? undefined : layers;
}

export function addLayer(outer: IgnoreLayer | undefined, base: string, file: string | undefined): IgnoreLayer | undefined {
  if (file === undefined) return outer;
  const read = readText(file, largestIgnoreFile);
  return read.kind === 'text' ? { base, rules: ignore().add(withoutSlowRules(read.text)), outer } : outer;
}

/** Each star multiplies the ways in which a path may be tried. No honest rule has this many; one that has would stop the scan. */
const mostStars = 8;

function withoutSlowRules(text: string): string[] {
  return text.split(/\r?\n/).filter(rule => (rule.match(/\*/g) ?? []).length <= mostStars);
}

export interface IgnoreVerdict {
  readonly ignored: boolean;
  /** The layers that still count for what lies in the folder. */
  readonly layers: IgnoreLayer | undefined;
}

export function verdict(layers: IgnoreLayer | undefined, path: string, isFolder: boolean): IgnoreVerdict {
  for (let layer = layers; layer; layer = layer.outer) {
    const inside = pathBelow(layer.base, path);
    if (inside === undefined) continue;
    const { ignored, unignored } = layer.rules.test(isFolder ? `${inside}/` : inside);
    if (ignored) return { ignored: true, layers };
    // An inner `!folder` beats an outer `folder`. The outer rules are asked again for each path inside, with its parents: they must go.
    if (unignored) return { ignored: false, layers: isFolder ? withoutOuter(layers, layer) : layers };
  }
  return { ignored: false, layers };
}

// A real ignore file has a few kilobytes; one of many megabytes is somebody's joke.
const largestIgnoreFile = 1_000_000;

function withoutOuter(layers: IgnoreLayer | undefined, last: IgnoreLayer): IgnoreLayer | undefined {
  if (!layers) return undefined;
  return layers === last ? { ...last, outer: undefined } : { ...layers, outer: withoutOuter(layers.outer, last) };
}

function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** From `top` down to the parent of `folder`; none when they are the same. */
function foldersBetween(top: string, folder: string): readonly string[] {
  const between: string[] = [];
  for (let at = folder; at !== top; at = dirname(at)) between.unshift(dirname(at));
  return between;
}

/** In a worktree or submodule `.git` is a file that names the real folder, which may name a common one. */
function infoExclude(dotGit: string): string | undefined {
  const folder = statSync(dotGit, { throwIfNoEntry: false })?.isFile() ? pathInside(dotGit, /^gitdir: (.+)$/m) : dotGit;
  const common = folder && pathInside(join(folder, 'commondir'), /^(.+)$/m);
  const exclude = join(common ?? folder ?? dotGit, 'info', 'exclude');
  return existsSync(exclude) ? exclude : undefined;
}

function pathInside(file: string, pattern: RegExp): string | undefined {
  if (!existsSync(file)) return undefined;
  const found = pattern.exec(readFileSync(file, 'utf8'))?.[1]?.trim();
  if (found === undefined) return undefined;
  return isAbsolute(found) ? found : resolve(dirname(file), found);
}
