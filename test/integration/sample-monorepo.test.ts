// The sample monorepo in the editor: a scan tells every problem that was planted in it, in files that nobody has opened.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { isCommitted, sampleFiles, writeSampleMonorepo } from '../../scripts/sample-monorepo/write.mjs';
import { certificate } from '../support/certificate.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { keyHygieneDiagnostics } from './support/key-hygiene-diagnostics.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, workspaceUri } from './support/workspace.ts';

describe('the sample monorepo', function () {
  this.timeout(60_000);
  const original = (): string => workspaceUri('monorepo').fsPath;

  beforeEach(() => writeSampleMonorepo(original(), { sampleSecret, certificate }));
  afterEach(async () => {
    await clearWorkspace();
    await vscode.commands.executeCommand('keyHygiene.scanWorkspace');
    assert.deepEqual([...problemsBelow('monorepo'), ...problemsBelow('clone')], []);
  });

  it('shows every problem that was planted in it, and none in the look-alikes', async () => {
    await vscode.commands.executeCommand('keyHygiene.scanWorkspace');
    const planted = sampleFiles.flatMap(({ path, problems = [] }) => problems.map(checkId => `${path} ${checkId}`));
    // At the start of the editor another scan may take the place of this one.
    await waitFor(() => problemsBelow('monorepo/').length >= planted.length);
    assert.deepEqual(problemsBelow('monorepo/'), planted.sort());
  });

  it('shows those of the committed files in a fresh clone', async () => {
    execFileSync('git', ['clone', '--quiet', original(), workspaceUri('clone').fsPath], { stdio: 'pipe' });
    await vscode.workspace.fs.delete(workspaceUri('monorepo'), { recursive: true });
    await vscode.commands.executeCommand('keyHygiene.scanWorkspace');
    const planted = sampleFiles
      .filter(isCommitted)
      .flatMap(({ path, problems = [], problemsInClone = problems }) => problemsInClone.map(checkId => `${path} ${checkId}`));
    assert.deepEqual(problemsBelow('clone/'), planted.sort());
  });

  it('follows what changes on disk: a mode, an ignore file, a value that is taken out', async () => {
    await vscode.commands.executeCommand('keyHygiene.scanWorkspace');
    await vscode.workspace.fs.writeFile(workspaceUri('monorepo/docs/header.md'), new TextEncoder().encode('Ask for it.\n'));
    await vscode.workspace.fs.delete(workspaceUri('monorepo/tools/.gitignore'));
    const gone = ['docs/header.md known-value', 'tools/.env env-file-not-ignored'];
    await waitFor(() => !problemsBelow('monorepo/').some(problem => gone.includes(problem)));
    execFileSync('git', ['-C', original(), 'rm', '--cached', '--quiet', 'deploy/service-account.json'], { stdio: 'pipe' });
    await waitFor(() => !problemsBelow('monorepo/').includes('deploy/service-account.json key-file-tracked'));
  });
});

/** `path checkId`, sorted, each once. */
function problemsBelow(folder: string): readonly string[] {
  const base = workspaceUri(folder).toString().replace(/\/?$/, '/');
  const found = vscode.languages.getDiagnostics().flatMap(([uri]) => {
    const path = uri.toString();
    if (!path.startsWith(base)) return [];
    return keyHygieneDiagnostics(uri).map(({ code }) => `${path.slice(base.length)} ${typeof code === 'object' ? code.value : code}`);
  });
  return [...new Set(found)].sort();
}
