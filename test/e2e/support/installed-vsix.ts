// The extensions folder with the packaged VSIX in it, installed once a run, as a user would install it.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { CodeServer } from '../../../scripts/test-host/install-code-server.mjs';
import { createServerFolders, installExtension } from '../../../scripts/test-host/start-server.mjs';
import { vsixPath } from '../../../scripts/vsix-path.mjs';

let extensions: Promise<string> | undefined;

export function installedVsix(codeServer: CodeServer): Promise<string> {
  extensions ??= install(codeServer);
  return extensions;
}

async function install(codeServer: CodeServer): Promise<string> {
  const vsix = process.env['KEY_HYGIENE_VSIX'] ?? vsixPath();
  assert.ok(existsSync(vsix), `${vsix} is missing: run \`npm run package\`.`);
  const folders = createServerFolders();
  await installExtension(codeServer, folders, vsix);
  return folders.extensions;
}
