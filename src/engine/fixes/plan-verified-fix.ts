// A fix planned with the syntax tree of its text, and parsed again as it would be: what would not be valid code is withheld.

import { type CancelToken, neverCancelled } from '../cancel.ts';
import { languageOf } from '../languages/catalogue.ts';
import type { Language } from '../languages/language.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { breaksCode } from '../syntax/breaks-code.ts';
import type { GrammarParser, SyntaxParsers } from '../syntax/syntax-parsers.ts';
import type { SyntaxTree } from '../syntax/syntax-tree.ts';
import type { SourceText } from '../text.ts';
import { applyTextEdits } from './apply-text-edits.ts';
import { withheld } from './dialect.ts';
import type { FileEdits, FixPlan, TextEdit } from './plan.ts';
import type { EnvironmentFixRequest } from './plan-environment-fix.ts';

/** `plan` makes the fix, given the tree. When cancelled, it is made without one: nobody waits for it. */
export async function planVerifiedFix<Request extends EnvironmentFixRequest>(
  request: Request,
  plan: (request: Request) => FixPlan,
  parsers: SyntaxParsers,
  cancel: CancelToken = neverCancelled,
): Promise<FixPlan> {
  const { source } = request;
  const language = languageOf(source);
  const planned = await parsers.withTree(source, language, cancel, async (syntax, parser) => {
    if (syntax === undefined || parser === undefined) return plan(request);
    const made = plan({ ...request, syntax });
    if (made.kind === 'withheld') return made;
    return (await isBroken(source.text, made.edits, syntax, parser, cancel)) ? withheld(notValid(language)) : made;
  });
  // Parsers take turns: that of another file may be the same.
  for (const also of planned.kind === 'edits' ? (planned.also ?? []) : [])
    if (await breaksFile(also, parsers, cancel)) return withheld(notValid(languageOf(fileOf(also))));
  return planned;
}

function breaksFile(also: FileEdits, parsers: SyntaxParsers, cancel: CancelToken): Promise<boolean> {
  const file = fileOf(also);
  return parsers.withTree(file, languageOf(file), cancel, async (syntax, parser) =>
    syntax === undefined || parser === undefined ? false : isBroken(also.text, also.edits, syntax, parser, cancel),
  );
}

function fileOf({ path, text }: FileEdits): SourceText {
  return { uri: path, languageId: '', text };
}

async function isBroken(
  text: string,
  edits: readonly TextEdit[],
  syntax: SyntaxTree,
  parser: GrammarParser,
  cancel: CancelToken,
): Promise<boolean> {
  const changed = applyTextEdits(text, edits);
  const broken = await parser.withEdits(syntax, changed, edits, cancel, edited => breaksCode(syntax.errors(), edited.errors(), edits));
  return broken === true;
}

function notValid(language: Language | undefined): Phrase {
  return phrase('The change would not be valid {0}.', language?.title ?? '');
}
