// `.gitleaksignore`: a fingerprint a line, `file:rule:line` or `commit:file:rule:line`. A `#` begins a comment.

import type { AcceptedPlace } from './accepted.ts';

/** Its rules are not ours: what counts is the place. Of a commit, too: the line may stand there still. */
export function readGitleaksIgnore(text: string): readonly AcceptedPlace[] {
  return text.split(/\r?\n/).flatMap(line => {
    const { path, number } = fingerprintForm.exec(line.trim())?.groups ?? {};
    return path === undefined ? [] : [{ path: path.replaceAll('\\', '/').replace(/^\.\//, ''), line: Number(number) - 1 }];
  });
}

const fingerprintForm = /^(?!#)(?:[0-9a-f]{7,64}:)?(?<path>.+):[\w.-]+:(?<number>[1-9]\d{0,8})$/;
