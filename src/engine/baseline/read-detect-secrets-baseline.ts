// `.secrets.baseline` of detect-secrets: JSON, by file the SHA-1 of each secret found there.

import { type Phrase, phrase } from '../phrase.ts';
import { detectSecretsFileName } from '../settings/project-file-names.ts';
import { isJson } from '../settings/value-reader.ts';
import type { AcceptedHash } from './accepted.ts';

export interface HashesRead {
  readonly hashes: readonly AcceptedHash[];
  readonly problems: readonly Phrase[];
}

export function readDetectSecretsBaseline(text: string): HashesRead {
  const results = resultsOf(text);
  if (!results) return { hashes: [], problems: [phrase('{0} is not a baseline that can be read.', detectSecretsFileName)] };
  const hashes = Object.entries(results).flatMap(([path, entries]) =>
    (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) => hashOf(path, entry)),
  );
  return { hashes, problems: [] };
}

/** What was audited and found to be a secret is not accepted. */
function hashOf(path: string, entry: unknown): readonly AcceptedHash[] {
  if (!isJson(entry) || entry['is_secret'] === true) return [];
  const sha1 = entry['hashed_secret'];
  if (typeof sha1 !== 'string' || !/^[0-9a-f]{40}$/.test(sha1)) return [];
  return [{ path: path.replaceAll('\\', '/'), sha1 }];
}

function resultsOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const results = isJson(parsed) ? parsed['results'] : undefined;
    return isJson(results) ? results : undefined;
  } catch {
    // Told as a problem by the caller.
    return undefined;
  }
}
