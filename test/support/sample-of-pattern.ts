// Makes up a text that a regular expression matches, from the expression's own syntax tree.
// Look-arounds are passed over: whoever asks tries the answer and asks again.

import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { SeededRandom } from './seeded-random.ts';

export interface PatternSample {
  readonly text: string;
  /** What the group `secret` holds, or the whole text. */
  readonly secret: string;
}

/** How far above its least count a repetition may go: samples stay short where a format allows hundreds of characters. */
const mostExtra = 8;

export function sampleOfPattern(pattern: RegExp, random: SeededRandom): PatternSample {
  const tree = new RegExpParser({ ecmaVersion: 2022 }).parseLiteral(`/${pattern.source}/${pattern.flags}`);
  const groups = new Map<string, string>();
  const text = anyOf(tree.pattern.alternatives, { random, groups, inSecret: false });
  return { text, secret: groups.get('secret') ?? text };
}

interface Work {
  readonly random: SeededRandom;
  readonly groups: Map<string, string>;
  /** Variety belongs into the secret; around it the first choice is the plainest. */
  readonly inSecret: boolean;
}

function anyOf(alternatives: readonly AST.Alternative[], work: Work): string {
  const chosen = work.inSecret ? work.random.pick(alternatives) : alternatives[0];
  return chosen ? chosen.elements.map(element => sampleOf(element, work)).join('') : '';
}

function sampleOf(element: AST.Element, work: Work): string {
  switch (element.type) {
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterClass':
    case 'CharacterSet':
      return work.random.pick(charactersOf(element));
    case 'Group':
      return anyOf(element.alternatives, work);
    case 'CapturingGroup': {
      const text = anyOf(element.alternatives, { ...work, inSecret: work.inSecret || element.name === 'secret' });
      if (element.name) work.groups.set(element.name, text);
      return text;
    }
    case 'Quantifier': {
      const most = Math.min(element.max, element.min + (work.inSecret ? mostExtra : 0));
      const count = element.min + work.random.below(most - element.min + 1);
      return Array.from({ length: count }, () => sampleOf(element.element, work)).join('');
    }
    case 'Assertion':
      return '';
    default:
      throw new Error(`No sample for ${element.type}: ${element.raw}`);
  }
}

const printable = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index));
const plain = printable.filter(character => /[A-Za-z0-9]/.test(character));

function charactersOf(element: AST.CharacterClass | AST.CharacterSet): readonly string[] {
  const fits = new RegExp(`^${element.raw}$`);
  const fitting = printable.filter(character => fits.test(character));
  const found = element.type === 'CharacterClass' && !element.negate ? fitting : fitting.filter(character => plain.includes(character));
  return found.length > 0 ? found : [' '];
}
