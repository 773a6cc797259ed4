// A fix planned with the syntax tree of its text, and parsed again as it would be: what would not be valid code is withheld.

import { type CancelToken, neverCancelled } from '../cancel.ts';
import { languageOf } from '../languages/catalogue.ts';
import type { Language } from '../languages/language.ts';
import { phrase } from '../phrase.ts';
import { breaksCode } from '../syntax/breaks-code.ts';
import type { SyntaxParsers } from '../syntax/syntax-parsers.ts';
import { applyTextEdits } from './apply-text-edits.ts';
import { withheld } from './dialect.ts';
import type { FixPlan } from './plan.ts';
import type { EnvironmentFixRequest } from './plan-environment-fix.ts';

/** `plan` makes the fix, given the tree. When cancelled, it is made without one: nobody waits for it. */
export function planVerifiedFix<Request extends EnvironmentFixRequest>(
  request: Request,
  plan: (request: Request) => FixPlan,
  parsers: SyntaxParsers,
  cancel: CancelToken = neverCancelled,
): Promise<FixPlan> {
  const { source } = request;
  const language = languageOf(source);
  return parsers.withTree(source, language, cancel, async (syntax, parser) => {
    if (syntax === undefined || parser === undefined) return plan(request);
    const planned = plan({ ...request, syntax });
    if (planned.kind === 'withheld') return planned;
    const { edits } = planned;
    const changed = applyTextEdits(source.text, edits);
    const isBroken = await parser.withEdits(syntax, changed, edits, cancel, edited => breaksCode(syntax.errors(), edited.errors(), edits));
    return isBroken ? withheld(phrase('The change would not be valid {0}.', titleOf(language))) : planned;
  });
}

function titleOf(language: Language | undefined): string {
  return language?.title ?? '';
}
