// A workspace of two folders: each has its own .env, settings and policy, and the tree shows both.
import assert from 'node:assert/strict';
import { sampleSecret } from '../support/sample-secret.ts';
import { Workbench } from './support/workbench.ts';

const shopKey = sampleSecret('openai-project-key', 601);
const mailKey = sampleSecret('openai-project-key', 602);
const client = (key: string): string => `const client = new OpenAI({ apiKey: "${key}" });\n`;

describe('a workspace of two folders', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({
      files: {
        'both.code-workspace': JSON.stringify({ folders: [{ path: 'shop' }, { path: 'mail' }] }),
        'shop/shop.ts': client(shopKey),
        'mail/mail.ts': client(mailKey),
        'mail/quiet.ts': client(mailKey),
        'mail/.vscode/settings.json': JSON.stringify({ 'keyHygiene.envFile': '.env.local' }),
        'mail/.keyhygiene.json': JSON.stringify({ ignoreRules: [{ rule: 'openai-project-key', path: 'quiet.ts' }] }),
      },
      workspace: 'both.code-workspace',
      settings: { 'keyHygiene.lookupStyle': 'plain' },
    });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('shows the keys of both, the folder in front of the file', async () => {
    await workbench.keys.show();
    await workbench.waitForStatus(/files scanned/);
    await workbench.commandPalette('Key Hygiene: Group by File');
    await workbench.keys.waitForRow('shop.ts');
    await workbench.keys.waitForRow('mail.ts');
    assert.equal(await workbench.keys.badge(), '2');
    await workbench.screenshot('multi-root');
    await workbench.commandPalette('Key Hygiene: Group by Key');
  });

  it('heeds the policy of one folder in that folder only', async () => {
    const editor = await workbench.open('quiet.ts');
    assert.deepEqual(await editor.waitForSquiggles(0), []);
    await workbench.open('shop.ts');
    await editor.waitForSquiggles(1);
  });

  it('stores a value in the folder of its file, under the name that the folder’s settings say', async () => {
    const { editor, folder } = workbench;
    await workbench.open('mail.ts');
    await editor.waitForSquiggles(1);
    await editor.goToText(mailKey);
    await editor.acceptPreferredQuickFix();
    await folder.waitFor('mail/.env.local', text => text.includes(mailKey));
    await workbench.open('shop.ts');
    await editor.waitForSquiggles(1);
    await editor.goToText(shopKey);
    await editor.acceptPreferredQuickFix();
    await folder.waitFor('shop/.env', text => text.includes(shopKey));
    assert.match(folder.read('mail/.gitignore'), /^\.env\.local$/m);
    assert.match(folder.read('shop/.gitignore'), /^\.env$/m);
    assert.ok(!folder.has('.env') && !folder.has('.gitignore'));
  });
});
