// Builds the tables of the prefilter from the keywords, when enough text has come by or ahead of time (tables/).

import {
  aheadBit,
  allAhead,
  allBehind,
  behindBit,
  entryField,
  farthestQuad,
  lastOf,
  maskField,
  nextField,
  type PrefilterTables,
  probeReach,
  quadField,
  recordOf,
  recordSize,
  shifts,
  tripleOf,
} from './prefilter-tables.ts';
import { type QuadFrequency, readFrequency } from './triple-frequency.ts';

/** `keywords` are lower-case ASCII, three characters or more, without doubles. `known`: tables of the first of them. */
export function buildPrefilterTables(keywords: readonly string[], known?: PrefilterTables): PrefilterTables {
  const lists = new QuadLists(known);
  const added = keywords.map((text, keyword) => ({ text, keyword })).slice(known?.ends.length ?? 0);
  // Short ones have no choice. Longer ones may then choose a quad that is waited for already.
  added.sort((a, b) => a.text.length - b.text.length);
  for (const { text, keyword } of added) {
    if (text.length < 3) throw new Error('A keyword needs three characters or more.');
    lists.add(keyword, text, 0);
    lists.add(keyword, text, -1);
  }
  return { ...lists.tables(), ...charactersOf(keywords) };
}

function charactersOf(keywords: readonly string[]): Pick<PrefilterTables, 'characters' | 'ends'> {
  const all = keywords.join('');
  const characters = new Uint8Array(all.length);
  for (let index = 0; index < all.length; index++) characters[index] = all.charCodeAt(index);
  const ends = new Uint32Array(keywords.length);
  for (let index = 0, end = 0; index < keywords.length; index++) ends[index] = end += keywords[index]?.length ?? 0;
  return { characters, ends };
}

/** Lists of records by quad, chained. No record changes once it is listed, so that quads may share the ends of their lists. */
class QuadLists {
  readonly #records = new Int32Array(recordSize * mostRecords);
  /** By record: what stands around the quad in the keywords of the list that begins there. */
  readonly #neighbours = new Int32Array(mostRecords);
  /** By slot. */
  readonly #first = new Uint16Array(1 << 20);
  readonly #marked: number[] = [];
  readonly #frequency = readFrequency();
  #last = 0;

  constructor(known: PrefilterTables | undefined) {
    if (!known) return;
    this.#records.set(known.records);
    this.#last = known.records.length / recordSize - 1;
    let number = 0;
    for (let triple = 0; triple < known.quads.length; triple++) {
      for (let bits = known.quads[triple] ?? 0; bits !== 0; bits &= bits - 1) {
        const slot = (triple << 5) | (31 - Math.clz32(bits & -bits));
        const list = known.lists[number++] ?? 0;
        const record = recordOf(list);
        this.#first[slot] = record;
        this.#neighbours[record] = list ^ record;
        this.#marked.push(slot);
      }
    }
  }

  /** Lists the rarest quad of a keyword, of those that begin at `first` or any number of pairs behind it. */
  add(keyword: number, text: string, first: number): void {
    const offset = this.#rarestOffset(text, first);
    const { quad, mask } = toldOf(text, offset);
    const record = this.#addRecord(quad, mask, packEntry(keyword, text, offset), neighboursOf(text, offset));
    const step = untoldStep(mask);
    for (let folding = 0; folding < (step === 0 ? 1 : 32); folding++) this.#list(slotOf(quad + folding * step), record);
  }

