// Rules of which nothing is there from the start but that they exist: their outlines are read when one of them is met, the rest
// from their file when it is first asked for more. Bundles hold the catalogue in this form (scripts/lazy-catalogue.mjs): to make hundreds
// of rules takes longer than to search a file for their keywords, and a file asks for a handful of them.

import { once } from '../once.ts';
import type { Rule } from './rule.ts';

/** What a scan must know of a rule before its pattern is tried, and what names of variables are compared with. */
export type RuleOutline = Pick<Rule, 'id' | 'provider' | 'edge' | 'before' | 'reach' | 'variable'>;

/** Ways to the rules of one file, in the same order. Each is asked once, when it is first needed. */
export interface RuleParts {
  readonly outlines: () => readonly RuleOutline[];
  /** Most of what there is to read: nobody asks who has the tables of the scan. */
  readonly keywords: () => readonly (readonly string[])[];
  /** The rules, whole. */
  readonly load: () => readonly Rule[];
}

export function lazyRules(count: number, { outlines, keywords, load }: RuleParts): readonly Rule[] {
  const parts = { outlines: once(outlines), keywords: once(keywords), load: once(load) };
  const rules: Rule[] = [];
  // A getter that gives `undefined` stands for a field that is absent, which the type keeps apart.
  for (let index = 0; index < count; index++) rules.push(new LazyRule(index, parts) as Rule);
  return rules;
}

export function outlineOf({ id, provider, edge, before, reach, variable }: Rule): RuleOutline {
  return {
    id,
    provider,
    ...(edge !== undefined && { edge }),
    ...(before !== undefined && { before }),
    ...(reach !== undefined && { reach }),
    ...(variable !== undefined && { variable }),
  };
}

/** Every field of a rule; one that the rule does not have is `undefined` here. */
class LazyRule {
  readonly #index: number;
  readonly #parts: RuleParts;

  constructor(index: number, parts: RuleParts) {
    this.#index = index;
    this.#parts = parts;
  }

  get id() {
    return this.#outline().id;
  }
  get keywords() {
    return at(this.#parts.keywords(), this.#index);
  }
  get edge() {
    return this.#outline().edge;
  }
  get before() {
    return this.#outline().before;
  }
  get reach() {
    return this.#outline().reach;
  }
  get title() {
    return this.#whole().title;
  }
  get provider() {
    return this.#outline().provider;
  }
  get kind() {
    return this.#whole().kind;
  }
  get pattern() {
    return this.#whole().pattern;
  }
  get glance() {
    return this.#whole().glance;
  }
  get refuses() {
    return this.#whole().refuses;
  }
  get silentIn() {
    return this.#whole().silentIn;
  }
  get values() {
    return this.#whole().values;
  }
  get confidence() {
    return this.#whole().confidence;
  }
  get doubts() {
    return this.#whole().doubts;
  }
  get minEntropy() {
    return this.#whole().minEntropy;
  }
  get check() {
    return this.#whole().check;
  }
  get variable() {
    return this.#outline().variable;
  }
  get isCustom() {
    return this.#whole().isCustom;
  }
  get alarm() {
    return this.#whole().alarm;
  }
  get source() {
    return this.#whole().source;
  }

  #outline(): RuleOutline {
    return at(this.#parts.outlines(), this.#index);
  }

  #whole(): Rule {
    return at(this.#parts.load(), this.#index);
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (!item) throw new Error('The outlines are of other rules.');
  return item;
}
