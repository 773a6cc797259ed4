// What is kept of a workspace's usages between two sessions, as lines of JSON: first what they were made with, then a file each.
// Usages hold masks and fingerprints: whoever writes the lines to a disk encrypts them.

import type { Usage } from './usage.ts';

/** Lines of another form than today's are of no use. */
const form = 1;

export interface KeptWith {
  /** Version of the extension: another one may find other usages. */
  readonly version: string;
  /** By folder: the key of its fingerprints, hex. */
  readonly salts: Readonly<Record<string, string>>;
}

export interface KeptFile {
  readonly uri: string;
  readonly usages: readonly Usage[];
}

export function headKept(made: KeptWith): string {
  return JSON.stringify({ form, ...made });
}

export function lineOfKept({ uri, usages }: KeptFile): string {
  return JSON.stringify([uri, usages]);
}

/** What the lines below were made with; nothing where another form or version made them. */
export function readKeptHead(line: string, version: string): KeptWith | undefined {
  const head = JSON.parse(line) as KeptWith & { readonly form: number };
  return head.form === form && head.version === version ? head : undefined;
}

export function readKept(line: string): KeptFile {
  const [uri, usages] = JSON.parse(line) as [string, readonly Usage[]];
  return { uri, usages };
}
