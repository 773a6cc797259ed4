// Rules of which only the outlines are there from the start; the rest is read from their file when one of them is first asked for
// more. Bundles hold the catalogue in this form (scripts/lazy-catalogue.mjs): to make hundreds of rules takes longer than to
// search a file for their keywords, and a file asks for a handful of them.

import type { Rule } from './rule.ts';

/** What a scan must know of a rule before it meets one of its keywords. */
export type RuleOutline = Pick<Rule, 'id' | 'keywords' | 'edge' | 'before' | 'reach'>;

/** `load`: the same rules, whole, in the same order. */
export function lazyRules(outlines: readonly RuleOutline[], load: () => readonly Rule[]): readonly Rule[] {
  // A getter that gives `undefined` stands for a field that is absent, which the type keeps apart.
  return outlines.map((outline, index) => new LazyRule(outline, () => ruleAt(load(), index)) as Rule);
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
  readonly id: Rule['id'];
  readonly keywords: Rule['keywords'];
  readonly edge: Rule['edge'];
  readonly before: Rule['before'];
  readonly reach: Rule['reach'];
  readonly #load: () => Rule;
  #loaded: Rule | undefined;

  constructor({ id, keywords, edge, before, reach }: RuleOutline, load: () => Rule) {
    this.id = id;
    this.keywords = keywords;
    this.edge = edge;
    this.before = before;
    this.reach = reach;
    this.#load = load;
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

  #whole(): Rule {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }
}

function ruleAt(rules: readonly Rule[], index: number): Rule {
  const rule = rules[index];
  if (!rule) throw new Error('The outlines are of other rules.');
  return rule;
}
