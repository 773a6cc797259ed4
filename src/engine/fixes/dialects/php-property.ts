// `private string $key = '…';`: a property's default must be constant, so it moves into the constructor, as its first statement.
// Where the class has none, it gets one, unless that could hide another or be passed by.

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CodeView } from '../code-view.ts';
import { withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { indexAfter, statementBefore, statementStart } from '../surroundings.ts';
import { type Property, prependStatement, writeConstructor } from './php-constructor.ts';
import { bodyBrace, classAround, findMember, type PhpClass } from './php-members.ts';

export const inConstant = phrase('A constant expression cannot read the environment here.');

type PropertyEdits = { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld;

/** Whether the place is in a property's default, or looks like it: `static $k = …` in a function does, too. */
export function isInProperty(view: CodeView, span: Span): boolean {
  if (view.syntax !== undefined) return view.syntax.positionOf(span) === 'property-default';
  const statement = statementBefore(view, span.start, false);
  return /^(?:#\[[\s\S]*\]\s*)?(?:final|public|protected|private|var|readonly|static)\b(?!\s*(?:fn|function)\b)[^(]*\$\w+\s*=/i.test(
    statement,
  );
}

/** Takes the default away; what is given as code is assigned by the constructor. */
export function moveDefault(view: CodeView, span: Span, code: string): PropertyEdits {
  const property = propertyAround(view, span);
  const owner = classAround(view, span.start);
  if (property === undefined || owner === undefined) return withheld(inConstant);
  if (owner.kind === 'trait') return withheld(phrase('Classes that use this trait have their own constructors.'));
  const reason = whyUnsure(view, owner);
  if (reason !== undefined) return withheld(reason);
  const assignment = `$this->${property.name} = ${code};`;
  const added = addAssignment(view, owner, property, assignment);
  if ('kind' in added) return added;
  return { kind: 'edits', edits: [{ span: { start: property.nameEnd, end: span.end }, newText: '' }, added] };
}

/** One property, not static, with nothing but the literal as its default. */
function propertyAround(view: CodeView, span: Span): Property | undefined {
  const from = statementStart(view, span.start, false);
  const declared = /^\s*(?:#\[[\s\S]*\]\s*)?((?:final\s+)?(?:public|protected|private|var)\b[\w\\?|&()\s]*)\$(\w+)(\s*=\s*)$/i;
  const [, before, name, equals] = declared.exec(view.code.slice(from, span.start)) ?? [];
  if (before === undefined || name === undefined || equals === undefined) return undefined;
  if (/\b(?:static|readonly|const|function|fn)\b/i.test(before)) return undefined;
  const end = indexAfter(view.code, span.end);
  const nameEnd = span.start - equals.length;
  // What is painted over there is a comment.
  if (view.code.charAt(end) !== ';' || view.text.slice(nameEnd, span.start) !== equals) return undefined;
  return { name, nameEnd, start: indexAfter(view.code, from), end: end + 1 };
}

/** Why a constructor of the class might not run before the property is read. */
function whyUnsure({ code }: CodeView, { name }: PhpClass): Phrase | undefined {
  // https://www.php.net/manual/en/language.oop5.magic.php and what fills entities from a database
  if (/\b__(?:unserialize|wakeup|serialize|sleep)\s*\(|\bnewInstanceWithoutConstructor\b|\bDoctrine\\(?:ORM|ODM)\b/i.test(code))
    return phrase('Objects of {0} may be made without its constructor.', name);
  return new RegExp(`\\bextends\\s+(?:[\\w\\\\]*\\\\)?${name}\\b`, 'i').test(code) ? passedBy(name) : undefined;
}

function passedBy(name: string): Phrase {
  return phrase('Classes that extend {0} may not call its constructor.', name);
}

function addAssignment(view: CodeView, owner: PhpClass, property: Property, assignment: string): TextEdit | Withheld {
  const { name, header, brace } = owner;
  const method = findMember(view, brace, /\bfunction\s+__construct\s*\(/gi);
  if (method !== undefined) {
    const body = bodyBrace(view, brace, method);
    return body === undefined ? withheld(inConstant) : prependStatement(view, owner, { at: method, body }, assignment);
  }
  // Traits bring constructors, too; up to PHP 7, a method of the class's name is one.
  const others = new RegExp(`\\buse\\s+[\\w\\\\]|\\bfunction\\s+&?\\s*${name}\\s*\\(`, 'gi');
  if (/\bextends\b/i.test(header) || findMember(view, brace, others) !== undefined)
    return withheld(phrase('A new constructor would hide the one that {0} may have already.', name));
  return /\babstract\s/i.test(header) ? withheld(passedBy(name)) : writeConstructor(view, owner, property, assignment);
}
