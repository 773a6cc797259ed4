// A candidate for reasons, from a line with the value between guillemets: candidate('password = "«value»"').

import { assignedName } from '../../src/engine/scan/assigned-name.ts';
import type { Candidate } from '../../src/engine/scan/reasons/reason.ts';

export function candidate(marked: string, place: Partial<Pick<Candidate, 'uri' | 'languageId'>> = {}): Candidate {
  const [before = '', value = '', after = ''] = marked.split(/[«»]/);
  const line = before + value + after;
  const column = before.length;
  return { value, name: assignedName(line, column), line, column, uri: 'src/case.txt', languageId: '', ...place };
}
