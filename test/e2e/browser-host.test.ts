// The extension in the browser's own extension host, where there is no disk, thread or git: as on a web page without a server.
import assert from 'node:assert/strict';
import { sampleSecret } from '../support/sample-secret.ts';
import { Workbench } from './support/workbench.ts';

const key = sampleSecret('openai-project-key', 601);

describe('in the extension host of a browser', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({
      files: {
        'client.ts': `import OpenAI from "openai";\n\nasync function ask() {\n  return new OpenAI({ apiKey: "${key}" });\n}\n`,
        'broken.ts': `const client = new OpenAI({ apiKey: "${key}" ;\n`,
      },
      settings: { 'remote.extensionKind': { 'key-hygiene.key-hygiene': ['web'] } },
    });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('keys are flagged while they are typed', async () => {
    const editor = await workbench.open('client.ts');
    await editor.waitForSquiggles(1);
    await workbench.screenshot('browser-host');
  });

  it('a key gives way to a lookup once the preview is applied, and its value stays with the user', async () => {
    const editor = await workbench.open('client.ts');
    await editor.goToText(key);
    const titles = (await editor.quickFixes()).map(({ title }) => title);
    assert.ok(!titles.some(title => title.includes('store the value')), titles.join('\n'));
    await editor.chooseQuickFixThatLeaves('Replace with environment variable OPENAI_API_KEY only');
    await workbench.page.locator('.bulk-edit-panel .edit-checkbox').first().click();
    await workbench.page.getByRole('button', { name: 'Apply' }).click();
    const text = await editor.waitForText(changed => changed.includes('process.env.OPENAI_API_KEY'));
    assert.ok(!text.includes(key));
  });

  it('code is read with its grammar: where it is broken, nothing is offered that would change it', async () => {
    const editor = await workbench.open('broken.ts');
    await editor.waitForSquiggles(1);
    await editor.goToText(key);
    const titles = (await editor.quickFixes()).map(({ title }) => title);
    assert.deepEqual(
      titles.filter(title => title.startsWith('Replace')),
      [],
    );
    assert.ok(titles.includes('Why is this flagged?'));
  });
});
