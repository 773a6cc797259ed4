// What a scan needs of the rules before it meets one of them, made ahead of time: the build writes it into a file, the engine takes
// it from there. It is typed arrays alone, so that reading them is no work.

import type { PrefilterTables } from '../prefilter-tables.ts';
import type { KeywordIndex } from './keyword-index.ts';

export interface CompiledTables {
  /** How many rules they are of. */
  readonly ruleCount: number;
  readonly index: KeywordIndex;
  readonly tables: PrefilterTables;
}

type Arrays = Omit<KeywordIndex, 'keywords'> & PrefilterTables & { readonly ruleCount: Uint32Array };

/** In the order in which they lie in the file. */
const layout = {
  ruleCount: Uint32Array,
  lengths: Uint16Array,
  edges: Uint8Array,
  landmarks: Int16Array,
  ruleEnds: Uint32Array,
  rules: Uint16Array,
  quads: Int32Array,
  ranks: Uint16Array,
  lists: Uint32Array,
  records: Int32Array,
  characters: Uint8Array,
  ends: Uint32Array,
} as const satisfies Record<keyof Arrays, unknown>;

/** The bytes: the stamp, how many there are, how many each array has, then the arrays, each from a multiple of eight on. */
export function packTables({ ruleCount, index, tables }: CompiledTables): Uint8Array {
  const { keywords: _, ...ofKeywords } = index;
  const arrays: Arrays = { ruleCount: Uint32Array.of(ruleCount), ...ofKeywords, ...tables };
  const parts = names.map(name => arrays[name]);
  const packed = new Uint8Array(parts.reduce((size, part) => size + padded(part.byteLength), headSize));
  const head = new Uint32Array(packed.buffer, 0, headSize / 4);
  let start = headSize;
  for (const [place, part] of parts.entries()) {
    head[place + 2] = part.byteLength;
    packed.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), start);
    start += padded(part.byteLength);
  }
  head[1] = packed.byteLength;
  head[0] = stampOf(packed);
  return packed;
}

/** `undefined` where the bytes are not the ones with that stamp: of another build, or of a machine that writes numbers the other way round. */
export function unpackTables(bytes: Uint8Array, stamp: number): CompiledTables | undefined {
  const known = unpacked.get(bytes) ?? unpack(bytes, stamp);
  if (known) unpacked.set(bytes, known);
  return known;
}

/** Engines of one program share them. */
const unpacked = new WeakMap<Uint8Array, CompiledTables>();

function unpack(bytes: Uint8Array, stamp: number): CompiledTables | undefined {
  const { byteOffset, byteLength } = bytes;
  // Bytes of a file are never shared memory.
  const buffer = bytes.buffer as ArrayBuffer;
  if (byteLength < headSize || byteOffset % 8 !== 0) return undefined;
  const head = new Uint32Array(buffer, byteOffset, headSize / 4);
  if (head[0] !== stamp || head[1] !== byteLength) return undefined;
  let start = byteOffset + headSize;
  const entries = names.map((name, place) => {
    const size = head[place + 2] ?? 0;
    const Type = layout[name];
    const array = new Type(buffer, start, size / Type.BYTES_PER_ELEMENT);
    start += padded(size);
    return [name, array];
  });
  const { ruleCount, lengths, edges, landmarks, ruleEnds, rules, ...tables } = Object.fromEntries(entries) as Arrays;
  let keywords: readonly string[] | undefined;
  const index: KeywordIndex = {
    // Nobody asks for them but a project's own rules.
    get keywords() {
      keywords ??= textsOf(tables);
      return keywords;
    },
    lengths,
    edges,
    landmarks,
    ruleEnds,
    rules,
  };
  return { ruleCount: ruleCount[0] ?? 0, index, tables };
}

const names = Object.keys(layout) as readonly (keyof typeof layout)[];
const headSize = padded((names.length + 2) * 4);

function padded(size: number): number {
  return (size + 7) & ~7;
}

/** FNV-1a over words: tells builds apart, no more. */
function stampOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const word of new Uint32Array(bytes.buffer)) hash = Math.imul(hash ^ word, 0x01000193) >>> 0;
  return hash;
}

function textsOf({ characters, ends }: Pick<PrefilterTables, 'characters' | 'ends'>): readonly string[] {
  let all = '';
  for (let from = 0; from < characters.length; from += 8192) all += String.fromCharCode(...characters.subarray(from, from + 8192));
  const texts: string[] = [];
  for (let index = 0, start = 0; index < ends.length; index++) {
    const end = ends[index] ?? 0;
    texts.push(all.slice(start, end));
    start = end;
  }
  return texts;
}
