// Everything of the extension that is the same on every machine: a table of contents. The roots bring the abilities.

import type * as vscode from 'vscode';
import { connectionOf } from '../engine/managers/connection-words.ts';
import type { Abilities } from './abilities.ts';
import { Boundary } from './commands.ts';
import { DiskScan } from './disk-scan.ts';
import { DisposableStore } from './disposables.ts';
import { Engines } from './engines.ts';
import { EnvironmentFix } from './environment-fix.ts';
import { registerChooseManager } from './features/choose-manager.ts';
import { registerCopyMasked } from './features/copy-masked.ts';
import { registerCopyPrivateKey } from './features/copy-private-key.ts';
import { registerDecryptEnvironmentFile } from './features/decrypt-environment-file.ts';
import { registerDecryptForEditing } from './features/decrypt-for-editing.ts';
import { registerDiagnostics } from './features/diagnostics.ts';
import { registerEncryptEnvironmentFile } from './features/encrypt-environment-file.ts';
import { registerEncryptedValueHover } from './features/encrypted-value-hover.ts';
import { registerEncryptionActions } from './features/encryption-actions.ts';
import { registerFileDecorations } from './features/file-decorations.ts';
import { registerIgnore } from './features/ignore.ts';
import { registerKeptKeys } from './features/kept-keys.ts';
import { registerKeyCommands } from './features/key-commands.ts';
import { registerKeyCompletion } from './features/key-completion.ts';
import { registerKeyDefinition } from './features/key-definition.ts';
import { registerKeyDetails } from './features/key-details.ts';
import { registerKeyLens } from './features/key-lens.ts';
import { registerKeyRename } from './features/key-rename.ts';
import { registerKeysView } from './features/keys-view.ts';
import { type LeastPrivilegeDeps, registerLeastPrivilege } from './features/least-privilege.ts';
import { registerMoveEnvironmentFile } from './features/move-environment-file.ts';
import { registerMoveToManager } from './features/move-to-manager.ts';
import { type MoveDeps, registerMoveToPersonalKeys } from './features/move-to-personal-keys.ts';
import { registerPersonalKeyPlaces } from './features/personal-key-places.ts';
import { registerPersonalKeys } from './features/personal-keys.ts';
import { registerProblemDiagnostics } from './features/problem-diagnostics.ts';
import { registerProblemFixes } from './features/problem-fixes.ts';
import { registerQuickFixes } from './features/quick-fixes.ts';
import { type DescribeSecret, registerReferenceHover } from './features/reference-hover.ts';
import { registerReferenceLinks } from './features/reference-links.ts';
import { registerRepairProblem } from './features/repair-problem.ts';
import { registerReplaceWithEnvironment } from './features/replace-with-environment.ts';
import { registerRotationChecklist } from './features/rotation-checklist.ts';
import { registerRulePage } from './features/rule-page.ts';
import { registerSetEncryptedValue } from './features/set-encrypted-value.ts';
import { registerShowInKeys } from './features/show-in-keys.ts';
import { registerSignInToVault } from './features/sign-in-to-vault.ts';
import { registerStatusBar } from './features/status-bar.ts';
import { registerUntrackEnvironmentFile } from './features/untrack-environment-file.ts';
import { registerWatch } from './features/watch.ts';
import { registerWhyHover } from './features/why-hover.ts';
import { registerWorkspaceProblems } from './features/workspace-problems.ts';
import { registerWorkspaceScan } from './features/workspace-scan.ts';
import { FindingsStore } from './findings-store.ts';
import { KeyCache } from './key-cache.ts';
import { KeyProblems } from './key-problems.ts';
import { KeysStore } from './keys-store.ts';
import { KnownPlaces } from './known-places.ts';
import { createLog, registerLogCommand } from './log.ts';
import { createSecretParts, type SecretParts } from './managers/secret-parts.ts';
import { OpenDocuments } from './open-documents.ts';
import { OwnWrites } from './own-writes.ts';
import { PersonalKeys } from './personal-keys.ts';
import { Policies } from './policies.ts';
import { ProblemNotices } from './problem-notices.ts';
import { ProblemsStore } from './problems-store.ts';
import { ProjectReader } from './project-reader.ts';
import type { ReplacementDeps } from './replacement.ts';
import { StorePlaces } from './store-places.ts';
import { createSyntaxParsers } from './syntax-parsers.ts';
import { VariableIndex } from './variable-index.ts';
import { WorkspaceChecks } from './workspace-checks.ts';

