// The keys of an environment file go to a secret manager, row by row: chosen, signed in to, stored, and only then taken out.
import assert from 'node:assert/strict';
import { findLeak } from '../support/find-leak.ts';
import { type FakeVault, startFakeVault } from '../support/managers/fake-vault.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { acceptDialog } from './support/secret-questions.ts';
import { Workbench } from './support/workbench.ts';

const openai = sampleSecret('openai-project-key', 731);
const stripe = sampleSecret('stripe-test-key', 732);

describe('keys of a .env that move to Vault', () => {
  let server: FakeVault;
  let workbench: Workbench;

  before(async () => {
    server = await startFakeVault();
    server.held.set('secret/shop', [{ STRIPE_SECRET_KEY: 'what somebody else has put there' }]);
    workbench = await Workbench.launch({
      files: {
        'package.json': '{ "name": "shop" }\n',
        'pay.ts': 'export const key = process.env.OPENAI_API_KEY;\n',
        '.env': `# ours\nOPENAI_API_KEY="${openai}"\nPORT=3000\nSTRIPE_SECRET_KEY=${stripe}\nOTHER_TOKEN=\n`,
      },
      settings: { 'keyHygiene.manager': 'vault', 'keyHygiene.vault': { address: server.url } },
      size: { width: 1400, height: 800 },
    });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(async () => {
    await workbench.dispose();
    await server.close();
  });

  it('are ticked, settings are not, and values are masked', async () => {
    await workbench.open('pay.ts');
    await workbench.open('.env');
    await workbench.quickInput.runListingCommand('Key Hygiene: Move Keys of This File to Secret Manager…', 'OPENAI_API_KEY');
    const list = workbench.page.locator('.quick-input-list .monaco-list-row');
    const ticked = await list.filter({ has: workbench.page.locator('input:checked, .monaco-checkbox.checked') }).allInnerTexts();
    const all = (await list.allInnerTexts()).join('\n');
    await workbench.screenshot('env-file-rows');
    assert.match(all, /PORT/);
    assert.doesNotMatch(all, /OTHER_TOKEN/);
    assert.deepEqual([findLeak(openai, all), findLeak(stripe, all)], [undefined, undefined]);
    assert.equal(ticked.filter(row => /PORT/.test(row)).length, 0, ticked.join(' · '));
    await workbench.editor.press('Enter');
  });

  it('are moved only after the user agreed, to the keys and to the host', async () => {
    assert.match(await acceptDialog(workbench), /Move 2 keys of \.env to Vault\?/);
    assert.match(await acceptDialog(workbench), /Send a key to 127\.0\.0\.1/);
  });

  it('stay where they are until the user has signed in', async () => {
    await workbench.waitForNotification(/no valid token.*0 of 2 keys are stored; the rest is as it was\./s);
    await workbench.screenshot('env-file-sign-in');
    assert.ok(workbench.folder.read('.env').includes(openai));
    await workbench.pressButton('Sign In…');
    const box = workbench.page.locator('.quick-input-widget input[type="password"]:focus');
    await box.waitFor();
    await workbench.screenshot('env-file-token');
    await box.fill(server.token);
    await workbench.editor.press('Enter');
  });

  it('are taken out of the file once they were read back; what could not be stored stays', async () => {
    const text = await workbench.folder.waitFor('.env', content => !content.includes(openai));
    assert.equal(
      text,
      `# ours\n# OPENAI_API_KEY is kept in Vault: vault:secret/data/shop#OPENAI_API_KEY\nPORT=3000\nSTRIPE_SECRET_KEY=${stripe}\nOTHER_TOKEN=\n`,
    );
    assert.deepEqual(server.held.get('secret/shop')?.at(-1), {
      STRIPE_SECRET_KEY: 'what somebody else has put there',
      OPENAI_API_KEY: openai,
    });
  });

  it('are reported, with what is left to do and no value', async () => {
    const shown = await workbench.editor.waitForText(content => content.includes('What is left to do'));
    // Long lines are wrapped.
    const report = shown.replaceAll(/\s+/g, ' ');
    await workbench.screenshot('env-file-report');
    assert.match(report, /`OPENAI_API_KEY` → `shop\/OPENAI_API_KEY`/);
    assert.match(report, /`STRIPE_SECRET_KEY`: .*already, with another value/);
    assert.match(report, /pay\.ts:1/);
    assert.deepEqual([findLeak(openai, report), findLeak(stripe, report)], [undefined, undefined]);
  });
});
