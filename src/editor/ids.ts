// Every name the manifest and the code must agree on. `manifest.test.ts` proves that they do, both ways.

/** Commands in package.json. */
export const commands = {
  /** {@link registerWorkspaceScan} */
  scanWorkspace: 'keyHygiene.scanWorkspace',
  /** {@link registerWorkspaceScan} */
  stopScan: 'keyHygiene.stopScan',
  /** {@link registerWorkspaceScan} */
  showSkippedFiles: 'keyHygiene.showSkippedFiles',
  /** {@link registerLogCommand} */
  showLog: 'keyHygiene.showLog',
  /** {@link registerKeysView} */
  groupByKey: 'keyHygiene.groupByKey',
  /** {@link registerKeysView} */
  groupByProvider: 'keyHygiene.groupByProvider',
  /** {@link registerKeysView} */
  groupByFile: 'keyHygiene.groupByFile',
  /** {@link registerKeysView} */
  groupByEnvironment: 'keyHygiene.groupByEnvironment',
  /** {@link registerKeysView} */
  groupByStorage: 'keyHygiene.groupByStorage',
  /** {@link registerKeysView} */
  groupByProblem: 'keyHygiene.groupByProblem',
  /** {@link registerKeysView} */
  filterKeys: 'keyHygiene.filterKeys',
  /** {@link registerKeysView} */
  clearFilter: 'keyHygiene.clearFilter',
  /** {@link registerKeyCommands} */
  fixKey: 'keyHygiene.fixKey',
  /** {@link registerKeyCommands} */
  fixKeyEverywhere: 'keyHygiene.fixKeyEverywhere',
  /** {@link registerKeyCommands} */
  copyName: 'keyHygiene.copyName',
  /** {@link registerKeyCommands} */
  ignoreKey: 'keyHygiene.ignoreKey',
  /** {@link registerKeyCommands} */
  goToDefinition: 'keyHygiene.goToDefinition',
  /** {@link registerKeyDetails} */
  showKeyDetails: 'keyHygiene.showKeyDetails',
  /** {@link registerRotationChecklist} */
  openRotationChecklist: 'keyHygiene.openRotationChecklist',
  /** {@link registerKeyDetails} */
  hideKeyDetails: 'keyHygiene.hideKeyDetails',
  /** {@link registerRepairProblem} */
  repairProblem: 'keyHygiene.repairProblem',
  /** {@link registerShowInKeys} */
  showInKeys: 'keyHygiene.showInKeys',
  /** {@link registerUntrackEnvironmentFile} */
  untrackEnvironmentFile: 'keyHygiene.untrackEnvironmentFile',
  /** {@link registerEncryptEnvironmentFile} */
  encryptEnvironmentFile: 'keyHygiene.encryptEnvironmentFile',
  /** {@link registerDecryptEnvironmentFile} */
  decryptEnvironmentFile: 'keyHygiene.decryptEnvironmentFile',
  /** {@link registerDecryptForEditing} */
  decryptForEditing: 'keyHygiene.decryptForEditing',
  /** {@link registerCopyPrivateKey} */
  copyPrivateKey: 'keyHygiene.copyPrivateKey',
  /** {@link registerSetEncryptedValue} */
  setEncryptedValue: 'keyHygiene.setEncryptedValue',
  /** {@link registerPersonalKeys} */
  keepPersonalKey: 'keyHygiene.keepPersonalKey',
  /** {@link registerPersonalKeys} */
  removePersonalKey: 'keyHygiene.removePersonalKey',
  /** {@link registerPersonalKeys} */
  showPersonalKeys: 'keyHygiene.showPersonalKeys',
  /** {@link registerPersonalKeys} */
  giveKeysToTerminals: 'keyHygiene.giveKeysToTerminals',
  /** {@link registerLeastPrivilege} */
  copyLeastPrivilege: 'keyHygiene.copyLeastPrivilege',
  /** {@link registerLeastPrivilege} */
  openLeastPrivilege: 'keyHygiene.openLeastPrivilege',
  /** {@link registerChooseManager} */
  chooseManager: 'keyHygiene.chooseManager',
  /** {@link registerSignInToVault} */
  signInToVault: 'keyHygiene.signInToVault',
  /** {@link registerKeyCommands} */
  moveKey: 'keyHygiene.moveKey',
  /** {@link registerMoveEnvironmentFile} */
  moveEnvironmentFile: 'keyHygiene.moveEnvironmentFile',
} as const;

/** Commands that only our own quick fixes and links run: they take arguments and are not in package.json. */
export const linkCommands = {
  /** {@link registerReplaceWithEnvironment} */
  replaceWithEnvironment: 'keyHygiene.replaceWithEnvironment',
  /** {@link registerMoveToManager} */
  moveToManager: 'keyHygiene.moveToManager',
  /** {@link registerUntrackEnvironmentFile} */
  untrack: 'keyHygiene.untrack',
  /** {@link registerRepairProblem} */
  repair: 'keyHygiene.repair',
  /** {@link registerIgnore} */
  ignoreValue: 'keyHygiene.ignoreValue',
  /** {@link registerIgnore} */
  ignoreRule: 'keyHygiene.ignoreRule',
  /** {@link registerCopyMasked} */
  copyMasked: 'keyHygiene.copyMasked',
  /** {@link registerWhyHover} */
  explain: 'keyHygiene.explain',
  /** {@link registerRulePage} */
  showRule: 'keyHygiene.showRule',
  /** {@link registerReferenceHover} */
  checkSecret: 'keyHygiene.checkSecret',
  /** {@link registerKeyLens} */
  showReferences: 'keyHygiene.showReferences',
  /** {@link registerMoveToPersonalKeys} */
  moveToPersonalKeys: 'keyHygiene.moveToPersonalKeys',
} as const;

export const views = {
  container: 'keyHygiene',
  /** {@link registerKeysView} */
  keys: 'keyHygiene.keys',
  /** {@link registerKeyDetails} */
  keyDetails: 'keyHygiene.keyDetails',
} as const;

export const contextKeys = {
  /** A workspace scan is running. */
  scanning: 'keyHygiene.scanning',
  /** The last workspace scan left files out. */
  skippedFiles: 'keyHygiene.skippedFiles',
  /** The tree shows only what the filter lets through. */
  filtered: 'keyHygiene.filtered',
  /** A row of the Keys view is selected that is no group. */
  rowSelected: 'keyHygiene.rowSelected',
  /** The editor in front has keys in it. */
  editorHasKeys: 'keyHygiene.editorHasKeys',
  /** The details of keys are shown below their tree. */
  detailsShown: 'keyHygiene.detailsShown',
} as const;

/** What VS Code keeps for us among its secrets. */
export const secretKeys = {
  /** Opens what is remembered of a workspace's keys. */
  cache: 'keyHygiene.cache',
  /** Opens encrypted environment files; the public key follows. */
  privateKey: 'keyHygiene.privateKey',
  /** Personal keys by name; the workspace follows. */
  personalKeys: 'keyHygiene.personalKeys',
} as const;

/** `source` of every diagnostic. */
export const diagnosticSource = 'Key Hygiene';

/** Section of every setting. */
export const settingsSection = 'keyHygiene';
