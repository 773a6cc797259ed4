// What to do about a finding, in one sentence.

import type { Finding } from '../finding.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { fileKindOf } from '../usages/file-kind.ts';

/** `path`: of the file it was found in. What to do depends on what the file is for. */
export function advise(finding: Pick<Finding, 'kind' | 'variable'>, path: string): Phrase {
  const fileKind = fileKindOf({ uri: path, languageId: '' });
  if (fileKind === 'environment') return phrase('Keep this file out of version control.');
  if (fileKind === 'template') return phrase('Leave the value empty here: templates are shared.');
  if (finding.kind === 'private-key') return phrase('Keep it outside the repository, and replace it if this file was ever shared.');
  if (finding.variable === undefined) return phrase('Read it from the environment, and replace it if this file was ever shared.');
  return phrase('Read it from the environment as {0}, and replace it if this file was ever shared.', finding.variable);
}
