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
import { type EnvironmentFixRequest, planEnvironmentFix } from './plan-environment-fix.ts';

/** When cancelled, the plan is one made without a tree: nobody waits for it. */
export function planVerifiedFix(
  request: Omit<EnvironmentFixRequest, 'syntax'>,
  parsers: SyntaxParsers,
  cancel: CancelToken = neverCancelled,
): Promise<FixPlan> {
  const { source } = request;
  const language = languageOf(source);
  return parsers.withTree(source, language, cancel, async (syntax, parser) => {
    if (syntax === undefined || parser === undefined) return planEnvironmentFix(request);
    const plan = planEnvironmentFix({ ...request, syntax });
    if (plan.kind === 'withheld') return plan;
    const changed = applyTextEdits(source.text, plan.edits);
    const isBroken = await parser.withEdits(syntax, changed, plan.edits, cancel, edited =>
      breaksCode(syntax.errors(), edited.errors(), plan.edits),
    );
    return isBroken ? withheld(phrase('The change would not be valid {0}.', titleOf(language))) : plan;
  });
}

function titleOf(language: Language | undefined): string {
  return language?.title ?? '';
}
