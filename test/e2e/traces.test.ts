// Values move through every store while VS Code logs all it can: afterwards each is where it was sent, and nowhere else.
import assert from 'node:assert/strict';
import { findLeak } from '../support/find-leak.ts';
import { type FakeAws, startFakeAws } from '../support/managers/fake-aws.ts';
import { type FakeVault, startFakeVault } from '../support/managers/fake-vault.ts';
import { setEnvironment } from '../support/managers/fake-worlds.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { acceptDialog, acceptMove, acceptName } from './support/secret-questions.ts';
import { waitFor } from './support/wait-for.ts';
import { type Traces, watchTraces } from './support/watch-traces.ts';
import { Workbench } from './support/workbench.ts';

const values = {
  fixed: sampleSecret('openai-project-key', 771),
  aws: sampleSecret('stripe-test-key', 773),
  encrypted: sampleSecret('openai-project-key', 774),
  set: sampleSecret('anthropic-api-key', 775),
  personal: sampleSecret('stripe-test-key', 776),
};

describe('values on their way while everything is logged', () => {
  let vault: FakeVault;
  let aws: FakeAws;
  let workbench: Workbench;
  let traces: Traces;
  let restore: () => void;
  const told: string[] = [];

  before(async () => {
    [vault, aws] = await Promise.all([startFakeVault(), startFakeAws()]);
    restore = setEnvironment({ ...aws.environment, VAULT_TOKEN: vault.token });
    workbench = await Workbench.launch({
      files: {
        'package.json': '{ "name": "shop", "type": "module" }\n',
        'fixed.py': `client = OpenAI(api_key="${values.fixed}")\n`,
        'aws.py': `stripe.api_key = "${values.aws}"\n`,
        '.env.local': 'PORT=3000\n',
        '.env.production': `ENCRYPTED_KEY=${values.encrypted}\n`,
      },
      settings: {
        'keyHygiene.manager': 'vault',
        'keyHygiene.vault': { address: vault.url },
        'keyHygiene.aws': { region: 'eu-central-1', endpoint: aws.url },
        'keyHygiene.envFile': '.env.local',
        'terminal.integrated.persistentSessionReviveProcess': 'never',
      },
      logLevel: 'trace',
    });
    traces = watchTraces(workbench.temporaryFolder);
  });
  afterEach(async function () {
    told.push(...(await workbench.notifications()), ...(await workbench.statusBar()));
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(async () => {
    traces.stop();
    await workbench.dispose();
    restore();
    await Promise.all([vault.close(), aws.close()]);
  });

  it('go from code to .env, and from there to Vault', async () => {
    const { folder, quickInput, page } = workbench;
    // Once git ignores it, it is found by name only where it was open before.
    await workbench.open('.env.local');
    const editor = await workbench.open('fixed.py');
    await editor.waitForSquiggles(1);
    await editor.goToText(values.fixed);
    await editor.chooseQuickFix(/^Replace with environment variable OPENAI_API_KEY and store/);
    await folder.waitFor('.env.local', text => text.includes(values.fixed));
    await editor.save();
    await workbench.open('.env.local');
    await quickInput.runListingCommand('Key Hygiene: Move Keys of This File to Secret Manager…', 'OPENAI_API_KEY');
    await page.keyboard.press('Enter');
    await acceptDialog(workbench);
    await acceptDialog(workbench);
    await folder.waitFor('.env.local', text => !text.includes(values.fixed));
    assert.ok(JSON.stringify([...vault.held]).includes(values.fixed));
    await editor.waitForText(text => text.includes('What is left to do'));
  });

  it('go from code to AWS', async () => {
    workbench.folder.write('.vscode/settings.json', '{ "keyHygiene.manager": "aws-secrets-manager" }\n');
    const editor = await workbench.open('aws.py');
    await editor.waitForSquiggles(1);
    await editor.goToText(values.aws);
    await waitFor(
      async () => (await editor.quickFixes()).some(({ title }) => title.startsWith('Move to AWS')),
      () => 'AWS is not offered',
    );
    await acceptMove(workbench, values.aws);
    await acceptName(workbench);
    await acceptDialog(workbench);
    await editor.waitForText(text => text.includes('get_secret') && !text.includes(values.aws));
    await editor.save();
    assert.ok(JSON.stringify([...aws.secrets]).includes(values.aws));
  });

  it('are encrypted, looked at and set', async () => {
    const { folder, quickInput, page } = workbench;
    const editor = await workbench.open('.env.production');
    await quickInput.runListingCommand('Key Hygiene: Encrypt Environment File…', 'ENCRYPTED_KEY');
    await page.keyboard.press('Enter');
    await quickInput.choose('VS Code’s secret storage');
    await folder.waitFor('.env.production', text => text.includes('encrypted:'));
    await editor.waitForText(text => text.includes('encrypted:'));
    await workbench.commandPalette('Key Hygiene: Decrypt for Editing');
    await editor.waitForText(text => text.includes(values.encrypted));
    await editor.goToText('ENCRYPTED_KEY=');
    await quickInput.runAskingCommand('Key Hygiene: Set Value in Encrypted File…');
    await quickInput.answer(values.set);
    await editor.waitForText(text => text.includes(values.set));
  });

  it('are kept as a personal key, which terminals get only while they are not logged', async () => {
    const { quickInput, page } = workbench;
    await quickInput.runAskingCommand('Key Hygiene: Keep a Personal Key…');
    await page.locator('.quick-input-widget input:focus').fill('PERSONAL');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget input[type="password"]:focus').fill(values.personal);
    await page.keyboard.press('Enter');
    await workbench.waitForNotification(/PERSONAL is kept .* while the log level is Trace/);
    // Its environment is logged.
    await page.keyboard.press('Control+Shift+Backquote');
    await page.locator('.terminal-wrapper .xterm').first().waitFor();
  });

  it('have left nothing in logs, storage, temporary files, processes or messages', async () => {
    // What the server says of terminals is not always there by now; the workbench's own log is.
    const kept = await waitFor(
      async () => {
        const all = await workbench.everythingKept();
        return all.some(([, text]) => text.includes('[trace]')) && all;
      },
      () => 'the logs are somewhere else',
    );
    const places = [...kept, ...traces.seen(), ['messages', told.join('\n')] as const];
    for (const value of Object.values(values)) for (const [place, text] of places) assert.equal(findLeak(value, text), undefined, place);
  });
});
