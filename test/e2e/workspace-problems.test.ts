// Problems of a whole workspace as a person meets them: found, looked at one by one, mended, and gone; and that all of it reads well
// to somebody who hears it rather than sees it.
import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { writeSampleMonorepo } from '../../scripts/sample-monorepo/write.mjs';
import { throwAwayFolder } from '../../scripts/throw-away-folder.mjs';
import { certificate } from '../support/certificate.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { waitFor } from './support/wait-for.ts';
import { Workbench } from './support/workbench.ts';

const openai = sampleSecret('openai-project-key', 801);
const stripe = sampleSecret('stripe-test-key', 802);

describe('the key with the worst grade', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({
      files: {
        'src/client.ts': `const client = new OpenAI({ apiKey: "${openai}" });\n`,
        'src/worker.py': `client = OpenAI(api_key="${openai}")\n`,
        'src/pay.ts': 'export const key = process.env.STRIPE_SECRET_KEY;\n',
        '.env': `STRIPE_SECRET_KEY=${stripe}\n`,
        '.env.bak': `STRIPE_SECRET_KEY=${stripe}\n`,
      },
      settings: { 'keyHygiene.lookupStyle': 'plain' },
    });
    chmodSync(path.join(workbench.folder.path, '.env'), 0o644);
    await workbench.keys.show();
    await workbench.commandPalette('Key Hygiene: Scan Workspace');
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('comes first, with all its places', async () => {
    await workbench.keys.waitForRow('STRIPE_SECRET_KEY');
    const [worst] = await workbench.keys.rows();
    assert.equal(worst?.description, '2 · hardcoded');
    await workbench.keys.click('2 · hardcoded');
    for (const place of ['src/client.ts:1', 'src/worker.py:1']) await workbench.keys.waitForRow(place);
  });

  it('is mended from its details, which then tell a better grade', async () => {
    await workbench.keys.chooseFromMenu('2 · hardcoded', 'Show Details');
    await workbench.keys.details.waitForRow('hardcoded (critical)');
    await workbench.screenshot('details-hardcoded');
    await workbench.keys.details.click('Replace Everywhere with Environment Variable');
    await workbench.page.getByRole('button', { name: 'Apply' }).click();
    await workbench.folder.waitFor('.env', text => text.includes(openai));
    await workbench.keys.showDetailsOf('OPENAI_API_KEY');
    await workbench.keys.details.waitForRow('environment (medium)');
    await workbench.screenshot('details-environment');
  });

  it('has its other problems mended by a press of a button in their rows', async () => {
    await workbench.keys.details.pressInRow('Other users of this machine may read .env', 'Fix Problem…');
    await waitFor(
      () => Promise.resolve(workbench.folder.mode('.env') === 0o600),
      () => workbench.folder.mode('.env').toString(8),
    );
    await workbench.keys.details.waitForNoRow('Other users of this machine may read .env');
  });

  it('has a backup copy deleted once a person has agreed', async () => {
    await workbench.keys.showDetailsOf('STRIPE_SECRET_KEY');
    await workbench.keys.details.pressInRow('is a copy of an environment file', 'Fix Problem…');
    await workbench.page.locator('.monaco-dialog-box', { hasText: 'Every key in it stands in another file' }).waitFor();
    await workbench.screenshot('delete-copy-asked');
    await workbench.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Delete' }).click();
    await waitFor(
      () => Promise.resolve(!workbench.folder.has('.env.bak')),
      () => 'the copy is still there',
    );
  });

  it('has a checklist for its rotation', async () => {
    await workbench.keys.chooseFromMenu('STRIPE_SECRET_KEY', 'Open Rotation Checklist');
    await workbench.editor.waitForText(text => text.includes('# Replace the key `STRIPE_SECRET_KEY`') && !text.includes(stripe));
    await workbench.screenshot('rotation-checklist');
  });
});

describe('the views, to a keyboard and a screen reader', () => {
  let workbench: Workbench;

  before(async () => {
    const folder = path.join(throwAwayFolder('key-hygiene-monorepo'), 'acme');
    writeSampleMonorepo(folder, { sampleSecret, certificate });
    workbench = await Workbench.launch({ folder, size: { width: 1280, height: 2400 } });
    await workbench.keys.show();
    await workbench.commandPalette('Key Hygiene: Scan Workspace');
    await workbench.keys.waitForRow('problems: ');
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  for (const grouping of ['Key', 'Provider', 'File', 'Environment', 'Storage', 'Problem']) {
    it(`say what each row is when grouped by ${grouping.toLowerCase()}`, async () => {
      await workbench.commandPalette(`Key Hygiene: Group by ${grouping}`);
      // Keys are the same under every heading.
      if (grouping === 'Key' || grouping === 'Problem') await workbench.keys.expandAll();
      const rows = await workbench.keys.spokenRows();
      assert.ok(rows.length > 10, `${rows.length} rows`);
      for (const { role, label, actions } of rows) {
        assert.equal(role, 'treeitem');
        // A word and more than a sign; nothing that a programmer forgot.
        assert.match(label, /[A-Za-z]{3}/);
        assert.doesNotMatch(label, /undefined|\[object|\{\d\}/);
        for (const action of actions) assert.match(action, /^[A-Z][a-z]+/, label);
      }
      await workbench.screenshot(`grouped-by-${grouping.toLowerCase()}`);
    });
  }

  it('have every button of a row in its menu, too', async () => {
    await workbench.commandPalette('Key Hygiene: Group by Problem');
    const buttons = await workbench.keys.rowsWithButtons();
    assert.ok(buttons.length >= 3, `${buttons.length} kinds of rows with buttons`);
    for (const { row, actions } of buttons) {
      const entries = await workbench.keys.menuOf(row);
      for (const action of actions) assert.ok(entries.includes(action), `${action} is not among ${entries.join(' · ')}`);
    }
  });

  it('open the details by a key, whose rows read well, too', async () => {
    await workbench.commandPalette('Key Hygiene: Group by Key');
    await workbench.keys.click('LEDGER_API_KEY');
    await workbench.page.keyboard.press('Alt+Enter');
    await workbench.keys.details.waitForRow('Rotation Checklist');
    const spoken = await workbench.keys.details.spokenRows();
    for (const { role, label } of spoken) {
      assert.equal(role, 'treeitem');
      assert.match(label, /[A-Za-z]{3}/);
    }
    await workbench.screenshot('details-of-monorepo');
  });
});
