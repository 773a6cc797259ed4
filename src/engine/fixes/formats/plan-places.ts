// The fix of all places of a value in a configuration file: what each becomes, and the proof that nothing else changed.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import { applyTextEdits } from '../apply-text-edits.ts';
import { withOccurrences } from '../collect-places.ts';
import { withheld } from '../dialect.ts';
import { EditList } from '../edit-list.ts';
import type { FixPlan, TextEdit, Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import type { ConfigFile, ConfigValue } from './config-file.ts';
import { changeOutline, isSameOutline, type OutlineChange } from './outline.ts';

export interface PlaceRewrite {
  readonly kind: 'rewrite';
  /** What has to be stored. */
  readonly value: string;
  readonly edits: readonly TextEdit[];
  /** What the file says otherwise afterwards. */
  readonly changes: readonly OutlineChange[];
  readonly next: readonly Phrase[];
}

/** Parsing takes a millisecond for some thousand characters; settings are shorter than this. */
const longest = 300_000;

export function planPlaces<File extends ConfigFile>(
  request: EnvironmentFixRequest,
  read: (text: string) => File | undefined,
  rewrite: (place: ConfigValue, file: File) => PlaceRewrite | Withheld,
): FixPlan {
  const { text } = request.source;
  if (text.length > longest) return withheld(phrase('This file is too long for a fix: replace the value by hand.'));
  const file = read(text);
  if (file === undefined) return withheld(phrase('This file has a syntax error there.'));
  return planSpans(
    request,
    span => {
      const place = file.valueAt(span);
      return place.kind === 'withheld' ? place : rewrite(place, file);
    },
    (after, changes) => {
      const changed = read(after);
      return changed !== undefined && isSameOutline(changed.outline, changeOutline(file.outline, changes));
    },
  );
}

/** The same for any text whose places can be rewritten one by one. */
export function planSpans(
  request: EnvironmentFixRequest,
  rewrite: (span: Span) => PlaceRewrite | Withheld,
  isAsMeant: (after: string, changes: readonly OutlineChange[]) => boolean,
): FixPlan {
  const { source, findings, variable, everyPlace } = request;
  const [first] = findings;
  if (first === undefined) return withheld(gone);
  const draft = new Draft();
  const found = findings.map(({ span }) => span);
  for (const span of everyPlace ? withOccurrences(source.text, found) : [first.span]) draft.add(span, rewrite(span));
  const { edits, left, places, value, changes, next } = draft;
  if (value === undefined) return withheld(left[0]?.reason ?? gone);
  if (!isAsMeant(applyTextEdits(source.text, edits), changes)) return withheld(changesMore);
  const byStart = left.sort((a, b) => a.span.start - b.span.start);
  return { kind: 'edits', edits, variable, value, places, left: byStart, ...(next.length > 0 && { next }) };
}

const gone = phrase('The value is no longer there.');
const changesMore = phrase('The change would alter more of this file than the value: replace it by hand.');

class Draft {
  readonly left: { readonly span: Span; readonly reason: Phrase }[] = [];
  readonly changes: OutlineChange[] = [];
  value: string | undefined;
  places = 0;
  readonly #edits = new EditList();
  readonly #next = new Map<string, Phrase>();

  get edits(): readonly TextEdit[] {
    return this.#edits.edits;
  }

  get next(): readonly Phrase[] {
    return [...this.#next.values()];
  }

  add(span: Span, rewrite: PlaceRewrite | Withheld): void {
    if (rewrite.kind === 'withheld') {
      this.left.push({ span, reason: rewrite.reason });
      return;
    }
    if (this.value !== undefined && this.value !== rewrite.value) {
      this.left.push({ span, reason: phrase('The same characters mean another value there.') });
      return;
    }
    if (!this.#edits.add(rewrite.edits)) {
      this.left.push({ span, reason: phrase('Another change of this fix is in the way.') });
      return;
    }
    this.value = rewrite.value;
    this.places++;
    this.changes.push(...rewrite.changes);
    for (const next of rewrite.next) this.#next.set(JSON.stringify(next), next);
  }
}