/** What VS Code lends the extension. */
export type EditorContext = Pick<
  vscode.ExtensionContext,
  'environmentVariableCollection' | 'extension' | 'extensionUri' | 'globalState' | 'secrets' | 'storageUri' | 'workspaceState'
>;

/** The caller disposes what is returned, and with it everything here. */
export function activateEditor(lent: Abilities, context: EditorContext): vscode.Disposable {
  const { extensionUri, globalState, secrets, storageUri, workspaceState } = context;
  const store = new DisposableStore();
  const log = store.add(createLog());
  const boundary = new Boundary(log);
  const ownWrites = store.add(new OwnWrites(boundary));
  const abilities = ownWrites.watched(lent);
  const { fingerprint, sha1, readTables, newSalt, scanner, store: valueStore, files } = abilities;
  if (scanner) store.add(scanner);
  const cache = new KeyCache({ abilities, secrets, storageUri, log });
  const notices = new ProblemNotices(log);
  const policies = store.add(new Policies({ notices, boundary, salt: saltOfWorkspace(workspaceState, newSalt) }));
  const engines = store.add(new Engines({ policies, fingerprint, sha1, readTables, notices, boundary }));
  const findings = store.add(new FindingsStore());
  const keys = store.add(new KeysStore());
  const problems = store.add(new ProblemsStore());
  const keyProblems = store.add(new KeyProblems({ engines, problems }));
  const diskScan = new DiskScan({ scanner, engines, policies, keys, problems });
  const knownPlaces = new KnownPlaces({ scanner, diskScan });
  const checks = store.add(new WorkspaceChecks({ files, engines, keys, problems, diskScan, knownPlaces }));
  const coversOnDisk = (uri: vscode.Uri): boolean => diskScan.covers(uri);
  const openDocuments = store.add(new OpenDocuments({ engines, findings, keys, problems, coversOnDisk, boundary }));
  const projects = store.add(new ProjectReader());
  const storePlaces = new StorePlaces({ engines, keys, projects, store: valueStore });
  const syntax = store.add(createSyntaxParsers({ extensionUri, log }));
  const environmentFix = new EnvironmentFix({ engines, findings, keys, projects, storePlaces, syntax });

  store.add(registerLogCommand(log));
  store.add(registerDiagnostics({ engines, findings, boundary }));
  store.add(registerProblemDiagnostics({ engines, problems, boundary }));
  store.add(registerProblemFixes({ problems }));
  store.add(registerRulePage({ boundary }));
  const secretParts = createSecretParts({ reach: abilities.managers, secrets, globalState, engines, projects, log });
  const replacing = { environmentFix, storePlaces, findings, openDocuments, store: valueStore };
  store.add(registerMoves({ ...replacing, ...secretParts, engines, keys, projects, boundary, log }));
  store.add(registerEncryption({ abilities, context, keys, environmentFix, findings, projects, boundary }));
  store.add(registerIgnore({ findings, openDocuments, policies, boundary }));
  store.add(registerCopyMasked({ boundary }));
  store.add(registerWhyHover({ engines, findings, environmentFix, storePlaces, boundary }));
  const { tree, view, progress } = store.add(registerKeysView({ keys, problems: keyProblems, memory: workspaceState, boundary }));
  const details = store.add(registerKeyDetails({ keys, problems: keyProblems, keysView: view, memory: workspaceState, boundary }));
  store.add(registerRepairProblem({ files, store: valueStore, keys, problems, checks, view, selectedDetail: details.selected, boundary }));
  store.add(registerRotationChecklist({ view, shownKey: details.key, boundary }));
  store.add(registerKeyCommands({ view, boundary }));
  store.add(registerReferences({ engines, keys, view, boundary, desk: secretParts.desk }));
  store.add(registerShowInKeys({ keys, tree, view, boundary }));
  store.add(registerStatusBar({ keys, boundary }));
  store.add(registerFileDecorations({ keys, boundary }));
  store.add(registerVariables({ engines, keys, diskScan, boundary }));
  const { version } = context.extension.packageJSON;
  const { shown } = store.add(registerKeptKeys({ cache, keys, diskScan, policies, version, boundary }));
  store.add(registerWorkspaceScan({ diskScan, checks, engines, view: progress, shown, boundary }));
  store.add(registerWorkspaceProblems({ checks, diskScan, keys, ownWrites, boundary }));
  store.add(registerWatch({ diskScan, findings, openDocuments, ownWrites, boundary }));

  const start = boundary.guard('start', async () => {
    await engines.ready();
    openDocuments.start();
  });
  start();
  return store;
}

