// The main job as a person does it: type a key, see the squiggle, Ctrl+. and Enter, and the program still runs.
import assert from 'node:assert/strict';
import { parse } from 'dotenv';
import { sampleSecret } from '../support/sample-secret.ts';
import type { EditorPane } from './support/editor-pane.ts';
import { runProgram, skipWithout } from './support/run-program.ts';
import { waitFor } from './support/wait-for.ts';
import { Workbench } from './support/workbench.ts';

// Wide enough for a line with a key in it.
const size = { width: 2000, height: 900 };

const languages = [
  {
    name: 'JavaScript',
    file: 'client.mjs',
    // Prints what it is given under no name that tells of a key: a key in a log would be a problem of its own.
    before: 'class OpenAI { constructor(options) { console.log(...Object.values(options)); } }\n',
    typed: (key: string) => `const client = new OpenAI({ apiKey: "${key}" })`,
    after: '',
    lookup: /apiKey: .*process\.env\.OPENAI_API_KEY/,
    tool: ['node', '--version'],
    run: ['node', 'client.mjs'],
  },
  {
    name: 'Python',
    file: 'client.py',
    before: 'def OpenAI(**options):\n    print(*options.values())\n\n\n',
    typed: (key: string) => `client = OpenAI(api_key="${key}")`,
    after: '',
    lookup: /api_key=os\.environ\["OPENAI_API_KEY"\]/,
    tool: ['python3', '--version'],
    run: ['python3', 'client.py'],
  },
  {
    name: 'Go',
    file: 'main.go',
    before: 'package main\n\nimport "fmt"\n\nfunc main() {\n',
    typed: (key: string) => `fmt.Println("${key}")\n}`,
    after: '',
    lookup: /OPENAI_API_KEY/,
    tool: ['go', 'version'],
    run: ['go', 'run', 'main.go'],
  },
] as const;

for (const [index, language] of languages.entries()) {
  describe(`the main job in ${language.name}`, () => {
    const key = sampleSecret('openai-project-key', 301 + index);
    let workbench: Workbench;

    before(async () => {
      workbench = await Workbench.launch({ files: { [language.file]: language.before, '.gitignore': 'node_modules/\n' }, size });
    });
    afterEach(async function () {
      await workbench.screenshotOnFailure(this.currentTest);
    });
    after(() => workbench.dispose());

    it('underlines exactly the key when it has been typed', async () => {
      const editor = await workbench.open(language.file);
      await editor.press('Control+End');
      await editor.type(language.typed(key));
      await waitForSquiggleUnder(editor, key);
      await workbench.screenshot(`main-job-${language.name}-flagged`);
    });

    it('replaces it with Ctrl+. and Enter', async () => {
      const { editor, folder } = workbench;
      await editor.goToText(key);
      await editor.acceptPreferredQuickFix();
      await editor.waitForText(text => language.lookup.test(text) && !text.includes(key));
      assert.deepEqual(await editor.waitForSquiggles(0), []);
      assert.equal(parse(folder.read('.env'))['OPENAI_API_KEY'], key);
      assert.equal(folder.mode('.env'), 0o600);
      assert.match(folder.read('.gitignore'), /^node_modules\/\n(?:.*\n)*\.env$/m);
      assert.match(folder.read('.env.example'), /^OPENAI_API_KEY=/m);
      assert.ok(!folder.read('.env.example').includes(key));
      await workbench.screenshot(`main-job-${language.name}-replaced`);
    });

    it('leaves a program that runs and reads the value from its environment', async function () {
      const [tool, versionArgument] = language.tool;
      skipWithout(this, tool, versionArgument);
      await workbench.editor.save();
      const [command, ...args] = language.run;
      assert.equal(runProgram(workbench.folder, command, args).trim(), key);
    });

    it('shows the key in the tree, kept in the environment, with its usages', async () => {
      await workbench.keys.waitForRow('OPENAI_API_KEY');
      const row = (await workbench.keys.rows()).find(({ label }) => label === 'OPENAI_API_KEY');
      assert.match(row?.description ?? '', /environment/);
      assert.equal(await workbench.keys.badge(), '');
      await workbench.keys.click('OPENAI_API_KEY');
      await workbench.keys.waitForRow(`${language.file}:`);
      await workbench.keys.waitForRow('.env:1');
      await workbench.screenshot(`main-job-${language.name}-tree`);
    });

    it('comes back with one undo', async () => {
      const editor = await workbench.open(language.file);
      await editor.undo();
      await editor.waitForText(text => text.includes(key));
      await waitForSquiggleUnder(editor, key);
    });
  });
}

/** Exactly one squiggle, under exactly these characters: while they are typed it grows with them. */
async function waitForSquiggleUnder(editor: EditorPane, text: string): Promise<void> {
  const underlined = async (): Promise<string> => (await editor.squiggles()).map(squiggle => squiggle.text).join(' | ');
  await waitFor(
    async () => (await underlined()) === text,
    async () => `underlined: ${await underlined()}`,
  );
}
