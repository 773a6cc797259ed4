// A .env file is encrypted, looked at and changed by keyboard; a program gets its values through the real dotenvx; and nothing of them is
// anywhere else, whatever VS Code keeps for its next start.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findLeak } from '../support/find-leak.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { waitFor } from './support/wait-for.ts';
import { Workbench } from './support/workbench.ts';

const first = sampleSecret('openai-project-key', 611);
const second = sampleSecret('stripe-secret-key', 612);
const moved = sampleSecret('anthropic-api-key', 613);
const env = `# ours\nOPENAI_API_KEY=${first}\nPORT=3000\n`;

describe('an environment file in the workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({
      files: {
        '.env': env,
        'print.mjs': 'process.stdout.write([process.env.OPENAI_API_KEY, process.env.ANTHROPIC_API_KEY].join(" "));\n',
        'client.ts': `const client = new Anthropic({ apiKey: "${moved}" });\n`,
      },
      settings: { 'files.hotExit': 'onExitAndWindowClose' },
    });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('is encrypted after two questions, the key beside it and ignored by git', async () => {
    const { quickInput, page, folder } = workbench;
    await workbench.open('.env');
    await quickInput.runListingCommand('Key Hygiene: Encrypt Environment File…', 'OPENAI_API_KEY');
    await workbench.screenshot('encrypt-rows');
    await page.keyboard.press('Enter');
    await waitFor(
      async () => (await quickInput.rows()).some(row => row.includes('.env.keys beside')),
      async () => (await quickInput.rows()).join(' · '),
    );
    await workbench.screenshot('encrypt-key-place');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const encrypted = await folder.waitFor('.env', text => text.includes('encrypted:'));
    assert.match(encrypted, /^# ours\nOPENAI_API_KEY=encrypted:\S+\nPORT=3000\n$/m);
    assert.match(folder.read('.gitignore'), /^\.env\.keys$/m);
    assert.equal(folder.mode('.env.keys'), 0o600);
    await workbench.waitForNotification(/Encrypted in \.env: OPENAI_API_KEY\..*dotenvx run --/);
    await workbench.screenshot('encrypted');
  });

  it('tells the masked value in a hover', async () => {
    await workbench.editor.waitForText(text => text.includes('encrypted:'));
    await workbench.editor.goToText('OPENAI_API_KEY=');
    const hover = await workbench.editor.hover();
    assert.ok(hover.includes(`${first.slice(0, 4)}…${first.slice(-2)}`), hover);
    assert.equal(findLeak(first, hover), undefined);
    await workbench.screenshot('encrypted-hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('is shown in the clear for editing, on a page that nobody can type into', async () => {
    await workbench.commandPalette('Key Hygiene: Decrypt for Editing');
    await workbench.editor.waitForText(text => text.includes(first));
    await workbench.page.locator('.codelens-decoration').filter({ hasText: 'Set Value…' }).first().waitFor();
    await workbench.screenshot('decrypted-for-editing');
    await workbench.editor.type('x');
    await workbench.page.keyboard.press('Escape');
    assert.equal(await workbench.page.locator('.part.editor .tab.dirty').count(), 0);
  });

  it('takes a new value from a box that hides it', async () => {
    const { quickInput, page, editor, folder } = workbench;
    await editor.goToText('OPENAI_API_KEY=');
    await quickInput.runAskingCommand('Key Hygiene: Set Value in Encrypted File…');
    await page.locator('.quick-input-widget input[type="password"]').waitFor();
    await quickInput.answer(second);
    await editor.waitForText(text => text.includes(second) && !text.includes(first));
    assert.equal(findLeak(second, folder.read('.env')), undefined);
  });

  it('takes what a fix stores as an encrypted row', async () => {
    const editor = await workbench.open('client.ts');
    await editor.waitForSquiggles(1);
    await editor.goToText(moved);
    await editor.acceptPreferredQuickFix();
    await editor.waitForText(text => /process\.env\.ANTHROPIC_API_KEY/.test(text));
    await editor.save();
    assert.match(workbench.folder.read('.env'), /^ANTHROPIC_API_KEY=encrypted:\S+$/m);
    await workbench.waitForNotification(/\.env is encrypted: start the program with “dotenvx run -- …”/);
    await workbench.keys.waitForRow('ANTHROPIC_API_KEY');
    const row = (await workbench.keys.rows()).find(({ label }) => label === 'ANTHROPIC_API_KEY');
    assert.match(row?.description ?? '', /encrypted file/);
    await workbench.screenshot('encrypted-keys-view');
  });

  it('gives its values to a program that the real dotenvx runs', () => {
    const dotenvx = path.join(
      path.dirname(createRequire(path.resolve('package.json')).resolve('@dotenvx/dotenvx/package.json')),
      'src/cli/dotenvx.js',
    );
    const told = execFileSync(
      process.execPath,
      [dotenvx, 'run', '--quiet', '--no-armor', '--no-native', '--', process.execPath, 'print.mjs'],
      {
        cwd: workbench.folder.path,
        env: { PATH: process.env['PATH'] ?? '', HOME: workbench.folder.path },
        encoding: 'utf8',
      },
    );
    assert.equal(told, `${second} ${moved}`);
  });

  it('has left its values nowhere else, also not when VS Code is left and comes back', async () => {
    await workbench.close();
    await workbench.reopen();
    for (const value of [second, moved]) await refuseLeak(value);
    const editor = await workbench.open('.env');
    await editor.waitForText(text => text.includes('encrypted:'));
    await workbench.screenshot('encrypted-reopened');
  });

  async function refuseLeak(value: string): Promise<void> {
    for (const [place, text] of await workbench.everythingKept()) assert.equal(findLeak(value, text), undefined, place);
  }
});

describe('a folder in Restricted Mode', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({ files: { '.env': env }, restricted: true });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('has nothing encrypted, and keeps no personal keys', async () => {
    await workbench.open('.env');
    await workbench.commandPalette('Key Hygiene: Encrypt Environment File…');
    await workbench.waitForNotification(/In Restricted Mode nothing is encrypted/);
    await workbench.commandPalette('Key Hygiene: Keep a Personal Key…');
    await workbench.waitForNotification(/In Restricted Mode no personal keys/);
    assert.equal(workbench.folder.read('.env'), env);
  });

  it('has no secret manager chosen, and no key moved to one', async () => {
    for (const command of ['Choose Secret Manager…', 'Move Keys of This File to Secret Manager…']) {
      await workbench.commandPalette('Notifications: Clear All Notifications');
      await workbench.commandPalette(`Key Hygiene: ${command}`);
      await workbench.waitForNotification(/Secret managers are not used in Restricted Mode: trust this workspace first\./);
    }
    assert.equal(workbench.folder.read('.env'), env);
    assert.ok(!workbench.folder.has('.vscode/settings.json'));
  });
});
