// Rules of which nothing is there from the start but that they exist: their outlines are read when one of them is met, the rest
// from their file when it is first asked for more. Bundles hold the catalogue in this form (scripts/lazy-catalogue.mjs): to make hundreds
// of rules takes longer than to search a file for their keywords, and a file asks for a handful of them.

import { once } from '../once.ts';
import type { Rule } from './rule.ts';

/** What a scan must know of a rule before it meets one of its keywords. */
export type RuleOutline = Pick<Rule, 'id' | 'keywords' | 'edge' | 'before' | 'reach'>;

/**
 * The rules of one file. `readOutlines` gives what is known of them without it, `load` the same rules, whole, in the same order.
 * Each is asked once, when it is first needed.
 */
export function lazyRules(count: number, readOutlines: () => readonly RuleOutline[], load: () => readonly Rule[]): readonly Rule[] {
  const outlines = once(readOutlines);
  const whole = once(load);
  const rules: Rule[] = [];
  // A getter that gives `undefined` stands for a field that is absent, which the type keeps apart.
  for (let index = 0; index < count; index++) rules.push(new LazyRule(index, outlines, whole) as Rule);
  return rules;
}

export function outlineOf({ id, keywords, edge, before, reach }: Rule): RuleOutline {
  return {
    id,
    keywords,
    ...(edge !== undefined && { edge }),
    ...(before !== undefined && { before }),
    ...(reach !== undefined && { reach }),
  };
}

/** Every field of a rule; one that the rule does not have is `undefined` here. */
class LazyRule {
  readonly #index: number;
  readonly #outlines: () => readonly RuleOutline[];
  readonly #load: () => readonly Rule[];

  constructor(index: number, outlines: () => readonly RuleOutline[], load: () => readonly Rule[]) {
    this.#index = index;
    this.#outlines = outlines;
    this.#load = load;
  }

  get id() {
    return this.#outline().id;
  }
  get keywords() {
    return this.#outline().keywords;
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
    return this.#whole().provider;
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
    return this.#whole().variable;
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
    return at(this.#outlines(), this.#index);
  }

  #whole(): Rule {
    return at(this.#load(), this.#index);
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (!item) throw new Error('The outlines are of other rules.');
  return item;
}
