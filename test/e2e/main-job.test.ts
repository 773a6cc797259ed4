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
    key: sampleSecret('openai-project-key', 301),
    typed: (key: string) => `const client = new OpenAI({ apiKey: "${key}" })`,
    variable: 'OPENAI_API_KEY',
    lookup: /apiKey: .*process\.env\.OPENAI_API_KEY/,
    tool: ['node', '--version'],
    run: ['node', 'client.mjs'],
  },
  {
    name: 'Python',
    file: 'client.py',
    before: 'def Anthropic(**options):\n    print(*options.values())\n\n\n',
    key: sampleSecret('anthropic-api-key', 302),
    typed: (key: string) => `client = Anthropic(api_key="${key}")`,
    variable: 'ANTHROPIC_API_KEY',
    lookup: /api_key=os\.environ\["ANTHROPIC_API_KEY"\]/,
    tool: ['python3', '--version'],
    run: ['python3', 'client.py'],
  },
  {
    name: 'Go',
    file: 'main.go',
    before: 'package main\n\nimport "fmt"\n\nfunc show(values ...any) { fmt.Println(values...) }\n\nfunc main() {\n',
    key: sampleSecret('github-classic-token', 303),
    typed: (key: string) => `show("${key}")\n}`,
    variable: 'GITHUB_TOKEN',
    lookup: /GITHUB_TOKEN/,
    tool: ['go', 'version'],
    run: ['go', 'run', 'main.go'],
  },
] as const;

describe('the main job', () => {
  let workbench: Workbench;

  before(async () => {
    const files = Object.fromEntries(languages.map(({ file, before }) => [file, before]));
    workbench = await Workbench.launch({ files: { ...files, '.gitignore': 'node_modules/\n' }, size });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  for (const { name, file, key, typed, variable, lookup, tool, run } of languages) {
    describe(`in ${name}`, () => {
      it('underlines exactly the key when it has been typed', async () => {
        const editor = await workbench.open(file);
        await editor.press('Control+End');
        await editor.type(typed(key));
        await waitForSquiggleUnder(editor, key);
        await workbench.screenshot(`main-job-${name}-flagged`);
      });

      it('replaces it with Ctrl+. and Enter', async () => {
        const { editor, folder } = workbench;
        await editor.goToText(key);
        await editor.acceptPreferredQuickFix();
        await editor.waitForText(text => lookup.test(text) && !text.includes(key));
        assert.deepEqual(await editor.waitForSquiggles(0), []);
        assert.equal(parse(folder.read('.env'))[variable], key);
        assert.equal(folder.mode('.env'), 0o600);
        assert.match(folder.read('.gitignore'), /^node_modules\/\n(?:.*\n)*\.env$/m);
        assert.match(folder.read('.env.example'), new RegExp(`^${variable}=`, 'm'));
        assert.ok(!folder.read('.env.example').includes(key));
        await workbench.screenshot(`main-job-${name}-replaced`);
      });

      it('leaves a program that runs and reads the value from its environment', async function () {
        const [toolName, versionArgument] = tool;
        skipWithout(this, toolName, versionArgument);
        await workbench.editor.save();
        const [command, ...args] = run;
        assert.equal(runProgram(workbench.folder, command, args).trim(), key);
      });

      it('shows the key in the tree, kept in the environment, with its usages', async () => {
        await workbench.keys.waitForRow(variable);
        const row = (await workbench.keys.rows()).find(({ label }) => label === variable);
        assert.match(row?.description ?? '', /environment/);
        assert.equal(await workbench.keys.badge(), '');
        await workbench.keys.click(variable);
        await workbench.keys.waitForRow(`${file}:`);
        await workbench.keys.waitForRow('.env:');
        await workbench.screenshot(`main-job-${name}-tree`);
      });

      it('comes back with one undo', async () => {
        const editor = await workbench.open(file);
        await editor.undo();
        await editor.waitForText(text => text.includes(key));
        await waitForSquiggleUnder(editor, key);
        // For the next language: no key left that is hardcoded.
        await editor.press('Control+Y');
        await editor.waitForText(text => !text.includes(key));
      });
    });
  }
});

/** Exactly one squiggle, under exactly these characters: while they are typed it grows with them. */
async function waitForSquiggleUnder(editor: EditorPane, text: string): Promise<void> {
  const underlined = async (): Promise<string> => (await editor.squiggles()).map(squiggle => squiggle.text).join(' | ');
  await waitFor(
    async () => (await underlined()) === text,
    async () => `underlined: ${await underlined()}`,
  );
}
