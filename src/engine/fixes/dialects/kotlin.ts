// Kotlin: `System.getenv("NAME") ?: error(…)`, in a template where the literal held more than the key.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { splice } from '../join.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { sentToUsers } from '../sent-to-users.ts';
import { standsAloneOnLine } from '../stands-alone.ts';
import { bracketsAround, statementBefore, usesOf } from '../surroundings.ts';

export const kotlinDialect: Dialect = { refuse, environmentLookup, rewrite };

/** Android apps, pages in a browser and native programs without a virtual machine. */
function refuse({ code }: CodeView): Phrase | undefined {
  if (/^[ \t]*import\s+(?:android|androidx|platform\.UIKit|kotlinx\.browser|org\.w3c\.dom|react)\b/m.test(code)) return sentToUsers;
  if (/^[ \t]*import\s+(?:kotlinx\.cinterop|platform\.posix)\b/m.test(code)) return phrase('Native Kotlin has no “{0}”.', 'System.getenv');
  return /\b(?:class|interface|object)\s+System\b/.test(code) ? phrase('Something else is named “{0}” in this file.', 'System') : undefined;
}

function environmentLookup({ variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const plain = `System.getenv("${variable}")`;
  return () =>
    style === 'plain'
      ? { expression: plain, isAtomic: true, needs: [] }
      : { expression: `${plain} ?: error("${variable} is not set")`, isAtomic: false, needs: [] };
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  if (isInAnnotation(view, literal.span.start)) return withheld(phrase('An annotation takes constants only.'));
  const constant = constantEdits(view, literal);
  if (constant.kind === 'withheld') return constant;
  const code = lookup('"');
  return rewriteTo([...constant.edits, { span: literal.span, newText: write(view, literal, code) }], code);
}

function write(view: CodeView, literal: Literal, { expression, isAtomic }: Lookup): string {
  const { form, span } = literal;
  if (!isWhole(literal)) return splice(literal, `${form.holes?.[0]?.open ?? '$' + '{'}${expression}}`);
  return isAtomic || standsAloneOnLine(view, span) ? expression : `(${expression})`;
}

/** `const val` becomes `val`, where nothing in this file needs the constant. */
function constantEdits(view: CodeView, { span }: Literal): { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Withheld {
  const statement = statementBefore(view, span.start, true);
  const [, name] = /\bconst\s+val\s+(\w+)\s*(?::\s*String\s*)?=/.exec(statement) ?? [];
  if (name === undefined) return { kind: 'edits', edits: [] };
  const start = view.code.lastIndexOf('const', span.start);
  const declared = view.code.indexOf(name, start);
  const isConstant = usesOf(view, name, declared).some(
    use => isInAnnotation(view, use) || /\bconst\s+val\b/.test(statementBefore(view, use, true)),
  );
  if (isConstant) return withheld(phrase('{0} is used where a constant is needed.', name));
  const end = start + (/^const\s+/.exec(view.code.slice(start, start + 50))?.[0].length ?? 0);
  return { kind: 'edits', edits: [{ span: { start, end }, newText: '' }] };
}

/** `@Name("…")`, `@file:Name("…")`, also further in. */
function isInAnnotation(view: CodeView, offset: number): boolean {
  return bracketsAround(view, offset).some(
    ({ open, index }) => open === '(' && /@(?:\w+:)?[\w.]+(?:<[^<>]*>)?$/.test(view.code.slice(Math.max(0, index - 150), index)),
  );
}
