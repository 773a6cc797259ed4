// What quick fixes do about problems of files: modes, ignore lists, values in templates. On the disk, and told again at once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import * as vscode from 'vscode';
import { sampleSecret } from '../support/sample-secret.ts';
import { keyHygieneDiagnostics } from './support/key-hygiene-diagnostics.ts';
import { choose, quickFixesOn, quickFixNamed } from './support/quick-fixes.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, readFile, workspaceUri, writeFile } from './support/workspace.ts';

const key = sampleSecret('stripe-test-key', 611);
const other = sampleSecret('stripe-test-key', 612);

describe('repairs of problems', function () {
  this.timeout(40_000);
  // A folder of its own for each test: documents of an earlier one may live on.
  let folder = '';
  let count = 0;

  beforeEach(() => {
    folder = `repairs-${++count}`;
  });
  afterEach(clearWorkspace);

  it('leave an environment file to its owner', async function () {
    if (process.platform === 'win32') this.skip();
    const document = await openScanned('.env', `STRIPE_SECRET_KEY=${key}\n`, 0o644);
    await waitForCheck(document, 'env-file-readable');
    await choose(await quickFixNamed(document, 'STRIPE_SECRET_KEY', /^Let only its owner read \.env$/));
    assert.equal(statSync(document.uri.fsPath).mode & 0o777, 0o600);
    assert.deepEqual(checksOf(document), []);
  });

  it('have git ignore an environment file', async () => {
    await vscode.workspace.fs.createDirectory(workspaceUri(folder));
    execFileSync('git', ['-C', workspaceUri(folder).fsPath, 'init', '--quiet']);
    const document = await openScanned('.env', `STRIPE_SECRET_KEY=${key}\n`);
    await waitForCheck(document, 'env-file-not-ignored');
    await choose(await quickFixNamed(document, 'STRIPE_SECRET_KEY', /^Have git ignore \.env$/));
    assert.match(execFileSync('git', ['-C', workspaceUri(folder).fsPath, 'check-ignore', '.env'], { encoding: 'utf8' }), /^\.env$/m);
    await waitFor(() => checksOf(document).length === 0);
  });

  it('store the value of a template before it is taken out, and one undo brings it back', async () => {
    const document = await openScanned('.env.example', `A=\nSTRIPE_SECRET_KEY="${key}" # theirs\n`);
    await waitForCheck(document, 'value-in-template');
    await choose(await quickFixNamed(document, key, /^Keep STRIPE_SECRET_KEY in the environment file and leave it empty here$/));
    assert.equal(document.getText(), 'A=\nSTRIPE_SECRET_KEY= # theirs\n');
    assert.match(await readFile(`${folder}/.env`), new RegExp(`^STRIPE_SECRET_KEY=${key}$`, 'm'));
    await vscode.commands.executeCommand('undo');
    await waitFor(() => document.getText().includes(key));
  });

  it('take a template’s value out that the environment file has already, under whatever name', async () => {
    await writeFile(`${folder}/.env`, `PAYMENT_KEY=${key}\nSTRIPE_SECRET_KEY=${other}\n`);
    const document = await openScanned('.env.example', `STRIPE_SECRET_KEY=${key}\n`);
    await waitForCheck(document, 'value-in-template');
    await choose(await quickFixNamed(document, key, /^Keep STRIPE_SECRET_KEY/));
    assert.equal(document.getText(), 'STRIPE_SECRET_KEY=\n');
    assert.equal(await readFile(`${folder}/.env`), `PAYMENT_KEY=${key}\nSTRIPE_SECRET_KEY=${other}\n`);
  });

  it('offer another key where two environments share one, and no comment that the check would not read', async () => {
    await writeFile(`${folder}/.env.staging`, `STRIPE_SECRET_KEY=${key}\n`);
    const document = await openScanned('.env.production', `STRIPE_SECRET_KEY=${key}\n`);
    await waitForCheck(document, 'value-in-two-environments');
    const titles = (await quickFixesOn(document, key)).map(({ title }) => title);
    assert.ok(titles.includes('Use Another Key for STRIPE_SECRET_KEY Here…'), titles.join(' · '));
    assert.ok(!titles.includes('Ignore check value-in-two-environments here'));
    assert.ok(titles.includes('Ignore check value-in-two-environments in this folder'));
  });

  async function openScanned(name: string, text: string, mode = 0o600): Promise<vscode.TextDocument> {
    const uri = await writeFile(`${folder}/${name}`, text);
    chmodSync(uri.fsPath, mode);
    const { document } = await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('keyHygiene.scanWorkspace');
    return document;
  }
});

function checksOf({ uri }: vscode.TextDocument): readonly unknown[] {
  return keyHygieneDiagnostics(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
}

function waitForCheck(document: vscode.TextDocument, checkId: string): Promise<true> {
  return waitFor(() => checksOf(document).includes(checkId));
}
