// Files that are a key, rather than hold one among other things: private keys, service accounts, cluster credentials, what opens
// encrypted environment files.

import { isPrivateKeyFile } from '../../env-file/encrypted/private-key-file.ts';
import { phrase } from '../../phrase.ts';
import type { PlacedUsage } from '../../usages/key.ts';
import { atFile } from './sightings.ts';
import { nameOf, type Workspace } from './workspace.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

export const keyFileTracked: WorkspaceCheck = {
  id: 'key-file-tracked',
  family: 'files',
  title: 'Key file tracked by git',
  why: 'A private key, service account or cluster credential in a repository belongs to everybody who ever had a copy of it. Let git forget and ignore the file, and replace the key.',
  severity: 'error',
  source: 'https://git-scm.com/docs/gitignore',
  find: workspace =>
    keyFiles(workspace).flatMap(uri => {
      if (!workspace.factsOf(uri)?.isTracked) return [];
      const message = phrase('{0} is a key, and git tracks it: stop tracking it and replace the key.', nameOf(uri));
      return [atFile(uri, { message, repairs: [{ kind: 'git-untrack', title: phrase('Stop tracking {0} in git', nameOf(uri)) }] })];
    }),
};

export const keyFileReadable: WorkspaceCheck = {
  id: 'key-file-readable',
  family: 'files',
  title: 'Key file that other users may read',
  why: 'Every account and service on the machine can use the key; ssh refuses such files for that reason. Mode 0600 leaves it to the owner.',
  severity: 'warning',
  source: 'https://man.openbsd.org/ssh#FILES',
  find: workspace =>
    keyFiles(workspace).flatMap(uri => {
      const facts = workspace.factsOf(uri);
      // What is tracked gets its mode from git, and has a worse problem.
      if (facts?.isTracked || !facts?.isOpenToOthers) return [];
      const message = phrase('Other users of this machine may read the key {0}: mode 0600 leaves it to its owner.', nameOf(uri));
      return [atFile(uri, { message, repairs: [{ kind: 'owner-only', title: phrase('Let only its owner read {0}', nameOf(uri)) }] })];
    }),
};

/** Files that hold one of these, under a name of theirs. */
export function keyFiles(workspace: Workspace): readonly string[] {
  return workspace.files().filter(uri => isKeyFileName(nameOf(uri)) && workspace.usagesIn(uri).some(isKeyOfFile));
}

function isKeyOfFile({ ruleId, kind }: PlacedUsage): boolean {
  return (kind === 'hardcoded' || kind === 'config') && ruleId !== undefined;
}

function isKeyFileName(name: string): boolean {
  return isPrivateKeyFile(name) || keyNames.test(name) || accountNames.test(name) || clusterNames.test(name);
}

const keyNames = /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$|\.(?:pem|key|ppk|p8|pk8)$|^(?:age|keys?)\.txt$/i;
const accountNames = /(?:service[-_]?account|credentials?|gcp|google|firebase-adminsdk)[^/]*\.json$/i;
const clusterNames = /^(?:kubeconfig|config)(?:\.ya?ml)?$|\.kubeconfig$|^admin\.conf$/i;
