// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what workflows write
// From lookups to the rows of `.env` and back, completion and rename of variables, and the way from the editor to the tree.
import assert from 'node:assert/strict';
import { sampleSecret } from '../support/sample-secret.ts';
import { waitFor } from './support/wait-for.ts';
import { Workbench } from './support/workbench.ts';

const stored = sampleSecret('openai-project-key', 431);

describe('variables of the workspace', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({
      files: {
        '.env': `ACME_TOKEN=${stored}\nACME_URL=https://acme.example\n`,
        '.env.example': 'ACME_TOKEN=\n',
        'client.ts': 'export const { ACME_TOKEN } = process.env;\nexport const again = process.env.ACME_TOKEN;\n',
        'worker.py': 'import os\n\ntoken = os.environ["ACME_TOKEN"]\n',
        'ci.yml': 'env:\n  ACME_TOKEN: ${{ secrets.ACME_TOKEN }}\n',
        'names.txt': '',
        'new.py': 'import os\n\nkey = os.environ["ACME"]\n',
      },
      settings: { 'keyHygiene.codeLens': true },
    });
    await workbench.keys.show();
    await workbench.keys.waitForRow('ACME_TOKEN');
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('leads from a lookup to its row in .env', async () => {
    const editor = await workbench.open('worker.py');
    await editor.goToText('ACME_TOKEN');
    await editor.press('F12');
    await editor.waitForTab('.env');
  });

  it('tells above the row how often it is used', async () => {
    await workbench.open('.env');
    await workbench.page.locator('.codelens-decoration').filter({ hasText: 'usages: 3 · environment' }).waitFor();
  });

  it('leads from a key in the editor to its row in the tree, and shows its details', async () => {
    const editor = await workbench.open('client.ts');
    await editor.goToText('ACME_TOKEN');
    await workbench.commandPalette('Key Hygiene: Show in Keys');
    await workbench.page.locator('.sidebar .monaco-list-row.selected').filter({ hasText: 'client.ts:1' }).waitFor();
    await workbench.keys.chooseFromMenu('client.ts:1', 'Show Details');
    await workbench.keys.details.waitForMessage('Keep the value in a secret manager');
    await workbench.keys.details.waitForRow('Any environment');
    await workbench.screenshot('key-details');
    await workbench.keys.details.hide();
  });

  it('lists every lookup of a row', async () => {
    const editor = await workbench.open('.env');
    await editor.goToText('ACME_TOKEN');
    await editor.press('Shift+F12');
    const references = workbench.page.locator('.reference-zone-widget .ref-tree');
    for (const file of ['client.ts', 'worker.py', 'ci.yml']) await references.getByText(file).first().waitFor();
    await editor.press('Escape');
  });

  it('copies the names of all keys that are selected', async () => {
    workbench.folder.write('other.ts', 'const token = process.env.OTHER_TOKEN;\n');
    await workbench.keys.click('OTHER_TOKEN');
    await workbench.keys.addToSelection('ACME_TOKEN');
    await workbench.keys.chooseFromMenu('ACME_TOKEN', 'Copy Name');
    const editor = await workbench.open('names.txt');
    await editor.press('Control+V');
    await editor.waitForText(text => text.includes('ACME_TOKEN') && text.includes('OTHER_TOKEN'));
    await editor.undo();
    await editor.save();
  });

  it('completes its name in a lookup, and not its value', async () => {
    const editor = await workbench.open('new.py');
    await editor.goTo(3, 23);
    await editor.press('Control+Space');
    const suggestion = workbench.page.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'ACME_TOKEN' });
    await suggestion.waitFor();
    assert.ok(!(await workbench.page.locator('.suggest-widget').innerText()).includes(stored));
    await workbench.screenshot('key-completion');
    await suggestion.click();
    await editor.waitForText(text => text.includes('os.environ["ACME_TOKEN"]'));
    await editor.save();
  });

  it('is renamed everywhere but at the host of the pipeline', async () => {
    const editor = await workbench.open('worker.py');
    await editor.goToText('ACME_TOKEN');
    await editor.press('F2');
    const input = workbench.page.locator('.rename-box input');
    await input.waitFor();
    await input.fill('ACME_SERVICE_TOKEN');
    await input.press('Enter');
    await editor.waitForText(text => text.includes('os.environ["ACME_SERVICE_TOKEN"]'));
    const expected: Readonly<Record<string, string>> = {
      '.env': `ACME_SERVICE_TOKEN=${stored}\nACME_URL=https://acme.example\n`,
      '.env.example': 'ACME_SERVICE_TOKEN=\n',
      'client.ts': 'export const { ACME_SERVICE_TOKEN: ACME_TOKEN } = process.env;\nexport const again = process.env.ACME_SERVICE_TOKEN;\n',
      'ci.yml': 'env:\n  ACME_SERVICE_TOKEN: ${{ secrets.ACME_TOKEN }}\n',
    };
    for (const [file, text] of Object.entries(expected)) await workbench.folder.waitFor(file, found => found === text);
  });

  it('shows how many keys there are in the status bar', async () => {
    await waitFor(
      async () => (await workbench.statusBar()).some(item => /^\d+$/.test(item)),
      async () => (await workbench.statusBar()).join(' · '),
    );
  });
});
