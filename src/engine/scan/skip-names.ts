// Files that are not read by a scan because nobody writes keys into them, by their names. Who names one gets it scanned.
// What may be written by hand is not among them: such files are read, and judged by their look (`look-of.ts`) where that helps.

import { type Phrase, phrase } from '../phrase.ts';

interface Kind {
  readonly reason: Phrase;
  /** Whole names, lower case. */
  readonly names?: readonly string[];
  /** Ends of names, lower case. */
  readonly ends?: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    reason: phrase('lock file'),
    names: [
      'package-lock.json',
      'npm-shrinkwrap.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'bun.lock',
      'bun.lockb',
      'deno.lock',
      'composer.lock',
      'gemfile.lock',
      'cargo.lock',
      'poetry.lock',
      'pdm.lock',
      'uv.lock',
      'pipfile.lock',
      'go.sum',
      'go.work.sum',
      'mix.lock',
      'pubspec.lock',
      'podfile.lock',
      'package.resolved',
      'packages.lock.json',
      'gradle.lockfile',
      'flake.lock',
      '.terraform.lock.hcl',
      '.pnp.cjs',
      '.pnp.loader.mjs',
    ],
  },
  { reason: phrase('source map'), ends: ['.js.map', '.css.map', '.mjs.map', '.cjs.map', '.ts.map'] },
  { reason: phrase('minified'), ends: ['.min.js', '.min.mjs', '.min.cjs', '.min.css'] },
  { reason: phrase('font'), ends: ['.woff', '.woff2', '.ttf', '.otf', '.eot'] },
  {
    reason: phrase('picture, sound or film'),
    ends: [
      ...['.svg', '.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.ico', '.icns', '.bmp', '.tiff', '.psd'],
      ...['.mp3', '.ogg', '.wav', '.flac', '.mp4', '.webm', '.mov', '.avi'],
    ],
  },
  { reason: phrase('list of accepted findings'), names: ['.keyhygiene.baseline', '.secrets.baseline', '.gitleaksignore'] },
];

const byName = new Map(kinds.flatMap(({ names = [], reason }) => names.map(name => [name, reason] as const)));
const byEnd = new Map(kinds.flatMap(({ ends = [], reason }) => ends.map(end => [end, reason] as const)));

/** `name`: without its folder. */
export function notWorthReading(name: string): Phrase | undefined {
  const lower = name.toLowerCase();
  const whole = byName.get(lower);
  if (whole) return whole;
  const lastDot = lower.lastIndexOf('.');
  if (lastDot === -1) return undefined;
  const dotBefore = lower.lastIndexOf('.', lastDot - 1);
  return byEnd.get(lower.slice(lastDot)) ?? (dotBefore > 0 ? byEnd.get(lower.slice(dotBefore)) : undefined);
}
