// What a finding is of, in words for people: its rule's title, in the catalogue or the project's own.

import type { Finding } from '../finding.ts';
import { ruleById } from './catalogue.ts';

export function titleOf({ ruleId, title }: Pick<Finding, 'ruleId' | 'title'>): string {
  return title ?? ruleById(ruleId)?.title ?? ruleId;
}
