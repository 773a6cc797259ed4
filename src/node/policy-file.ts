// Where a project's policy file is on disk.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Phrase } from '../engine/phrase.ts';
import { type Policy, policyFileName } from '../engine/settings/policy.ts';
import { readPolicy } from '../engine/settings/read-settings.ts';
import { errorCode } from './error-code.ts';

export interface PolicyFile {
  readonly path: string;
  readonly policy: Policy;
  /** What is wrong with it; the rest of it counts. */
  readonly problems: readonly Phrase[];
}

/** The policy file of the nearest folder from here upwards. Throws when there is one that cannot be read: silence would be another policy. */
export function findPolicyFile(folder: string): PolicyFile | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, policyFileName);
    const text = readIfThere(path);
    if (text !== undefined) {
      const { policy, problems } = readPolicy(text);
      return { path, policy: { ...policy, folder: at.replaceAll('\\', '/') }, problems };
    }
    if (dirname(at) === at) return undefined;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}
