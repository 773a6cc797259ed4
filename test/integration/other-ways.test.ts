// Besides the plain lookup: the project's own pattern, the client's own variable, a gateway for many providers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { sampleSecret } from '../support/sample-secret.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitForDiagnostics } from './support/key-hygiene-diagnostics.ts';
import { choose, preferredQuickFix, quickFixesOn } from './support/quick-fixes.ts';
import { resetSettings, set } from './support/settings.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, openFile, readFile, writeFile } from './support/workspace.ts';

const key = sampleSecret('openai-project-key', 211);
const client = `import OpenAI from 'openai';\n\nexport const client = new OpenAI({ apiKey: '${key}' });\n`;

describe('other ways than a lookup', () => {
  beforeEach(() => set('lookupStyle', 'plain'));
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
  });

  it("prefers the project's own pattern, and declares the variable there", async () => {
    await writeFile('own/package.json', '{}');
    await writeFile(
      'own/src/env.ts',
      "import { z } from 'zod';\n\nexport const env = z.object({ HOST: z.string() }).parse(process.env);\n",
    );
    const { document } = await openFile('own/src/client.ts', `import { env } from './env';\n\nsend(env.HOST, '${key}');\n`);
    await waitForDiagnostics(document.uri, 1);
    await waitFor(async () => (await titlesOn(document)).some(title => title.includes('src/env.ts')));
    await choose(await preferredQuickFix(document, key));
    assert.equal(document.getText(), "import { env } from './env';\n\nsend(env.HOST, env.OPENAI_API_KEY);\n");
    assert.equal(await readFile('own/.env'), `OPENAI_API_KEY=${key}\n`);
    const schema = await waitFor(async () => (await readFile('own/src/env.ts')).match(/z\.object\(.*\)/)?.[0]);
    assert.equal(schema, 'z.object({ HOST: z.string(), OPENAI_API_KEY: z.string().min(1) }).parse(process.env)');
  });

  it('stores the value in the user secrets of a .NET project, and says so in the title', async () => {
    const { HOME, APPDATA } = process.env;
    const home = temporaryFolder();
    Object.assign(process.env, { HOME: home, APPDATA: '' });
    try {
      await writeFile('shop/Shop.csproj', '<Project><PropertyGroup><UserSecretsId>shop-1</UserSecretsId></PropertyGroup></Project>');
      const code = (value: string) => `var builder = WebApplication.CreateBuilder(args);\nStart(${value});\n`;
      const { document } = await openFile('shop/Program.cs', code(`"${key}"`));
      await waitForDiagnostics(document.uri, 1);
      await choose(await actionOn(document, /user secrets$/));
      assert.equal(document.getText(), code('builder.Configuration["OpenAI:ApiKey"]'));
      const secrets = readFileSync(path.join(home, '.microsoft', 'usersecrets', 'shop-1', 'secrets.json'), 'utf8');
      assert.deepEqual(JSON.parse(secrets), { 'OpenAI:ApiKey': key });
      await assert.rejects(readFile('shop/.env'));
    } finally {
      Object.assign(process.env, { HOME, ...(APPDATA !== undefined && { APPDATA }) });
      if (APPDATA === undefined) delete process.env['APPDATA'];
    }
  });

  it('lets a client read its variable by itself', async () => {
    const { document } = await openFile('sdk/client.ts', client);
    await waitForDiagnostics(document.uri, 1);
    await choose(await actionOn(document, /^Let the client read OPENAI_API_KEY/));
    assert.equal(document.getText(), "import OpenAI from 'openai';\n\nexport const client = new OpenAI();\n");
    assert.match(await readFile('.env'), new RegExp(`^OPENAI_API_KEY=${key}$`, 'm'));
  });

  it('routes through a gateway where the workspace has keys of several providers, as the last choice', async () => {
    const { document } = await openFile('gateway/client.ts', client);
    await waitForDiagnostics(document.uri, 1);
    const other = await openFile('gateway/other.ts', `const key = '${sampleSecret('anthropic-api-key', 212)}';\n`);
    await waitForDiagnostics(other.document.uri, 1);
    const action = await actionOn(document, /^Route through XRoute\.AI with XROUTE_API_KEY/);
    assert.ok(action.isPreferred !== true);
    await choose(action);
    assert.equal(document.getText(), client.replace(`'${key}'`, "process.env.XROUTE_API_KEY, baseURL: 'https://api.xroute.ai/openai/v1'"));
    assert.match(await readFile('.env'), new RegExp(`^OPENAI_API_KEY=${key}$`, 'm'));
  });
});

async function titlesOn(document: vscode.TextDocument): Promise<readonly string[]> {
  return (await quickFixesOn(document, key)).map(({ title }) => title);
}

function actionOn(document: vscode.TextDocument, title: RegExp): Promise<vscode.CodeAction> {
  return waitFor(async () => (await quickFixesOn(document, key)).find(action => title.test(action.title)));
}
