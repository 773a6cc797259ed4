// Runs the checks that need the whole workspace.

import { compilePathGlob } from '../../scan/path-globs.ts';
import { emptyPolicy } from '../../settings/policy.ts';
import type { Settings } from '../../settings/settings.ts';
import { everyRule } from '../../settings/severity.ts';
import { fileKindOf } from '../../usages/file-kind.ts';
import { checkSeverity } from '../check-severity.ts';
import type { Problem } from '../problem.ts';
import { workspaceChecks } from './catalogue.ts';
import { keyFiles } from './key-file.ts';
import { type FileFacts, Workspace, type WorkspaceFacts } from './workspace.ts';

/** By file, then by place. Each file's own settings decide which checks count in it. */
export function findWorkspaceProblems(facts: Omit<WorkspaceFacts, 'policyOf'>, settingsOf: (uri: string) => Settings): readonly Problem[] {
  const found = [...problemsByCheck(facts, settingsOf)].flat();
  return found.sort((a, b) => compareText(a.uri, b.uri) || a.span.start - b.span.start || compareText(a.checkId, b.checkId));
}

/** Check by check, for those who have to let others have their turn in between. */
export function* problemsByCheck(
  facts: Omit<WorkspaceFacts, 'policyOf'>,
  settingsOf: (uri: string) => Settings,
): Generator<readonly Problem[]> {
  const workspace = new Workspace({ ...facts, policyOf: uri => settingsOf(uri).policy });
  const isIgnored = ignoring(settingsOf);
  for (const check of workspaceChecks) {
    yield check
      .find(workspace)
      .filter(({ uri, fingerprint }) => !isAccepted(fingerprint, settingsOf(uri)))
      .filter(({ uri }) => checkSeverity(check, settingsOf(uri)) !== 'off' && !isIgnored(check.id, uri))
      .map((sighting): Problem => ({ checkId: check.id, ...sighting }));
  }
}

/** The files whose mode and place in git the checks ask about. */
export function filesToAskAbout(keys: WorkspaceFacts['keys']): readonly string[] {
  const workspace = new Workspace({ keys, files: [], roots: [], packages: [], knownValues: [], policyOf: () => emptyPolicy });
  return [...new Set([...workspace.environmentFiles(), ...keyFiles(workspace)])].sort();
}

/** Those whose values are to be looked for elsewhere: of what git tracks, everybody has the values anyway. */
export function environmentFilesToSearch(facts: readonly FileFacts[]): readonly string[] {
  return facts.filter(({ uri, isTracked }) => !isTracked && fileKindOf({ uri, languageId: '' }) === 'environment').map(({ uri }) => uri);
}

function ignoring(settingsOf: (uri: string) => Settings): (checkId: string, uri: string) => boolean {
  const globs = new Map<string, (uri: string) => boolean>();
  return (checkId, uri) => {
    const { policy } = settingsOf(uri);
    return policy.ignoreRules.some(({ rule, path }) => {
      if (rule !== checkId && rule !== everyRule) return false;
      const key = `${policy.folder}\0${path}`;
      const matches = globs.get(key) ?? compilePathGlob(path, policy.folder);
      globs.set(key, matches);
      return matches(uri);
    });
  };
}

/** What the project says is no secret is none here either. */
function isAccepted(fingerprint: string | undefined, { policy }: Settings): boolean {
  return policy.ignoreFingerprints.some(ignored => ignored.fingerprint === fingerprint);
}

/** By code unit, so that every machine sorts alike. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
