// Problems of one file as a report tells them: with the path people know it by, and how loud each is.

import { checkById } from '../hygiene/catalogue.ts';
import { checkSeverity } from '../hygiene/check-severity.ts';
import type { Problem } from '../hygiene/problem.ts';
import type { Settings } from '../settings/settings.ts';
import type { ReportedProblem } from './scan-result.ts';

export function reportProblems(problems: readonly Problem[] | undefined, path: string, settings: Settings): readonly ReportedProblem[] {
  return (problems ?? []).flatMap(problem => {
    const check = checkById(problem.checkId);
    const severity = check ? checkSeverity(check, settings) : 'off';
    return severity === 'off' ? [] : [{ ...problem, path, severity }];
  });
}

/** Whether a scan fails because of it: what is told for information only never stops anybody. */
export function isSevere({ severity }: Pick<ReportedProblem, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}
