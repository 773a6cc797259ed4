// Sets of characters in patterns, as bits: one for each ASCII character, one for all others together.

import type { AST } from '@eslint-community/regexpp';

const others = 128;

export const anyCharacter = (1n << BigInt(others + 1)) - 1n;

type Matching = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

/** What one character of a text this matches. Where that is hard to say, any. */
export function charactersOf(node: AST.Element | Matching, ignoreCase: boolean): bigint {
  const exact = exactly(node);
  return ignoreCase ? withBothCases(exact) : exact;
}

function exactly(node: AST.Element | Matching): bigint {
  switch (node.type) {
    case 'Character':
      return range(node.value, node.value);
    case 'CharacterSet':
      return node.kind === 'any' || node.kind === 'property' ? anyCharacter : negatedIf(node.negate, classes[node.kind]);
    case 'CharacterClass':
      return negatedIf(
        node.negate,
        node.elements.reduce((all, element) => all | ofClassElement(element), 0n),
      );
    default:
      return anyCharacter;
  }
}

function ofClassElement(element: AST.CharacterClassElement): bigint {
  if (element.type === 'CharacterClassRange') return range(element.min.value, element.max.value);
  return element.type === 'Character' || element.type === 'CharacterSet' ? exactly(element) : anyCharacter;
}

/** All characters but those; of the others together some are always left. */
function negatedIf(negate: boolean, set: bigint): bigint {
  return negate ? (anyCharacter & ~set) | range(others, others) : set;
}

function range(from: number, to: number): bigint {
  let set = to >= others ? 1n << BigInt(others) : 0n;
  for (let code = from; code <= Math.min(to, others - 1); code++) set |= 1n << BigInt(code);
  return set;
}

const digits = range(0x30, 0x39);
const capitals = range(0x41, 0x5a);
const smallLetters = range(0x61, 0x7a);

const classes: Readonly<Record<'digit' | 'word' | 'space', bigint>> = {
  digit: digits,
  word: digits | capitals | smallLetters | range(0x5f, 0x5f),
  space: range(9, 13) | range(0x20, 0x20) | range(others, others),
};

/** The letters of ASCII; that two others fold into them (`ſ`, `K`) changes nothing for the one bit they share. */
function withBothCases(set: bigint): bigint {
  return set | ((set & capitals) << 32n) | ((set & smallLetters) >> 32n);
}
