// The Keys view on a folder of files nobody has open: scan, grouping, filter, fix from the tree, what changes on disk.
import assert from 'node:assert/strict';
import { sampleSecret } from '../support/sample-secret.ts';
import { waitFor } from './support/wait-for.ts';
import { Workbench } from './support/workbench.ts';

const openai = sampleSecret('openai-project-key', 401);
const other = sampleSecret('openai-project-key', 402);

describe('the Keys view', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({
      files: {
        'src/client.ts': `const client = new OpenAI({ apiKey: "${openai}" });\n`,
        'src/worker.py': `client = OpenAI(api_key="${openai}")\n`,
        'ci.yml': `openai_api_key: ${other}\n`,
        'lookup.ts': 'const token = process.env.GITHUB_TOKEN;\n',
      },
      settings: { 'keyHygiene.lookupStyle': 'plain' },
    });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('scans the folder when it is first looked at', async () => {
    await workbench.keys.show();
    await workbench.keys.waitForRow('hardcoded');
    await workbench.keys.waitForRow('GITHUB_TOKEN');
    assert.equal(await workbench.keys.badge(), '1');
    const rows = await workbench.keys.rows();
    assert.deepEqual(
      rows.map(({ description }) => description),
      ['2 · hardcoded', '1 · config file', '1 · environment'],
    );
    assert.ok(!rows.some(({ label }) => label.includes(openai) || label.includes(other)));
    await workbench.screenshot('keys-view');
  });

  it('shows the place when a usage is clicked', async () => {
    await workbench.keys.click('2 · hardcoded');
    await workbench.keys.click('src/client.ts:1');
    await workbench.editor.waitForTab('client.ts');
  });

  it('groups by file and by provider', async () => {
    await workbench.commandPalette('Key Hygiene: Group by File');
    await workbench.keys.waitForRow('ci.yml');
    await workbench.keys.waitForRow('worker.py');
    await workbench.commandPalette('Key Hygiene: Group by Provider');
    await workbench.keys.waitForRow(/^OpenAI/);
    await workbench.screenshot('keys-view-by-provider');
    await workbench.commandPalette('Key Hygiene: Group by Key');
  });

  it('filters by name, and shows everything again', async () => {
    await workbench.quickInput.runListingCommand('Key Hygiene: Filter Keys', 'Defined but never used');
    await workbench.quickInput.answer('github');
    await workbench.keys.waitForMessage('1 of 3 keys match “github”.');
    assert.deepEqual(
      (await workbench.keys.rows()).map(({ label }) => label),
      ['GITHUB_TOKEN'],
    );
    await workbench.commandPalette('Key Hygiene: Clear Filter');
    await workbench.keys.waitForRow('hardcoded');
  });

  it('filters by state', async () => {
    await workbench.quickInput.runListingCommand('Key Hygiene: Filter Keys', 'Defined but never used');
    await workbench.quickInput.tick('Hardcoded');
    await workbench.quickInput.answer('');
    await workbench.keys.waitForMessage('1 of 3 keys match Hardcoded.');
    assert.deepEqual(
      (await workbench.keys.rows()).map(({ description }) => description),
      ['2 · hardcoded'],
    );
    await workbench.commandPalette('Key Hygiene: Clear Filter');
  });

  it('groups by what is wrong, and remembers it', async () => {
    await workbench.commandPalette('Key Hygiene: Group by Problem');
    await workbench.keys.waitForRow('Used but never defined');
    // The workbench writes to disk what it remembers a moment after it was told: a picture takes longer.
    await workbench.screenshot('keys-view-by-problem');
    await workbench.page.reload();
    await workbench.keys.waitForContainer();
    await workbench.keys.waitForRow('Used but never defined');
    await workbench.commandPalette('Key Hygiene: Group by Key');
    await workbench.keys.waitForRow('hardcoded');
  });

  it('marks files with live keys in the explorer', async () => {
    await workbench.commandPalette('View: Show Explorer');
    await workbench.page.locator('.explorer-folders-view').getByText('ci.yml').hover();
    await workbench.page.locator('.explorer-folders-view [aria-label*="keys written in this file: 1"]').first().waitFor();
  });

  it('sees files that come and go on disk', async () => {
    workbench.folder.write('late.ts', 'const key = process.env.ANTHROPIC_API_KEY;\n');
    await workbench.keys.waitForRow('ANTHROPIC_API_KEY');
  });

  it('follows a folder that is moved on disk', async () => {
    workbench.folder.write('old/deep/moved.ts', 'const key = process.env.MISTRAL_API_KEY;\n');
    await workbench.commandPalette('Key Hygiene: Group by File');
    await workbench.keys.waitForRow('old/deep/moved.ts:1');
    workbench.folder.move('old', 'new');
    await workbench.keys.waitForRow('new/deep/moved.ts:1');
    assert.ok(!(await workbench.keys.rows()).some(({ label }) => label.startsWith('old/')));
    await workbench.commandPalette('Key Hygiene: Group by Key');
  });

  it('replaces a key in every file at once', async () => {
    await workbench.keys.chooseFromMenu('2 · hardcoded', 'Replace Everywhere with Environment Variable');
    await workbench.page.getByRole('button', { name: 'Apply' }).click();
    await workbench.keys.waitForRow('OPENAI_API_KEY');
    await workbench.folder.waitFor('.env', text => text.includes(openai));
    await waitFor(
      async () => (await workbench.keys.badge()) === '',
      async () => `the badge says ${await workbench.keys.badge()}`,
    );
    const editor = await workbench.open('src/client.ts');
    await editor.waitForText(text => text.includes('process.env.OPENAI_API_KEY'));
    await workbench.open('src/worker.py');
    await editor.waitForText(text => text.includes('os.environ') && !text.includes(openai));
    await workbench.screenshot('keys-view-replaced');
  });
});

describe('the Keys view of an empty folder', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({ files: { 'readme.txt': 'nothing here\n' } });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('says what to do', async () => {
    await waitFor(
      async () => (await workbench.keys.welcome()).includes('No keys found yet'),
      () => 'the view has no such text',
    );
    await workbench.screenshot('keys-view-empty');
  });
});

describe('a scan of a large folder', () => {
  const count = 5000;
  let workbench: Workbench;

  before(async () => {
    const lines = Array.from({ length: 300 }, (_, line) => `export const value${line} = call("some text", { key: ${line} });\n`).join('');
    const files = Array.from({ length: count }, (_, index) => [`src/${index % 40}/file-${index}.ts`, lines]);
    workbench = await Workbench.launch({ files: { ...Object.fromEntries(files), 'first.ts': '' } });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('lets people type, and tells how much it read', async () => {
    const editor = await workbench.open('first.ts');
    await workbench.commandPalette('Key Hygiene: Scan Workspace');
    await editor.type('// typed while files are read');
    await editor.waitForText(text => text.includes('// typed while files are read'));
    await workbench.waitForStatus(new RegExp(`^${count + 1} files scanned, 0 left out\\.$`));
  });

  it('can be stopped', async () => {
    await workbench.keys.startAndStopScan();
    await workbench.waitForStatus(/^Scan stopped after \d+ files\.$/);
  });
});
