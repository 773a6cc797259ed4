// What else Ctrl+. offers, seen on the screen: the preview, the reason why not, the hover, the page of the rule.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sampleSecret } from '../support/sample-secret.ts';
import { waitFor } from './support/wait-for.ts';
import { Workbench } from './support/workbench.ts';

const key = sampleSecret('openai-project-key', 501);
const line = `const client = new OpenAI({ apiKey: "${key}" });\n`;
const size = { width: 2000, height: 900 };

describe('the quick fixes', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({
      files: { 'apply.ts': line, 'discard.ts': line, 'config.json': `{ "openaiApiKey": "${key}" }\n`, 'why.ts': line },
      settings: { 'keyHygiene.lookupStyle': 'plain' },
      size,
    });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  async function openAtKey(file: string): Promise<void> {
    const editor = await workbench.open(file);
    await editor.waitForSquiggles(1);
    await editor.goToText(key);
  }

  /** Of the only file in the refactor preview. */
  function previewTick(): Locator {
    return workbench.page.locator('.bulk-edit-panel .edit-checkbox').first();
  }

  /** Parts of a hover come one after the other. */
  function hoverWith(text: string): Locator {
    return workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: text }).first();
  }

  it('offer the replacement first, then gentler and other things', async () => {
    await openAtKey('apply.ts');
    const titles = (await workbench.editor.quickFixes()).map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 3), [
      'Replace with environment variable OPENAI_API_KEY and store the value in .env',
      'Preview: replace with environment variable OPENAI_API_KEY',
      'Replace with environment variable OPENAI_API_KEY only (the value is kept elsewhere)',
    ]);
    assert.ok(titles.includes('Not a secret: ignore here'));
    assert.ok(titles.includes('Why is this flagged?'));
    assert.ok(!titles.some(title => title.includes(key)));
  });

  it('change nothing when the preview is discarded, and say where the value is', async () => {
    await openAtKey('discard.ts');
    await workbench.editor.chooseQuickFixThatLeaves('Preview: replace');
    await previewTick().waitFor();
    await workbench.screenshot('quick-fixes-preview');
    await workbench.page.getByRole('button', { name: 'Discard' }).click();
    await workbench.waitForNotification(/Nothing was replaced\. The value stays in \.env as OPENAI_API_KEY\./);
    assert.equal(workbench.folder.read('discard.ts'), line);
    assert.ok(workbench.folder.read('.env').includes(key));
  });

  it('replace what the preview shows when it is applied', async () => {
    await openAtKey('apply.ts');
    await workbench.editor.chooseQuickFixThatLeaves('Preview: replace');
    await previewTick().waitFor();
    await workbench.page.getByRole('button', { name: 'Apply' }).click();
    await waitFor(
      async () => (await workbench.open('apply.ts')).text().then(text => text.includes('process.env.OPENAI_API_KEY')),
      () => 'the key is still there',
    );
  });

  it('say why there is no replacement in a format without lookups', async () => {
    await openAtKey('config.json');
    const fixes = await workbench.editor.quickFixes();
    assert.ok(!fixes.some(({ title, disabled }) => title.startsWith('Replace') && !disabled));
    await workbench.editor.hover();
    await hoverWith('No replacement is offered: JSON cannot read environment variables').waitFor();
    await workbench.screenshot('quick-fixes-withheld');
    await workbench.editor.press('Escape');
  });

  it('explain themselves in a hover that links to the page of the rule', async () => {
    await openAtKey('why.ts');
    await workbench.editor.chooseQuickFix('Why is this flagged?');
    const hover = hoverWith('entropy');
    await hover.waitFor();
    const text = await hover.innerText();
    assert.match(text, /openai-project-key/);
    assert.ok(!text.includes(key));
    await workbench.screenshot('quick-fixes-why');
    await hover.getByText('openai-project-key', { exact: true }).first().click();
    await workbench.editor.waitForTab('openai-project-key.md');
    await workbench.editor.waitForText(page => page.startsWith('# OpenAI project key'));
    await workbench.screenshot('quick-fixes-rule-page');
  });
});

describe('a workspace that nobody trusts yet', () => {
  let workbench: Workbench;

  before(async () => {
    const policy = { ignoreRules: [{ rule: 'openai-project-key', path: '**' }], exclude: ['**'] };
    workbench = await Workbench.launch({
      files: { 'client.ts': line, '.keyhygiene.json': JSON.stringify(policy), '.vscode/settings.json': '{ "keyHygiene.enable": false }' },
      restricted: true,
      size,
    });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('cannot switch findings off by its policy or settings', async () => {
    const editor = await workbench.open('client.ts');
    const [squiggle] = await editor.waitForSquiggles(1);
    assert.equal(squiggle?.text, key);
  });
});
