// A committed .env: git forgets it once a person has agreed, and it stays on disk.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { sampleSecret } from '../support/sample-secret.ts';
import { waitFor } from './support/wait-for.ts';
import { Workbench } from './support/workbench.ts';

const key = sampleSecret('openai-project-key', 511);

describe('a .env that git tracks', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({ files: { 'client.ts': `const client = new OpenAI({ apiKey: "${key}" });\n`, '.env': 'A=1\n' } });
    git('init', '-q');
    git('add', '.env');
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', workbench.folder.path, ...args], { encoding: 'utf8', stdio: 'pipe' });

  it('is told of after a fix, with a way out', async () => {
    const editor = await workbench.open('client.ts');
    await editor.waitForSquiggles(1);
    await editor.goToText(key);
    await editor.acceptPreferredQuickFix();
    await workbench.waitForNotification(/\.env is tracked by git/);
    await workbench.page.getByRole('button', { name: 'Stop Tracking' }).hover();
    await workbench.screenshot('untrack-offered');
    await workbench.pressButton('Stop Tracking');
  });

  it('is not touched before a person agrees', async () => {
    await workbench.page.locator('.monaco-dialog-box', { hasText: 'git rm --cached .env' }).waitFor();
    await workbench.screenshot('untrack-asked');
    assert.match(git('ls-files'), /^\.env$/m);
  });

  it('stays on disk when git forgets it', async () => {
    await workbench.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Stop Tracking' }).click();
    await waitFor(
      () => Promise.resolve(!git('ls-files').includes('.env')),
      () => git('ls-files'),
    );
    assert.ok(workbench.folder.read('.env').includes(key));
  });
});
