// A weighed match told to people: everything that was weighed, nothing of the value.

import type { HideSecrets } from '../hide-secrets.ts';
import { entropyOf } from './reasons/entropy.ts';
import type { Reason, Trace } from './trace.ts';
import type { WeighedMatch } from './weigh-match.ts';

/** `objection`: why a believed match is not shown. */
export function traceOf(
  text: string,
  { rule, match, name, reasons, confidence }: WeighedMatch,
  objection: Reason | undefined,
  hide: HideSecrets,
): Trace {
  const value = text.slice(match.secret.start, match.secret.end);
  return {
    ruleId: rule.id,
    span: match.secret,
    ...(name === '' ? {} : { name: hide(name, match.secret) }),
    entropy: entropyOf(value),
    length: value.length,
    reasons: objection ? [...reasons, objection] : reasons,
    confidence: objection ? undefined : confidence,
  };
}
