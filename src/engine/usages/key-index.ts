// Every key of a workspace with the places that use it, kept up to date file by file.
//
// Places are the edges of a graph: a place that tells both a value and a variable ties the two together, and a key is one
// connected part of that graph. `process.env.STRIPE_KEY`, the row `STRIPE_KEY=…` of a `.env` and a literal of the same value
// are one key. Only the parts that a changed file touches are put together again.

import type { FileReport } from '../scan/file-report.ts';
import { identitiesOf } from './identities.ts';
import { compareKeys, isWorthShowing, type Key, makeKey, type PlacedUsage } from './key.ts';
import type { Usage } from './usage.ts';

export class KeyIndex {
  readonly #placesByUri = new Map<string, readonly PlacedUsage[]>();
  readonly #placesByIdentity = new Map<string, Set<PlacedUsage>>();
  readonly #partByIdentity = new Map<string, Part>();
  readonly #stale = new Set<string>();
  #sorted: readonly Key[] | undefined = [];

  /** Replaces what was known of the file. `false` when it says what was known before. */
  update({ uri, usages }: Pick<FileReport, 'uri' | 'usages'>): boolean {
    const known = this.#placesByUri.get(uri) ?? [];
    if (sameUsages(known, usages)) return false;
    this.#forget(known);
    const places = usages.map((usage): PlacedUsage => ({ ...usage, uri }));
    for (const place of places) this.#add(place);
    if (places.length > 0) this.#placesByUri.set(uri, places);
    else this.#placesByUri.delete(uri);
    this.#sorted = undefined;
    return true;
  }

  /** `false` when the file was not known. */
  delete(uri: string): boolean {
    return this.update({ uri, usages: [] });
  }

  clear(): void {
    this.#placesByUri.clear();
    this.#placesByIdentity.clear();
    this.#partByIdentity.clear();
    this.#stale.clear();
    this.#sorted = [];
  }

  /** The worst kept first, then by title. The same array until something changes. */
  keys(): readonly Key[] {
    this.#settle();
    this.#sorted ??= [...new Set(this.#partByIdentity.values())].flatMap(({ key }) => key ?? []).toSorted(compareKeys);
    return this.#sorted;
  }

  /** The key that a place of the given file uses, when it is worth showing. */
  keyOf(uri: string, usage: Usage): Key | undefined {
    this.#settle();
    const [identity = ''] = identitiesOf({ ...usage, uri });
    return this.#partByIdentity.get(identity)?.key;
  }

  files(): ReadonlyMap<string, readonly PlacedUsage[]> {
    return this.#placesByUri;
  }

  /** What the file uses, in order of place. */
  usagesIn(uri: string): readonly PlacedUsage[] {
    return this.#placesByUri.get(uri) ?? [];
  }

  #add(place: PlacedUsage): void {
    for (const identity of identitiesOf(place)) {
      const places = this.#placesByIdentity.get(identity) ?? new Set();
      this.#placesByIdentity.set(identity, places.add(place));
      this.#stale.add(identity);
    }
  }

  #forget(places: readonly PlacedUsage[]): void {
    for (const place of places) {
      for (const identity of identitiesOf(place)) {
        const rest = this.#placesByIdentity.get(identity);
        rest?.delete(place);
        if (rest?.size === 0) this.#placesByIdentity.delete(identity);
        this.#stale.add(identity);
      }
    }
  }

  /** Takes the touched parts asunder and puts what is left of them together again. */
  #settle(): void {
    const loose = new Set(this.#stale);
    this.#stale.clear();
    for (const identity of loose) {
      for (const member of this.#partByIdentity.get(identity)?.identities ?? []) loose.add(member);
    }
    for (const identity of loose) this.#partByIdentity.delete(identity);
    for (const identity of loose) {
      if (this.#partByIdentity.has(identity) || !this.#placesByIdentity.has(identity)) continue;
      const part = this.#partAround(identity);
      for (const member of part.identities) this.#partByIdentity.set(member, part);
    }
  }

  #partAround(start: string): Part {
    const identities = new Set([start]);
    const places = new Set<PlacedUsage>();
    for (const identity of identities) {
      for (const place of this.#placesByIdentity.get(identity) ?? []) {
        places.add(place);
        for (const other of identitiesOf(place)) identities.add(other);
      }
    }
    return { identities, key: isWorthShowing([...places]) ? makeKey([...places]) : undefined };
  }
}

interface Part {
  readonly identities: ReadonlySet<string>;
  readonly key: Key | undefined;
}

function sameUsages(known: readonly PlacedUsage[], usages: readonly Usage[]): boolean {
  return known.length === usages.length && known.every((place, index) => sameUsage(place, usages[index]));
}

function sameUsage(place: PlacedUsage, usage: Usage | undefined): boolean {
  return usage !== undefined && JSON.stringify({ ...place, uri: '' }) === JSON.stringify({ ...usage, uri: '' });
}