interface EncryptionDeps extends Omit<MoveDeps, 'personalKeys'> {
  readonly abilities: Abilities;
  readonly context: EditorContext;
  readonly keys: KeysStore;
}

/** Encrypted environment files, and personal keys: what is kept with VS Code's secrets. */
function registerEncryption({ abilities: { encryption }, context, keys, boundary, ...others }: EncryptionDeps): vscode.Disposable {
  const store = new DisposableStore();
  const { secrets, workspaceState: memory, environmentVariableCollection: environment } = context;
  const personalKeys = store.add(new PersonalKeys({ secrets, memory, environment, privateKeys: encryption?.privateKeys, boundary }));
  store.add(registerEncryptEnvironmentFile({ encryption, personalKeys, keys, boundary }));
  store.add(registerDecryptEnvironmentFile({ encryption, boundary }));
  store.add(registerDecryptForEditing({ encryption, boundary }));
  store.add(registerCopyPrivateKey({ encryption, boundary }));
  store.add(registerSetEncryptedValue({ encryption, boundary }));
  store.add(registerEncryptedValueHover(encryption));
  store.add(registerEncryptionActions(encryption));
  store.add(registerPersonalKeys({ personalKeys, boundary }));
  store.add(registerPersonalKeyPlaces({ personalKeys, keys, boundary }));
  store.add(registerMoveToPersonalKeys({ personalKeys, boundary, ...others }));
  return store;
}

const saltMemory = 'keyHygiene.salt';

/** The same each time the workspace is opened, so that what was remembered of its keys fits what is found. It opens nothing. */
function saltOfWorkspace(memory: vscode.Memento, newSalt: () => string): string {
  const known = memory.get<string>(saltMemory);
  if (known !== undefined) return known;
  const drawn = newSalt();
  void memory.update(saltMemory, drawn);
  return drawn;
}

interface ReferencesDeps extends LeastPrivilegeDeps, Pick<SecretParts, 'desk'> {
  readonly engines: Engines;
}

/** References to secret managers: what they are, where they lead, what a program needs to follow them. */
function registerReferences({ engines, keys, view, boundary, desk }: ReferencesDeps): vscode.Disposable {
  const store = new DisposableStore();
  const describe: DescribeSecret | undefined = desk.canStore ? (address, scope) => desk.describe(address, scope) : undefined;
  store.add(registerReferenceHover({ keys, boundary, describe }));
  store.add(
    registerReferenceLinks({ keys, endpointOf: ({ manager }, scope) => connectionOf(engines.forUri(scope).settings, manager).endpoint }),
  );
  store.add(registerLeastPrivilege({ keys, view, boundary }));
  return store;
}

interface MovesDeps extends SecretParts, ReplacementDeps {
  readonly engines: Engines;
  readonly keys: KeysStore;
  readonly projects: ProjectReader;
  readonly boundary: Boundary;
  readonly log: vscode.LogOutputChannel;
}

/** How keys leave the code: to the environment, and to secret managers. */
function registerMoves(deps: MovesDeps): vscode.Disposable {
  const store = new DisposableStore();
  store.add(deps.targets);
  store.add(registerQuickFixes(deps));
  store.add(registerReplaceWithEnvironment(deps));
  store.add(registerUntrackEnvironmentFile(deps));
  store.add(registerChooseManager(deps));
  store.add(registerSignInToVault(deps));
  store.add(registerMoveToManager(deps));
  store.add(registerMoveEnvironmentFile(deps));
  return store;
}

interface VariablesDeps {
  readonly engines: Engines;
  readonly keys: KeysStore;
  readonly diskScan: DiskScan;
  readonly boundary: Boundary;
}

/** What editors do with names: of environment variables, in all files of the workspace. */
function registerVariables({ engines, keys, diskScan, boundary }: VariablesDeps): vscode.Disposable {
  const store = new DisposableStore();
  const variables = new VariableIndex(keys);
  store.add(registerKeyDefinition({ variables }));
  store.add(registerKeyCompletion({ variables }));
  store.add(registerKeyRename({ variables, isIndexed: () => diskScan.done || diskScan.folders().length === 0 }));
  store.add(registerKeyLens({ engines, keys, variables, boundary }));
  return store;
}
