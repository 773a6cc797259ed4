// One key in files of several languages: shown first, replaced in one edit, taken back with one undo; what cannot be replaced is listed.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sampleSecret } from '../support/sample-secret.ts';
import { waitFor } from './support/wait-for.ts';
import { Workbench } from './support/workbench.ts';

const key = sampleSecret('openai-project-key', 501);

const files = {
  'src/client.ts': `const client = new OpenAI({ apiKey: "${key}" });\n`,
  'src/worker.py': `import os\n\nclient = OpenAI(api_key="${key}")\n`,
  'src/main.go': `package main\n\nfunc main() {\n\tprintln("${key}")\n}\n`,
  'compose.yaml': `services:\n  app:\n    image: app\n    environment:\n      OPENAI_API_KEY: ${key}\n`,
  'data.json': `{ "openaiApiKey": "${key}" }\n`,
};

const lookups: Readonly<Record<string, RegExp>> = {
  'src/client.ts': /process\.env\.OPENAI_API_KEY/,
  'src/worker.py': /os\.environ/,
  'src/main.go': /os\.Getenv\("OPENAI_API_KEY"\)/,
  'compose.yaml': /\$\{OPENAI_API_KEY[:}]/,
};

describe('a key in files of several languages', () => {
  let workbench: Workbench;

  before(async () => {
    const settings = { 'keyHygiene.lookupStyle': 'plain' };
    workbench = await Workbench.launch({ files, settings, size: { width: 1500, height: 900 } });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  /** Of the files in the refactor preview. */
  const ticks = (): Locator => workbench.page.locator('.bulk-edit-panel .edit-checkbox');

  const waitForDisk = async (fits: (name: string) => boolean, names: readonly string[]): Promise<void> => {
    await waitFor(
      () => Promise.resolve(names.every(fits)),
      () => names.map(name => `${name}: ${workbench.folder.read(name)}`).join('\n'),
    );
  };

  it('is shown in every file before anything is replaced', async () => {
    await workbench.keys.show();
    await workbench.waitForStatus(/^5 files scanned/);
    await workbench.keys.chooseFromMenu('5 · hardcoded', 'Replace Everywhere with Environment Variable');
    await ticks().first().waitFor();
    const ticked = await ticks().evaluateAll(boxes => boxes.map(box => box.getAttribute('aria-checked') === 'true'));
    assert.ok(ticked.length >= 4 && ticked.every(Boolean), ticked.join());
    for (const [name, text] of Object.entries(files)) assert.equal(workbench.folder.read(name), text);
    await workbench.screenshot('everywhere-preview');
  });

  it('gives way to a lookup in each language with one click', async () => {
    await workbench.page.getByRole('button', { name: 'Apply' }).click();
    await waitForDisk(name => lookups[name]?.test(workbench.folder.read(name)) === true, Object.keys(lookups));
    for (const name of Object.keys(lookups)) assert.ok(!workbench.folder.read(name).includes(key), name);
    assert.ok(workbench.folder.read('.env').includes(`OPENAI_API_KEY=${key}\n`));
  });

  it('says in one message what had to stay, and why', async () => {
    await workbench.waitForNotification(
      /stored in \.env and read from there in 4 files\. The value had to stay in data\.json: JSON cannot/,
    );
    assert.equal((await workbench.notifications()).length, 1);
    await workbench.page.getByRole('button', { name: 'Show What Stays' }).hover();
    await workbench.screenshot('everywhere-replaced');
    await workbench.pressButton('Show What Stays');
    await workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'data.json' }).waitFor();
    await workbench.screenshot('everywhere-what-stays');
    await workbench.page.keyboard.press('Enter');
    await workbench.editor.waitForTab('data.json');
  });

  it('comes back in every file with one undo, and stays in .env', async () => {
    const editor = await workbench.open('src/client.ts');
    await editor.undo();
    await editor.waitForText(text => text.includes(key));
    for (const name of Object.keys(lookups)) {
      await workbench.open(name);
      await editor.waitForText(text => text.includes(key));
    }
    assert.ok(workbench.folder.read('.env').includes(key));
    await workbench.screenshot('everywhere-undone');
  });
});
