// The keywords of all rules under one numbering, and what a scan asks of a keyword: whose it is, and where it may begin.

import type { Rule } from '../../rules/rule.ts';

/** Where a keyword counts: anywhere, or at such an edge (rules/word-edges.ts). Elsewhere it may be left out. */
export const [anywhere, keyEdge, nameEdge, wordEdge] = [0, 1, 2, 3];

/** Arrays are by keyword where nothing else is said. */
export interface KeywordIndex {
  readonly keywords: readonly string[];
  readonly lengths: Uint16Array;
  /** Where all rules of the keyword let it count (`anywhere` and so on). */
  readonly edges: Uint8Array;
  /** Which landmark it is: its index in their list, or -1. */
  readonly landmarks: Int16Array;
  /** Where its rules end in `rules`; they begin where the ones of the keyword ahead of it end. */
  readonly ruleEnds: Uint32Array;
  /** Indexes in the list of rules. */
  readonly rules: Uint16Array;
}

/** `landmarks`: further texts to look out for, as rules write their keywords. */
export function indexKeywords(rules: readonly Rule[], landmarks: readonly string[]): KeywordIndex {
  const rulesOf = new Map<string, number[]>();
  addRules(rulesOf, rules, 0);
  for (const landmark of landmarks) if (!rulesOf.has(landmark)) rulesOf.set(landmark, []);
  const landmarkOf = new Map(landmarks.map((landmark, index) => [landmark, index]));
  const keywords = [...rulesOf.keys()];
  const isMet = Int16Array.from(keywords, keyword => landmarkOf.get(keyword) ?? -1);
  return toIndex(rulesOf, isMet, (keyword, own) => (isMet[keyword] === -1 ? edgeOf(own, rules) : anywhere));
}

/** The index of `rules`, of which `known` tells the first `count`. The keywords that it knows keep their numbers. */
export function addToIndex(known: KeywordIndex, rules: readonly Rule[], count: number): KeywordIndex {
  if (rules.length === count) return known;
  const rulesOf = new Map(known.keywords.map((text, keyword) => [text, [...rulesOfKeyword(known, keyword)]]));
  addRules(rulesOf, rules, count);
  const landmarks = new Int16Array(rulesOf.size).fill(-1);
  landmarks.set(known.landmarks);
  return toIndex(rulesOf, landmarks, (keyword, own) => {
    const isAsKnown = keyword < known.keywords.length && (own.at(-1) ?? -1) < count;
    if (isAsKnown) return known.edges[keyword] ?? anywhere;
    return landmarks[keyword] === -1 ? edgeOf(own, rules) : anywhere;
  });
}

function rulesOfKeyword({ ruleEnds, rules }: KeywordIndex, keyword: number): Uint16Array {
  return rules.subarray(keyword === 0 ? 0 : ruleEnds[keyword - 1], ruleEnds[keyword]);
}

function addRules(rulesOf: Map<string, number[]>, rules: readonly Rule[], from: number): void {
  for (let index = from; index < rules.length; index++) {
    for (const keyword of new Set(rules[index]?.keywords)) {
      const list = rulesOf.get(keyword);
      if (list) list.push(index);
      else rulesOf.set(keyword, [index]);
    }
  }
}

function toIndex(
  rulesOf: ReadonlyMap<string, readonly number[]>,
  landmarks: Int16Array,
  edge: (keyword: number, own: readonly number[]) => number,
): KeywordIndex {
  const lists = [...rulesOf.values()];
  const ruleEnds = new Uint32Array(lists.length);
  let end = 0;
  for (const [keyword, list] of lists.entries()) {
    end += list.length;
    ruleEnds[keyword] = end;
  }
  const edges = Uint8Array.from(lists, (list, keyword) => edge(keyword, list));
  const keywords = [...rulesOf.keys()];
  const lengths = Uint16Array.from(keywords, ({ length }) => length);
  return { keywords, lengths, edges, landmarks, ruleEnds, rules: Uint16Array.from(lists.flat()) };
}

/** Where all of the rules let their keyword count. */
function edgeOf(own: readonly number[], rules: readonly Rule[]): number {
  const edges = new Set(own.map(index => edgeNumbers[rules[index]?.edge ?? 'none']));
  const [first = anywhere, ...others] = edges;
  if (others.length === 0) return first;
  // A word of a name begins as a name does.
  return edges.has(anywhere) || edges.has(keyEdge) ? anywhere : nameEdge;
}

const edgeNumbers = { none: anywhere, key: keyEdge, name: nameEdge, word: wordEdge } as const;
