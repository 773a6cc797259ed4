// The keys of the last session are there when the workspace is opened again, and what changed meanwhile is put right.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sampleSecret } from '../support/sample-secret.ts';
import { Workbench } from './support/workbench.ts';

const openai = sampleSecret('openai-project-key', 811);
const stripe = sampleSecret('stripe-secret-key', 812);

describe('the keys of the last session', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({
      files: {
        'client.ts': `const client = new OpenAI({ apiKey: "${openai}" });\n`,
        'pay.ts': `const stripe = new Stripe("${stripe}");\n`,
        'plain.ts': 'export const one = 1;\n',
      },
    });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('are told when the window opens again, though nobody looks at the Keys view', async () => {
    await workbench.commandPalette('Key Hygiene: Scan Workspace');
    await workbench.waitForStatus(/2 hardcoded/);
    await workbench.waitForKeptKeys();
    await workbench.close();
    await workbench.reopen();
    await workbench.waitForStatus(/2 hardcoded/);
  });

  it('give way to what the files say by now', async () => {
    await workbench.close();
    rmSync(path.join(workbench.folder.path, 'pay.ts'));
    writeFileSync(path.join(workbench.folder.path, 'plain.ts'), 'export const token = process.env.GITHUB_TOKEN;\n');
    await workbench.reopen();
    await workbench.waitForStatus(/1 hardcoded/);
    await workbench.keys.waitForRow('GITHUB_TOKEN');
  });
});
