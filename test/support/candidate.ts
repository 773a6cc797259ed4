// A candidate for reasons, from a line with the value between guillemets: candidate('password = "«value»"').

import { assignedName } from '../../src/engine/scan/assigned-name.ts';
import type { Candidate } from '../../src/engine/scan/reasons/reason.ts';

export function candidate(marked: string, place: Partial<Pick<Candidate, 'uri' | 'languageId'>> = {}): Candidate {
  const [before = '', value = '', after = ''] = marked.split(/[«»]/);
  const name = assignedName(before + value + after, before.length);
  return { value, name, left: before, next: after.charAt(0), uri: 'src/case.txt', languageId: '', ...place };
}
