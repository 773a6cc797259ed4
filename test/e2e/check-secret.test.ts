// Whether a secret exists: a person rests on a reference, follows the link, agrees to the host, and reads the answer.
import assert from 'node:assert/strict';
import { findLeak } from '../support/find-leak.ts';
import { type FakeVault, startFakeVault } from '../support/managers/fake-vault.ts';
import { setEnvironment } from '../support/managers/fake-worlds.ts';
import { acceptDialog } from './support/secret-questions.ts';
import { waitFor } from './support/wait-for.ts';
import { Workbench } from './support/workbench.ts';

const value = ['Zk4q9Lm2', 'Xw7tRb5v'].join('');

const lines = ['stripe: "vault:secret/data/shop/prod#STRIPE_KEY"', 'openai: "vault:secret/data/shop/prod#OPENAI_KEY"'];
const files = { 'secrets.yaml': `${lines.join('\n')}\n` };

const HOVER_MS = 3000;

async function check(workbench: Workbench, reference: string): Promise<void> {
  await workbench.open('secrets.yaml');
  const word = workbench.page.locator('.view-line span span', { hasText: reference }).first();
  const link = workbench.page.locator('.monaco-hover:not(.hidden) a', { hasText: 'Check whether it exists' });
  // With the mouse, as links are reached: the hover stays while the pointer is on its way there. VS Code asks for its content once,
  // when the pointer comes to rest, and takes it away when the file is read anew: whoever was too early or too late comes again.
  await waitFor(
    async () => {
      await workbench.page.mouse.move(0, 0);
      await word.hover();
      try {
        await link.waitFor({ timeout: HOVER_MS });
        await workbench.screenshot(`check-secret-hover-${reference}`);
        await link.click({ timeout: HOVER_MS });
        return true;
      } catch {
        return false;
      }
    },
    () => 'the hover has no such link',
  );
}

describe('a reference to a secret', () => {
  let server: FakeVault;
  let workbench: Workbench;
  let restore: () => void;

  before(async () => {
    server = await startFakeVault();
    server.held.set('secret/shop/prod', [{ STRIPE_KEY: value }]);
    restore = setEnvironment({ VAULT_TOKEN: server.token });
    workbench = await Workbench.launch({
      files,
      settings: { 'keyHygiene.vault': { address: server.url } },
      size: { width: 1600, height: 900 },
    });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(async () => {
    await workbench.dispose();
    restore();
    await server.close();
  });

  it('is asked about only after the host was shown', async () => {
    await check(workbench, 'STRIPE_KEY');
    await workbench.page.locator('.monaco-dialog-box .monaco-button:focus').waitFor();
    await workbench.screenshot('check-secret-question');
    assert.equal(server.requests.length, 0);
    assert.match(await acceptDialog(workbench), /Ask 127\.0\.0\.1:\d+ whether it has shop\/prod\/STRIPE_KEY\?/);
  });

  it('is said to be there, with its version and without its value', async () => {
    await workbench.waitForNotification(/Vault has shop\/prod\/STRIPE_KEY: version 1, of Mar/);
    await workbench.screenshot('check-secret-there');
    assert.equal(findLeak(value, await workbench.page.locator('body').innerText()), undefined);
    assert.ok(!server.requests.some(({ path }) => path.includes('/data/')));
  });

  it('is said not to be there, without another question', async () => {
    await check(workbench, 'OPENAI_KEY');
    await workbench.waitForNotification('Vault has no secret shop/prod/OPENAI_KEY.');
    await workbench.screenshot('check-secret-absent');
  });
});

describe('a reference to a secret in Restricted Mode', () => {
  let server: FakeVault;
  let workbench: Workbench;

  before(async () => {
    server = await startFakeVault();
    workbench = await Workbench.launch({ files, restricted: true, settings: { 'keyHygiene.vault': { address: server.url } } });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(async () => {
    await workbench.dispose();
    await server.close();
  });

  it('is not asked about, and the reason is told', async () => {
    await check(workbench, 'STRIPE_KEY');
    await workbench.waitForNotification('Secret managers are not used in Restricted Mode: trust this workspace first.');
    await workbench.screenshot('check-secret-restricted');
    assert.equal(server.requests.length, 0);
  });
});