  /** Where the quad begins by which the fewest places pass. What passes already makes less work, though not none. */
  #rarestOffset(text: string, first: number): number {
    let best = first;
    let least = Number.POSITIVE_INFINITY;
    for (let offset = first; offset + 3 <= text.length && offset <= farthestQuad; offset += 2) {
      // Long keywords have quads enough that lie inside.
      if (text.length > 7 && (offset < 0 || offset + 4 > text.length)) continue;
      const { quad, mask } = toldOf(text, offset);
      const work = this.#workOf(quad, untoldStep(mask), least);
      if (work >= least) continue;
      least = work;
      best = offset;
    }
    return best;
  }

  /** How much work the places make at which the quad stands; no more is added up than `limit`. */
  #workOf(quad: number, step: number, limit: number): number {
    let work = 0;
    for (let folding = 0; folding < (step === 0 ? 1 : 32) && work < limit; folding++) {
      const folded = quad + folding * step;
      work += frequencyOf(folded, this.#frequency) * (this.#first[slotOf(folded)] === 0 ? 1 : workWhereListed);
    }
    return work;
  }

  tables(): Omit<PrefilterTables, 'characters' | 'ends'> {
    const quads = new Int32Array(1 << 15);
    const ranks = new Uint16Array(1 << 15);
    const first = this.#first;
    const slots = Uint32Array.from(this.#marked).sort();
    const lists = new Uint32Array(slots.length);
    let before = -1;
    // By index: nothing is compiled yet, and an iterator costs more than the work.
    for (let number = 0; number < slots.length; number++) {
      const slot = slots[number] ?? 0;
      const triple = slot >>> 5;
      if (triple !== before) ranks[triple] = number;
      before = triple;
      quads[triple] = (quads[triple] ?? 0) | (1 << (slot & 0x1f));
      const record = first[slot] ?? 0;
      lists[number] = record | (this.#neighbours[record] ?? 0);
    }
    return { quads, ranks, lists, records: this.#records.slice(0, (this.#last + 1) * recordSize) };
  }

  /** Returns its index. */
  #addRecord(quad: number, mask: number, entry: number, neighbours: number): number {
    const record = ++this.#last;
    if (record >= mostRecords) throw new Error('Too many keywords for the prefilter.');
    const start = record * recordSize;
    const records = this.#records;
    records[start + quadField] = quad;
    records[start + maskField] = mask;
    records[start + entryField] = entry;
    this.#neighbours[record] = neighbours;
    return record;
  }

  /** Puts the record in the slot's list. */
  #list(slot: number, record: number): void {
    const first = this.#first[slot] ?? 0;
    if (first === 0) this.#marked.push(slot);
    this.#first[slot] = first === 0 ? record : this.#pushed(first, record);
  }

  /** A new first record that is followed by the old one. */
  #pushed(old: number, record: number): number {
    const records = this.#records;
    const field = (index: number): number => records[record * recordSize + index] ?? 0;
    const neighbours = (this.#neighbours[old] ?? 0) | (this.#neighbours[record] ?? 0);
    const first = this.#addRecord(field(quadField), field(maskField), field(entryField), neighbours);
    records[first * recordSize + nextField] = old;
    return first;
  }
}

const mostRecords = 1 << 16;

/** What one more keyword costs where a list is walked anyway, of what a walk costs: measured. */
const workWhereListed = 0.5;

/** The quad of a keyword that begins at `offset`, and which of its bits are told: not those of case, nor those of other characters. */
function toldOf(text: string, offset: number): { readonly quad: number; readonly mask: number } {
  let quad = 0;
  let mask = 0;
  for (let index = Math.max(0, -offset); index < 4 && offset + index < text.length; index++) {
    const code = text.charCodeAt(offset + index);
    const kept = code >= 97 && code <= 122 ? 0xdf : 0xff;
    quad |= (code & kept) << (shifts[index] ?? 0);
    mask |= kept << (shifts[index] ?? 0);
  }
  return { quad, mask };
}

/** Where a quad's list is found while the tables are built: its triple and its last character. */
function slotOf(quad: number): number {
  return (tripleOf(quad) << 5) | (lastOf(quad) & 0x1f);
}

/** From one folding of the character that is not told to the next; 0 where all are. A quad has such a character's bits at 0. */
function untoldStep(mask: number): number {
  for (const shift of shifts) if (((mask >>> shift) & 0xff) === 0) return 2 ** shift;
  return 0;
}

function frequencyOf(quad: number, frequency: QuadFrequency): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = shifts;
  return frequency((quad >>> first) & 0x1f, (quad >>> second) & 0x1f, (quad >>> third) & 0x1f, (quad >>> fourth) & 0x1f);
}

/** What stands around the quad at `offset`: anything may outside of the keyword. */
function neighboursOf(text: string, offset: number): number {
  const ahead = offset > 0 ? 1 << aheadBit(text.charCodeAt(offset - 1)) : allAhead;
  const behind = offset + 4 < text.length ? 1 << behindBit(text.charCodeAt(offset + 4)) : allBehind;
  return ahead | behind;
}

function packEntry(keyword: number, text: string, offset: number): number {
  const probe = farthestPlace(text, offset);
  const probed = text.charCodeAt(offset + probe) & 0x1f;
  return keyword | (probed << 16) | ((probe + probeReach) << 21) | ((offset + 1) << 26);
}

/** The character of the keyword that lies farthest from the quad, within the room around a block. */
function farthestPlace(text: string, offset: number): number {
  const behind = Math.min(text.length - 1 - offset, probeReach + 3);
  const ahead = Math.min(offset, probeReach);
  return ahead > behind - 3 ? -ahead : behind;
}
