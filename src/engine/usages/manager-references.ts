// References to a secret that a manager keeps: they name the secret and hold nothing of it.

import type { SecretAddress } from '../managers/secret-address.ts';
import type { Span } from '../text.ts';
import { helperCalls } from './helper-calls.ts';
import type { LandmarksMet } from './landmarks.ts';
import { managerCalls } from './manager-calls.ts';
import type { ReferenceSyntax } from './manager-reference.ts';
import { matchIn, type NearMatch, windowsAround } from './match-near.ts';
import { NeedleIndex, type NeedlePlaces } from './needle-index.ts';
import { isSpecificName } from './secret-name.ts';
import { workflowReferences } from './workflow-references.ts';
import { writtenReferences } from './written-references.ts';

export interface FoundReference {
  readonly name: string;
  readonly span: Span;
  /** Where the text says enough of it. */
  readonly address?: SecretAddress;
}

const none: readonly FoundReference[] = [];

/** Each needle holds a landmark, so that no text is searched for it. */
export const referenceSyntaxes: readonly ReferenceSyntax[] = [...writtenReferences, ...managerCalls, ...helperCalls, ...workflowReferences];

const needles = new NeedleIndex(referenceSyntaxes.flatMap(syntax => syntax.needles));

/** Sorted by start; none within another. */
export function findManagerReferences(text: string, met: LandmarksMet): readonly FoundReference[] {
  if (met.isNoneThere) return none;
  const places = needles.find(text, met);
  if (places.size === 0) return none;
  const found = referenceSyntaxes.flatMap(syntax => referencesIn(text, syntax, places));
  return found.length < 2 ? found : outermost(found);
}

function referencesIn(text: string, syntax: ReferenceSyntax, places: NeedlePlaces): readonly FoundReference[] {
  const windows = windowsAround(text, syntax.needles, places);
  if (windows.length === 0 || syntax.onlyIf?.test(text) === false) return none;
  return matchIn(windows, syntax.patterns).map(match => referenceAt(match, syntax));
}

function referenceAt({ match, shift }: NearMatch, { manager, addressOf }: ReferenceSyntax): FoundReference {
  const { 0: whole, index, groups = {}, indices } = match;
  const [start, end] = indices?.groups?.['place'] ?? [index, index + whole.length];
  const place = addressOf?.(groups);
  const address = manager !== undefined && place !== undefined ? { manager, ...place } : undefined;
  const name = variableIn(groups['field']) ?? variableIn(address?.name ?? groups['name']) ?? groups['name'] ?? whole;
  return { name, span: { start: shift + start, end: shift + end }, ...(address && { address }) };
}

/**
 * The environment variable that a secret is called after: `shop/dev/OPENAI_API_KEY` and Azure's `shop-OPENAI-API-KEY` are the key
 * that other files call `OPENAI_API_KEY`. A name that says too little is none.
 */
function variableIn(name: string | undefined): string | undefined {
  const step = /(?:^|[/#:-])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)$/.exec(name ?? '')?.[1];
  const variable = step?.replaceAll('-', '_');
  return variable !== undefined && isSpecificName(variable) ? variable : undefined;
}

function outermost(found: readonly FoundReference[]): readonly FoundReference[] {
  let end = -1;
  return found
    .toSorted(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || Number(b.address !== undefined) - Number(a.address !== undefined),
    )
    .filter(({ span }) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}
