// The main job: the value goes to .env and is read back, the literal gives way to a lookup, one undo takes it back.
import assert from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import * as vscode from 'vscode';
import { sampleSecret } from '../support/sample-secret.ts';
import { insert, openUntitled, rangeOfText } from './support/diagnosed.ts';
import { hoverOn } from './support/hover.ts';
import { keyHygieneDiagnostics, waitForDiagnostics } from './support/key-hygiene-diagnostics.ts';
import { choose, fix, preferredQuickFix, quickFixesOn, quickFixNamed } from './support/quick-fixes.ts';
import { resetSettings, set } from './support/settings.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, freshName, openFile, readFile, workspaceUri, writeFile } from './support/workspace.ts';

const key = sampleSecret('openai-project-key', 201);
const line = `const client = new OpenAI({ apiKey: "${key}" });\n`;

describe('replace with environment variable', () => {
  beforeEach(() => set('lookupStyle', 'plain'));
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
  });

  it('stores the value in a private .env and puts the lookup in its place', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await fix(document, key);
    assert.equal(document.getText(), 'const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });\n');
    assert.equal(await readFile('.env'), `OPENAI_API_KEY=${key}\n`);
    if (process.platform !== 'win32') assert.equal(statSync(workspaceUri('.env').fsPath).mode & 0o777, 0o600);
    await waitForDiagnostics(document.uri, 0);
  });

  it('keeps .env out of git and names the variable in .env.example', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await fix(document, key);
    assert.match(await readFile('.gitignore'), /^\.env$/m);
    const example = await readFile('.env.example');
    assert.match(example, /^OPENAI_API_KEY=/m);
    assert.ok(!example.includes(key));
  });

  it('is one undo', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await fix(document, key);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), line);
    await waitForDiagnostics(document.uri, 1);
  });

  it('uses the required form when the settings say so', async () => {
    await set('lookupStyle', 'required');
    const { document } = await openFile(freshName('client.ts'), line);
    await fix(document, key);
    assert.match(document.getText(), /process\.env\.OPENAI_API_KEY/);
    assert.match(document.getText(), /OPENAI_API_KEY is not set/);
  });

  it('replaces every place of the value in the file at once', async () => {
    const { document } = await openFile(freshName('client.ts'), `${line}const again = "${key}";\n`);
    await waitForDiagnostics(document.uri, 2);
    const [action] = await vscode.commands
      .executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, keyHygieneDiagnostics(document.uri)[0]?.range)
      .then(actions => actions.filter(({ isPreferred }) => isPreferred));
    assert.match(action?.title ?? '', /in 2 places/);
    await choose(action ?? assert.fail());
    assert.ok(!document.getText().includes(key));
    assert.equal(document.getText().match(/process\.env\.OPENAI_API_KEY/g)?.length, 2);
  });

  it('keeps what is in .env already, and finds another name for another value', async () => {
    await writeFile('.env', '# mine\nOPENAI_API_KEY=something-else\nOTHER=1\n');
    const { document } = await openFile(freshName('client.ts'), line);
    await fix(document, key);
    const env = await readFile('.env');
    assert.ok(env.startsWith('# mine\nOPENAI_API_KEY=something-else\nOTHER=1\n'));
    const [, name] = new RegExp(`^(\\w+)=${key}$`, 'm').exec(env) ?? [];
    assert.ok(name !== undefined && name !== 'OPENAI_API_KEY');
    assert.ok(document.getText().includes(`process.env.${name}`));
  });

  it('takes the name under which .env holds the value', async () => {
    await writeFile('.env', `MY_OPENAI_KEY=${key}\n`);
    const { document } = await openFile(freshName('client.ts'), line);
    await fix(document, key);
    assert.ok(document.getText().includes('process.env.MY_OPENAI_KEY'));
    assert.equal(await readFile('.env'), `MY_OPENAI_KEY=${key}\n`);
  });

  it('writes the lookups of other languages, with their imports', async () => {
    const python = await openFile(freshName('client.py'), `client = OpenAI(api_key="${key}")\n`);
    await fix(python.document, key);
    assert.equal(python.document.getText(), 'import os\n\nclient = OpenAI(api_key=os.environ.get("OPENAI_API_KEY"))\n');
    const go = await openFile(freshName('main.go'), `package main\n\nfunc main() {\n\tprintln("${key}")\n}\n`);
    await fix(go.document, key);
    assert.equal(go.document.getText(), 'package main\n\nimport "os"\n\nfunc main() {\n\tprintln(os.Getenv("OPENAI_API_KEY"))\n}\n');
  });

  it('changes nothing when .env cannot be written', async () => {
    mkdirSync(workspaceUri('.env').fsPath);
    const { document } = await openFile(freshName('client.ts'), line);
    await fix(document, key);
    assert.equal(document.getText(), line);
    assert.equal(keyHygieneDiagnostics(document.uri).length, 1);
  });

  it('saves what is typed into .env, and adds its row below', async () => {
    const env = await openFile('.env', 'A=1\n');
    await insert(env, new vscode.Position(1, 0), 'B=2\n');
    const { document } = await openFile(freshName('client.ts'), line);
    await fix(document, key);
    assert.ok(!document.getText().includes(key));
    assert.equal(await readFile('.env'), `A=1\nB=2\nOPENAI_API_KEY=${key}\n`);
    await waitFor(() => env.document.getText() === `A=1\nB=2\nOPENAI_API_KEY=${key}\n` && !env.document.isDirty);
  });

  it('saves what is typed into .gitignore, and adds its line below', async () => {
    const ignore = await openFile('.gitignore', 'dist\n');
    await insert(ignore, new vscode.Position(1, 0), 'out\n');
    const { document } = await openFile(freshName('client.ts'), line);
    await fix(document, key);
    assert.ok(!document.getText().includes(key));
    assert.equal(await readFile('.gitignore'), 'dist\nout\n.env\n');
  });

  it('takes back nothing of .env when the code is undone: the value must not be lost', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await fix(document, key);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), line);
    assert.equal(await readFile('.env'), `OPENAI_API_KEY=${key}\n`);
    await fix(document, key);
    assert.equal(await readFile('.env'), `OPENAI_API_KEY=${key}\n`);
  });

  describe('in projects whose tools read a file of their own', () => {
    const next = JSON.stringify({ dependencies: { next: '15' } });

    it('stores the value there, and says so in the title', async () => {
      await writeFile('package.json', next);
      const { document } = await openFile(freshName('app/api/chat/route.ts'), line);
      await waitForDiagnostics(document.uri, 1);
      assert.match((await preferredQuickFix(document, key)).title, /store the value in \.env\.local$/);
      await fix(document, key);
      assert.equal(await readFile('.env.local'), `OPENAI_API_KEY=${key}\n`);
      assert.match(await readFile('.gitignore'), /^\.env\.local$/m);
    });

    it('stores it where the settings say, when a person chose', async () => {
      await writeFile('package.json', next);
      await set('envFile', '.env.mine');
      const { document } = await openFile(freshName('app/api/chat/route.ts'), line);
      await fix(document, key);
      assert.equal(await readFile('.env.mine'), `OPENAI_API_KEY=${key}\n`);
    });
  });

  describe('in several files', () => {
    const replaceAt = (places: readonly vscode.TextDocument[]) =>
      vscode.commands.executeCommand('keyHygiene.replaceWithEnvironment', {
        places: places.map(document => ({ uri: document.uri, range: rangeOfText(document, key) })),
        preview: false,
      });

    it('replaces the value in each language, and leaves alone what cannot read its environment', async () => {
      const script = (await openFile(freshName('client.ts'), line)).document;
      const python = (await openFile(freshName('client.py'), `client = OpenAI(api_key="${key}")\n`)).document;
      const data = (await openFile(freshName('data.json'), `{ "openaiApiKey": "${key}" }\n`)).document;
      await replaceAt([script, python, data]);
      assert.match(script.getText(), /process\.env\.OPENAI_API_KEY/);
      assert.match(python.getText(), /os\.environ\.get\("OPENAI_API_KEY"\)/);
      assert.ok(data.getText().includes(key));
      assert.equal(await readFile('.env'), `OPENAI_API_KEY=${key}\n`);
    });

    it('declares once what files of one folder share', async () => {
      await set('lookupStyle', 'required');
      const program = (name: string) => `package shop\n\nfunc ${name}() []string {\n\treturn []string{"${key}", "${key}"}\n}\n`;
      const first = (await openFile('shop/first.go', program('First'))).document;
      const second = (await openFile('shop/second.go', program('Second'))).document;
      await replaceAt([first, second]);
      const texts = [first.getText(), second.getText()];
      assert.equal(texts.filter(text => /^func \w+\(\w+ string\) string \{$/m.test(text)).length, 1, texts.join('\n'));
      for (const text of texts) assert.match(text, /return \[\]string\{(\w+)\("OPENAI_API_KEY"\), \1\("OPENAI_API_KEY"\)\}/);
    });

    it('is offered for all of them, after a preview', async () => {
      // Documents of earlier tests live on, with their key.
      const fresh = sampleSecret('openai-project-key', 202);
      await openFile(freshName('client.py'), `client = OpenAI(api_key="${fresh}")\n`);
      const { document } = await openFile(freshName('client.ts'), line.replace(key, fresh));
      await waitForDiagnostics(document.uri, 1);
      const everywhere = await waitFor(async () =>
        (await quickFixesOn(document, fresh)).find(({ title }) => /^Preview: replace .* OPENAI_API_KEY in 2 files$/.test(title)),
      );
      assert.notEqual(everywhere.isPreferred, true);
      assert.ok(!JSON.stringify(everywhere.command).includes(fresh.slice(8, 30)));
    });

    it('stores it in the .env of each app, under a name that is free there', async () => {
      await writeFile('apps/a/.env', 'A=1\n');
      await writeFile('apps/b/.env', 'OPENAI_API_KEY=another\n');
      const a = (await openFile(freshName('apps/a/client.ts'), line)).document;
      const b = (await openFile(freshName('apps/b/client.ts'), line)).document;
      await replaceAt([a, b]);
      assert.equal(await readFile('apps/a/.env'), `A=1\nOPENAI_API_KEY=${key}\n`);
      assert.equal(await readFile('apps/b/.env'), `OPENAI_API_KEY=another\nOPENAI_API_KEY_2=${key}\n`);
      assert.match(a.getText(), /process\.env\.OPENAI_API_KEY\b/);
      assert.match(b.getText(), /process\.env\.OPENAI_API_KEY_2\b/);
    });

    it('changes no file when the .env of one of them cannot be written', async () => {
      mkdirSync(workspaceUri('apps/b/.env').fsPath, { recursive: true });
      await writeFile('apps/a/.env', 'A=1\n');
      const a = (await openFile(freshName('apps/a/client.ts'), line)).document;
      const b = (await openFile(freshName('apps/b/client.ts'), line)).document;
      await replaceAt([a, b]);
      assert.ok(a.getText().includes(key) && b.getText().includes(key));
    });
  });

  it('is withheld with the reason where a format cannot read its environment', async () => {
    const { document } = await openFile(freshName('config.json'), `{ "openaiApiKey": "${key}" }\n`);
    await waitForDiagnostics(document.uri, 1);
    assert.match(await hoverOn(document, key), /No replacement is offered: .{10}/);
    const titles = (await quickFixesOn(document, key)).map(({ title }) => title);
    assert.ok(!titles.some(title => title.startsWith('Replace')), titles.join(' · '));
  });

  it('is withheld where the code around the value is broken, as its grammar says', async () => {
    const { document } = await openFile(freshName('main.go'), `package main\n\nfunc main() {\n\tprintln("${key}" "b")\n}\n`);
    await waitForDiagnostics(document.uri, 1);
    assert.match(await hoverOn(document, key), /No replacement is offered: The code around the value has a syntax error/);
  });

  it('is withheld in documents that are not saved, but the lookup alone is offered', async () => {
    const { document } = await openUntitled('typescript', line);
    await waitForDiagnostics(document.uri, 1);
    assert.match(await hoverOn(document, key), /No replacement is offered: .*not saved/);
    const titles = (await quickFixesOn(document, key)).map(({ title }) => title);
    assert.ok(!titles.some(title => title.includes('store the value')), titles.join(' · '));
    assert.ok(
      titles.some(title => title.startsWith('Replace') && title.includes('only')),
      titles.join(' · '),
    );
  });

  it('works in a notebook cell', async () => {
    const source = `client = OpenAI(api_key="${key}")`;
    const data = new vscode.NotebookData([new vscode.NotebookCellData(vscode.NotebookCellKind.Code, source, 'python')]);
    const uri = await writeFile('cells.ipynb', JSON.stringify({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.set(uri, [vscode.NotebookEdit.insertCells(0, data.cells)]);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(0);
    await fix(document, key);
    assert.match(document.getText(), /os\.environ/);
    assert.equal(await readFile('.env'), `OPENAI_API_KEY=${key}\n`);
    await notebook.save();
  });

  it('never names the value in a title, an edit or an argument', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await waitForDiagnostics(document.uri, 1);
    const actions = await quickFixesOn(document, key);
    assert.ok(actions.length >= 7);
    const told = actions.map(({ title, command, edit }) => [title, command, edit?.entries()]);
    assert.ok(!JSON.stringify(told).includes(key.slice(8, 30)));
    assert.equal(
      (await preferredQuickFix(document, key)).title,
      'Replace with environment variable OPENAI_API_KEY and store the value in .env',
    );
  });
});

describe('not a secret', () => {
  afterEach(clearWorkspace);

  it('writes a comment of the language, and the finding goes', async () => {
    const { document } = await openFile(freshName('client.py'), `client = OpenAI(api_key="${key}")\n`);
    await waitForDiagnostics(document.uri, 1);
    await choose(await quickFixNamed(document, key, /ignore here/));
    assert.match(document.getText(), /# key-hygiene:ignore/);
    assert.ok(document.getText().includes(key));
    await waitForDiagnostics(document.uri, 0);
    await vscode.commands.executeCommand('undo');
    await waitForDiagnostics(document.uri, 1);
  });

  it('is not offered as a comment where the format has none', async () => {
    const { document } = await openFile(freshName('config.json'), `{ "openaiApiKey": "${key}" }\n`);
    await waitForDiagnostics(document.uri, 1);
    const titles = (await quickFixesOn(document, key)).map(({ title }) => title);
    assert.ok(!titles.some(title => /ignore here/.test(title)), titles.join(' · '));
    assert.ok(titles.some(title => /ignore this value everywhere/.test(title)));
  });

  it('accepts a value everywhere by its fingerprint', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    const other = await openFile(freshName('other.ts'), line);
    await waitForDiagnostics(document.uri, 1);
    await waitForDiagnostics(other.document.uri, 1);
    await choose(await quickFixNamed(document, key, /ignore this value everywhere/));
    await waitForDiagnostics(document.uri, 0);
    await waitForDiagnostics(other.document.uri, 0);
    const policy = JSON.parse(await readFile('.keyhygiene.json'));
    assert.match(policy.salt, /^[0-9a-f]{64}$/);
    assert.equal(policy.ignoreFingerprints.length, 1);
    assert.match(policy.ignoreFingerprints[0].fingerprint, /^[0-9a-f]{32}$/);
    assert.ok(!(await readFile('.keyhygiene.json')).includes(key.slice(8, 30)));
  });

  it('accepts a rule in a folder, and not elsewhere', async () => {
    const { document } = await openFile(freshName('samples/client.ts'), line);
    const other = await openFile(freshName('src/other.ts'), line);
    await waitForDiagnostics(document.uri, 1);
    await choose(await quickFixNamed(document, key, /Ignore rule openai-project-key in this folder/));
    await waitForDiagnostics(document.uri, 0);
    await waitForDiagnostics(other.document.uri, 1);
    const policy = JSON.parse(await readFile('.keyhygiene.json'));
    assert.deepEqual(policy.ignoreRules, [{ rule: 'openai-project-key', path: 'samples/**' }]);
  });

  it('is undone by editing the policy file', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await waitForDiagnostics(document.uri, 1);
    await choose(await quickFixNamed(document, key, /ignore this value everywhere/));
    await waitForDiagnostics(document.uri, 0);
    await vscode.workspace.fs.delete(workspaceUri('.keyhygiene.json'));
    await waitForDiagnostics(document.uri, 1);
  });
});

describe('why is this flagged', () => {
  afterEach(clearWorkspace);

  it('is told in a hover, without the value', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await waitForDiagnostics(document.uri, 1);
    const text = await hoverOn(document, key);
    for (const part of ['OpenAI project key', 'openai-project-key', 'line 1, columns ', 'apiKey', 'entropy'])
      assert.ok(text.includes(part), text);
    assert.ok(!text.includes(key.slice(8, 30)));
  });

  it('can be talked about: the masked value is copied', async () => {
    const { document } = await openFile(freshName('client.ts'), line);
    await waitForDiagnostics(document.uri, 1);
    const action = await quickFixNamed(document, key, /Copy masked/);
    assert.ok(!JSON.stringify(action).includes(key.slice(8, 30)));
    assert.match(String(action.command?.arguments?.[0]), /^sk-p…\S{2}$/);
  });
});
