// Copies of environment files that people and editors leave behind, which no tool reads and no ignore list knows.

import { phrase } from '../../phrase.ts';
import { isPlaceholderValue } from '../../usages/placeholder-value.ts';
import { readDefinitions } from '../../usages/read-definitions.ts';
import { isSecretName } from '../../usages/secret-name.ts';
import type { TextCheck } from './text-check.ts';

export const envBackup: TextCheck = {
  id: 'env-backup',
  family: 'files',
  title: 'Backup copy of an environment file',
  why: 'A copy such as `.env.bak` holds the same keys as the file it was made from, but no tool reads it, ignore lists miss it, and nobody thinks of it when a key is replaced. Delete it, or keep it where secrets are kept.',
  severity: 'warning',
  files: /env/i,
  find: text => {
    if (!backups.test(text.fileName)) return [];
    const kept = readDefinitions(text.text).filter(({ name, value }) => isSecretName(name) && !isPlaceholderValue(value));
    if (kept.length === 0 && text.findings.length === 0) return [];
    const message = phrase('{0} is a copy of an environment file with its keys in it: delete it once it is not needed.', text.fileName);
    const repairs = [{ kind: 'delete-file', title: phrase('Delete or Move {0}…', text.fileName) } as const];
    return [{ span: { start: 0, end: 0 }, names: kept.map(({ name }) => name), message, repairs }];
  },
};

const backups =
  /^\.env(?:\.[\w-]{1,40}){0,3}(?:~|\.(?:bak|backup|save|saved|old|orig|copy|swp|tmp|\d{6,14})|[-_ ](?:bak|backup|copy|old))$|^\.env[\w. -]{0,60}\.(?:bak|old|orig)\d{0,3}$|^(?:copy of |backup of )\.env/i;
