// Several rules may see a secret in the same characters: the one that knows most about it speaks.

import { reaches } from '../finding.ts';
import { firstEndingAfter } from '../span-search.ts';
import type { WeighedMatch } from './weigh-match.ts';

/** The strongest matches that do not overlap, by start. Refused ones must have been left out. */
export function settleOverlaps(matches: readonly WeighedMatch[]): readonly WeighedMatch[] {
  const byStart = matches.toSorted((a, b) => startOf(a) - startOf(b) || compareStrength(a, b));
  const settled: WeighedMatch[] = [];
  let cluster: WeighedMatch[] = [];
  let clusterEnd = 0;
  for (const match of byStart) {
    if (startOf(match) >= clusterEnd) {
      settled.push(...strongestOf(cluster));
      cluster = [];
    }
    cluster.push(match);
    clusterEnd = Math.max(clusterEnd, endOf(match));
  }
  settled.push(...strongestOf(cluster));
  return settled;
}

/** Of matches that hang together by overlaps. */
function strongestOf(cluster: readonly WeighedMatch[]): readonly WeighedMatch[] {
  if (cluster.length <= 1) return cluster;
  const kept: WeighedMatch[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const match of cluster.toSorted(compareStrength)) {
    const at = firstEndingAfter(spans, startOf(match));
    const next = spans[at];
    if (next && next.start < endOf(match)) continue;
    spans.splice(at, 0, match.match.secret);
    kept.splice(at, 0, match);
  }
  return kept;
}

/**
 * Surer first, then (of the same characters) what is seen in the text as it stands, then a provider's rule before one of no provider, then a rule about the place (header, URL) before one about any name,
 * then the longer, then the order of rules' ids so that it is always the same.
 */
export function compareStrength(a: WeighedMatch, b: WeighedMatch): number {
  if (a.confidence !== b.confidence) {
    if (!a.confidence || !b.confidence) return a.confidence ? -1 : 1;
    return reaches(a.confidence, b.confidence) ? -1 : 1;
  }
  const derived = lengthOf(a) === lengthOf(b) ? Number(a.decoded !== undefined) - Number(b.decoded !== undefined) : 0;
  if (derived !== 0) return derived;
  const generic = Number(a.rule.provider === 'generic') - Number(b.rule.provider === 'generic');
  if (generic !== 0) return generic;
  const anyName = Number(a.rule.id.startsWith('generic-')) - Number(b.rule.id.startsWith('generic-'));
  if (anyName !== 0) return anyName;
  return lengthOf(b) - lengthOf(a) || startOf(a) - startOf(b) || (a.rule.id < b.rule.id ? -1 : 1);
}

function startOf({ match }: WeighedMatch): number {
  return match.secret.start;
}

function endOf({ match }: WeighedMatch): number {
  return match.secret.end;
}

function lengthOf(weighed: WeighedMatch): number {
  return endOf(weighed) - startOf(weighed);
}
