// How a pattern that people wrote could behave: how many ways there are to match one text, and how long a match can be.
// Read from its syntax alone. Backtracking tries all ways, so few ways mean little time on any text.

import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { anyCharacter, charactersOf } from './pattern-characters.ts';

export interface PatternCost {
  /** An upper bound; infinite or astronomical where repetitions can share out one text among themselves. */
  readonly ways: number;
  /** Characters of the shortest match. */
  readonly least: number;
  /** Characters of the longest match. */
  readonly most: number;
  /** What every match begins with, as far as that is literal; in lower case. */
  readonly beginning: string;
  readonly groupNames: readonly string[];
  readonly refersBack: boolean;
}

/** `undefined` where it is no valid pattern. No repetition is longer than the text it is tried on. */
export function patternCost(source: string, flags: string, longestText = scanWindow): PatternCost | undefined {
  try {
    const pattern = new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source, 0, source.length, { unicode: false });
    const meter = new Meter(flags.includes('i'), longestText);
    const ways = meter.ways(pattern, 0n);
    const groupNames = meter.groupNames;
    return { ways, ...meter.width(pattern), beginning: beginningOf(pattern), groupNames, refersBack: meter.refersBack };
  } catch {
    // The parser's way of saying that this is no pattern.
    return undefined;
  }
}

type Node = AST.Pattern | AST.Alternative | AST.Element | AST.QuantifiableElement;

interface Width {
  readonly least: number;
  readonly most: number;
}

/** Of a text that is scanned, a pattern sees so much at a time. */
const scanWindow = 1024;

class Meter {
  readonly #ignoreCase: boolean;
  readonly #longestText: number;
  readonly groupNames: string[] = [];
  refersBack = false;

  constructor(ignoreCase: boolean, longestText: number) {
    this.#ignoreCase = ignoreCase;
    this.#longestText = longestText;
  }

  /** `next`: the characters that may come behind it. At the pattern's end none: a match that is complete is not tried again. */
  ways(node: Node, next: bigint): number {
    switch (node.type) {
      case 'Pattern':
      case 'Group':
        return this.#waysOfChoice(node.alternatives, next);
      case 'CapturingGroup':
        if (node.name !== null) this.groupNames.push(node.name);
        return this.#waysOfChoice(node.alternatives, next);
      case 'Assertion':
        // What is looked at from behind is read backwards: what comes next is not what follows in the pattern.
        return 'alternatives' in node ? this.#waysOfChoice(node.alternatives, node.kind === 'lookbehind' ? anyCharacter : 0n) : 1;
      case 'Alternative':
        return this.#waysOfSequence(node.elements, next);
      case 'Quantifier':
        return this.#waysOfRepetition(node, next);
      case 'Backreference':
        this.refersBack = true;
        return 1;
      default:
        return 1;
    }
  }

  width(node: Node): Width {
    switch (node.type) {
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup': {
        const widths = node.alternatives.map(alternative => this.width(alternative));
        return { least: Math.min(...widths.map(({ least }) => least)), most: Math.max(...widths.map(({ most }) => most)) };
      }
      case 'Alternative': {
        const widths = node.elements.map(element => this.width(element));
        return { least: sum(widths.map(({ least }) => least)), most: sum(widths.map(({ most }) => most)) };
      }
      case 'Quantifier': {
        const { least, most } = this.width(node.element);
        return { least: least * node.min, most: most === 0 ? 0 : most * node.max };
      }
      case 'Assertion':
        return { least: 0, most: 0 };
      case 'Backreference':
        return { least: 0, most: Number.POSITIVE_INFINITY };
      default:
        return { least: 1, most: 1 };
    }
  }

  /** Of alternatives that begin differently only one can match. */
  #waysOfChoice(alternatives: readonly AST.Alternative[], next: bigint): number {
    const ways = alternatives.map(alternative => this.ways(alternative, next));
    let seen = 0n;
    for (const alternative of alternatives) {
      const first = this.#firstOf(alternative, next);
      if ((seen & first) !== 0n) return sum(ways);
      seen |= first;
    }
    return Math.max(...ways);
  }

  #waysOfSequence(elements: readonly AST.Element[], next: bigint): number {
    let ways = 1;
    let behind = next;
    for (const element of elements.toReversed()) {
      ways *= this.ways(element, behind);
      behind = this.#firstOf(element, behind);
    }
    return ways;
  }

  /** A repetition that cannot give back what comes next ends in one place only. */
  #waysOfRepetition({ element, min, max }: AST.Quantifier, next: bigint): number {
    const times = Math.min(max, this.#longestText);
    const first = this.#firstOf(element, 0n);
    const inner = this.ways(element, times > 1 ? next | first : next);
    const ends = min === max || (first & next) === 0n ? 1 : times - min + 1;
    return (inner === 1 ? 1 : inner ** times) * ends;
  }

  /** The characters it may begin with, or those behind it where it may be empty. */
  #firstOf(node: Node, next: bigint): bigint {
    switch (node.type) {
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives.reduce((all, alternative) => all | this.#firstOf(alternative, next), 0n);
      case 'Alternative':
        return node.elements.reduceRight((behind, element) => this.#firstOf(element, behind), next);
      case 'Quantifier':
        return this.#firstOf(node.element, next) | (node.min === 0 ? next : 0n);
      case 'Assertion':
      case 'Backreference':
        // May fail whatever comes.
        return anyCharacter;
      default:
        return charactersOf(node, this.#ignoreCase);
    }
  }
}

function beginningOf(node: AST.Pattern | AST.Group | AST.CapturingGroup): string {
  const [only, ...others] = node.alternatives;
  if (only === undefined || others.length > 0) return '';
  let text = '';
  for (const element of only.elements) {
    if (element.type === 'Assertion') continue;
    if (element.type === 'Group' || element.type === 'CapturingGroup') return text + beginningOf(element);
    if (element.type !== 'Character') break;
    text += String.fromCodePoint(element.value).toLowerCase();
  }
  return text;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
