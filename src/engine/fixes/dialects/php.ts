// PHP: `getenv('NAME')`, added with `.` where the string held more than the key. A property's default moves into the constructor.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import {
  type Dialect,
  type EnvironmentRequest,
  type Place,
  type Refusals,
  type Rewrite,
  rewriteTo,
  type WriteLookup,
  withheld,
} from '../dialect.ts';
import { concatenate } from '../join.ts';
import type { Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { bracketsAround, characterAfter, characterBefore, indexBefore, statementStart } from '../surroundings.ts';
import { phpHelper } from './php-helper.ts';
import { inConstant, isInProperty, moveDefault } from './php-property.ts';
import { helperEdits, helperLookup } from './type-helper.ts';

const refusals = {
  annotation: phrase('An attribute takes constants only.'),
  'default-argument': phrase('A parameter default must be a constant.'),
  constant: inConstant,
  'enum-member': inConstant,
  'static-variable': inConstant,
  declaration: inConstant,
} satisfies Refusals;

export const phpDialect: Dialect = {
  refusals,
  guessRefusal,
  environmentLookup,
  rewrite,
  supply: (view, needs) => helperEdits(phpHelper, view, needs),
};

/** `throw` is an expression since PHP 8.0; the leading `\` finds the exception from any namespace. */
function environmentLookup(request: EnvironmentRequest): WriteLookup {
  const { variable, style } = request;
  const helper = helperLookup(phpHelper, request);
  if (helper !== undefined) return helper;
  return quote => {
    const plain = `getenv(${quote}${variable}${quote})`;
    if (style === 'plain') return { expression: plain, isAtomic: true, needs: [] };
    return { expression: `${plain} ?: throw new \\RuntimeException(${quote}${variable} is not set${quote})`, isAtomic: false, needs: [] };
  };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refuseForm(literal);
  if (reason !== undefined) return withheld(reason);
  const code = lookup(literal.form.open);
  const bracketed = code.isAtomic ? code.expression : `(${code.expression})`;
  const { span } = literal;
  if (isInProperty(view, span)) {
    const moved = moveDefault(view, span, isWhole(literal) ? code.expression : concatenate(literal, ' . ', bracketed));
    return moved.kind === 'withheld' ? moved : rewriteTo(moved.edits, code);
  }
  if (isWhole(literal)) return rewriteTo([{ span, newText: standsAlone(view, literal) ? code.expression : bracketed }], code);
  const written = concatenate(literal, ' . ', bracketed);
  return rewriteTo([{ span, newText: isTight(view, literal) ? `(${written})` : written }], code);
}

function refuseForm({ kind, form }: Literal): Phrase | undefined {
  if (kind === 'heredoc') return phrase('A here-document cannot call a function.');
  return form.holds === 'words' ? phrase('A shell command cannot call a function.') : undefined;
}

function guessRefusal(view: CodeView, { span }: Literal): Phrase | undefined {
  if (isInAttribute(view, span.start)) return refusals.annotation;
  if (isParameterDefault(view, span.start)) return refusals['default-argument'];
  return isInConstant(view, span.start) ? refusals.constant : undefined;
}

/** `const K = …`, `case K = …`. */
function isInConstant(view: CodeView, start: number): boolean {
  const statement = view.code.slice(statementStart(view, start, false), start).trim();
  if (/^(?:(?:final|public|protected|private)\s+)*const\b/.test(statement)) return true;
  return /^case\s+\w+\s*=/.test(statement) || /^declare\s*\(/.test(statement);
}

function isParameterDefault(view: CodeView, start: number): boolean {
  return bracketsAround(view, start).some(({ open, index }) => {
    if (open !== '(') return false;
    const before = view.code.slice(Math.max(0, index - 200), index).trimEnd();
    return /\b(?:function(?:\s+&?\s*\w+)?|fn)\s*&?$/.test(before);
  });
}

/** Painted code shows `#[` as it is: a comment it would not be. */
function isInAttribute(view: CodeView, start: number): boolean {
  return bracketsAround(view, start).some(({ open, index }) => open === '[' && view.code.charAt(index - 1) === '#');
}

/** `?:` binds looser than nearly all operators, and not at all beside another `?:`. */
function standsAlone(view: CodeView, { span }: Literal): boolean {
  const at = indexBefore(view.code, span.start);
  const before = view.code.slice(Math.max(0, at - 8), at + 1);
  const opens = /(?:^|[^=!<>.+*/%|&^?-])=$|[([,;{]$|=>$|(?:^|\W)(?:return|echo|print|case|yield|throw)$/.test(before);
  const next = characterAfter(view, span.end);
  return opens && (next === '' || ';,)]}'.includes(next));
}

/** `.` binds looser than arithmetic, casts and negation, tighter than comparisons. */
function isTight(view: CodeView, { span }: Literal): boolean {
  return '[-+*/%'.includes(characterAfter(view, span.end) || ' ') || ')!@-+*/%'.includes(characterBefore(view, span.start) || ' ');
}
