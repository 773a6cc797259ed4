// Environment files that git keeps, would take, or that other users of the machine may read.

import { phrase } from '../../phrase.ts';
import { atFile } from './sightings.ts';
import { type FileFacts, nameOf, type Workspace } from './workspace.ts';
import type { WorkspaceCheck, WorkspaceSighting } from './workspace-check.ts';

export const envFileTracked: WorkspaceCheck = {
  id: 'env-file-tracked',
  family: 'files',
  title: 'Environment file tracked by git',
  why: 'Whoever has the repository has every value that the file ever had, in its history too. Let git forget and ignore the file, commit a `.env.example` with the names alone, and replace the keys.',
  severity: 'error',
  source: 'https://git-scm.com/docs/gitignore',
  find: workspace =>
    inEnvironmentFiles(workspace, ({ uri, isTracked }) => {
      if (!isTracked) return undefined;
      const message = phrase(
        '{0} is tracked by git: whoever has the repository has its values. Stop tracking it and replace them.',
        nameOf(uri),
      );
      const title = phrase('Stop tracking {0} in git', nameOf(uri));
      return atFile(uri, { message, repairs: [{ kind: 'git-untrack', title }], names: namesIn(workspace, uri) });
    }),
};

export const envFileNotIgnored: WorkspaceCheck = {
  id: 'env-file-not-ignored',
  family: 'files',
  title: 'Environment file that git does not ignore',
  why: 'The next `git add .` takes the file along, and what is committed stays in the history. A line in `.gitignore` keeps it out.',
  severity: 'warning',
  source: 'https://git-scm.com/docs/gitignore',
  find: workspace =>
    judgeFiles(workspace, [...workspace.environmentFiles(), ...workspace.privateKeyFiles()], facts => {
      const { uri, isInRepository, isTracked, isIgnored } = facts;
      if (!isInRepository || isTracked || isIgnored !== false) return undefined;
      const message = phrase('{0} holds values and git does not ignore it: the next “git add .” takes it along.', nameOf(uri));
      const title = phrase('Have git ignore {0}', nameOf(uri));
      return atFile(uri, { message, repairs: [{ kind: 'git-ignore', title }], names: namesIn(workspace, uri) });
    }),
};

export const envFileReadable: WorkspaceCheck = {
  id: 'env-file-readable',
  family: 'files',
  title: 'Environment file that other users may read',
  why: 'Every account and service on the machine can read the values. Mode 0600 leaves them to the owner, which is all that development needs.',
  severity: 'information',
  find: workspace =>
    inEnvironmentFiles(workspace, ({ uri, isTracked, isOpenToOthers }) => {
      // What is tracked gets its mode from git, and has a worse problem.
      if (isTracked || !isOpenToOthers) return undefined;
      const message = phrase('Other users of this machine may read {0}: mode 0600 leaves it to its owner.', nameOf(uri));
      const title = phrase('Let only its owner read {0}', nameOf(uri));
      return atFile(uri, { message, repairs: [{ kind: 'owner-only', title }], names: namesIn(workspace, uri) });
    }),
};

/** Only where the project asks for it. */
export const envFilePlain: WorkspaceCheck = {
  id: 'env-file-plain',
  family: 'files',
  title: 'Environment file with plain values',
  why: 'The project asks for encrypted environment files (`encryptEnvironmentFiles` in `.keyhygiene.json`), and these values stand in plain text: whoever reads the disk or a backup of it has them.',
  severity: 'warning',
  source: 'https://dotenvx.com/docs/features/encryption',
  find: workspace =>
    workspace.environmentFiles().flatMap(uri => {
      if (!workspace.policyOf(uri).encryptEnvironmentFiles) return [];
      const names = namesIn(workspace, uri);
      const message = phrase(
        'The project asks for encrypted environment files, and {0} holds {1} plain values.',
        nameOf(uri),
        names.length,
      );
      return [atFile(uri, { message, names, repairs: [{ kind: 'encrypt', title: phrase('Encrypt {0}', nameOf(uri)) }] })];
    }),
};

type Judge = (facts: FileFacts) => WorkspaceSighting | undefined;

function inEnvironmentFiles(workspace: Workspace, judge: Judge): readonly WorkspaceSighting[] {
  return judgeFiles(workspace, workspace.environmentFiles(), judge);
}

function judgeFiles(workspace: Workspace, uris: readonly string[], judge: Judge): readonly WorkspaceSighting[] {
  return uris.flatMap(uri => {
    const facts = workspace.factsOf(uri);
    return (facts && judge(facts)) ?? [];
  });
}

/** Of the rows with a value. */
function namesIn(workspace: Workspace, uri: string): readonly string[] {
  const rows = workspace.usagesIn(uri).filter(({ kind }) => kind === 'config');
  return [...new Set(rows.flatMap(({ name }) => name ?? []))];
}
