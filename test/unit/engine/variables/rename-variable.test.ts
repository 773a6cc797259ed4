// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code of other languages, and of this one, as text
// Renaming an environment variable, before and after.
import assert from 'node:assert/strict';
import { applyTextEdits } from '../../../../src/engine/fixes/apply-text-edits.ts';
import { isVariableName, renameVariable } from '../../../../src/engine/variables/rename-variable.ts';

function renamed(file: string, text: string): string {
  return applyTextEdits(text, renameVariable({ uri: `file:///w/${file}`, languageId: '', text }, 'OLD_KEY', 'NEW_KEY'));
}

describe('renaming a variable', () => {
  const cases: readonly (readonly [file: string, before: string, after: string])[] = [
    ['a.ts', 'use(process.env.OLD_KEY ?? process.env["OLD_KEY"]);', 'use(process.env.NEW_KEY ?? process.env["NEW_KEY"]);'],
    ['a.ts', 'const { OLD_KEY } = process.env;\nuse(OLD_KEY);', 'const { NEW_KEY: OLD_KEY } = process.env;\nuse(OLD_KEY);'],
    ['a.ts', "const { A_KEY, OLD_KEY = 'x' } = process.env;", "const { A_KEY, NEW_KEY: OLD_KEY = 'x' } = process.env;"],
    ['a.ts', 'const { OLD_KEY: key } = process.env;', 'const { NEW_KEY: key } = process.env;'],
    ['a.ts', "import { OLD_KEY } from '$env/static/private';", "import { NEW_KEY as OLD_KEY } from '$env/static/private';"],
    ['a.ts', "import { OLD_KEY as key } from '$env/static/private';", "import { NEW_KEY as key } from '$env/static/private';"],
    ['a.ts', 'const options = { OLD_KEY, key: process.env.OLD_KEY };', 'const options = { OLD_KEY, key: process.env.NEW_KEY };'],
    ['a.py', 'os.environ["OLD_KEY"]  # OLD_KEY', 'os.environ["NEW_KEY"]  # OLD_KEY'],
    ['.env', 'OLD_KEY="OLD_KEY"\nOLD_KEY_2=1\nB=${OLD_KEY}\n', 'NEW_KEY="OLD_KEY"\nOLD_KEY_2=1\nB=${NEW_KEY}\n'],
    ['.env.example', 'OLD_KEY=\n', 'NEW_KEY=\n'],
    ['ci.yml', 'env:\n  OLD_KEY: ${{ secrets.OLD_KEY }}\n', 'env:\n  NEW_KEY: ${{ secrets.OLD_KEY }}\n'],
    ['compose.yaml', 'environment:\n  - OLD_KEY=${OLD_KEY}\n', 'environment:\n  - NEW_KEY=${NEW_KEY}\n'],
  ];
  for (const [file, before, after] of cases) it(`makes ${after} in ${file}`, () => assert.equal(renamed(file, before), after));

  it('takes letters, digits and underscores', () => {
    assert.deepEqual(['A_1', '_a', '1A', 'A-B', 'A B', '', 'Ä'].filter(isVariableName), ['A_1', '_a']);
  });
});
