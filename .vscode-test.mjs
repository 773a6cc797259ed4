// How @vscode/test-cli runs the integration tests. scripts/test-integration.mjs bundles them and fills the variables;
// without it (the editor's test view) the bundle of the last run is gone, so start them by `npm run test:integration`.
import { defineConfig } from '@vscode/test-cli';

const { KEY_HYGIENE_TEST_BUNDLE, KEY_HYGIENE_TEST_WORKSPACE, KEY_HYGIENE_TEST_USER_DATA, VSCODE_EXECUTABLE } = process.env;
if (!KEY_HYGIENE_TEST_BUNDLE || !KEY_HYGIENE_TEST_WORKSPACE || !KEY_HYGIENE_TEST_USER_DATA)
  throw new Error('Run `npm run test:integration`.');

export default defineConfig({
  files: KEY_HYGIENE_TEST_BUNDLE,
  workspaceFolder: KEY_HYGIENE_TEST_WORKSPACE,
  useInstallation: { fromPath: VSCODE_EXECUTABLE },
  launchArgs: [`--user-data-dir=${KEY_HYGIENE_TEST_USER_DATA}`, '--disable-extensions'],
  mocha: { ui: 'bdd', timeout: 20_000 },
});
