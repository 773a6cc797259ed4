// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code of other languages, and of this one, as text
// Where the names of environment variables stand.
import assert from 'node:assert/strict';
import { findVariablePlaces, variablePlaceAt } from '../../../../src/engine/variables/find-variable-places.ts';

/** Role and text of each place, the text read back from its span. */
function placesIn(file: string, text: string, languageId = ''): string[] {
  return findVariablePlaces({ uri: `file:///w/${file}`, languageId, text }).map(
    ({ role, span }) => `${role} ${text.slice(span.start, span.end)}`,
  );
}

describe('the places of variables', () => {
  it('are the names in lookups', () => {
    assert.deepEqual(placesIn('a.ts', 'const { A_KEY, B_KEY: b } = process.env;\nuse(process.env["C_KEY"], process.env.D_KEY!);\n'), [
      'lookup A_KEY',
      'lookup B_KEY',
      'lookup C_KEY',
      'lookup D_KEY',
    ]);
    assert.deepEqual(placesIn('a.py', 'os.environ["A_KEY"], os.getenv("B_KEY", "")'), ['lookup A_KEY', 'lookup B_KEY']);
  });

  it('are the names of rows in environment files, and in samples of them', () => {
    assert.deepEqual(placesIn('.env.local', '# A=1\nexport A_KEY="x"\nB_KEY=$A_KEY\n'), [
      'definition A_KEY',
      'definition B_KEY',
      'lookup A_KEY',
    ]);
    assert.deepEqual(placesIn('.env.example', 'A_KEY=\n'), ['template A_KEY']);
    assert.deepEqual(placesIn('local.settings.json', '{ "Values": { "A_KEY": "x" } }').at(-1), 'definition A_KEY');
  });

  it('are the rows that pass variables on in Compose files, pipelines and images', () => {
    const compose = 'environment:\n  A_KEY: ${B_KEY}\n  - "C_KEY=1"\n  - D_KEY\n';
    assert.deepEqual(placesIn('compose.yaml', compose), ['definition A_KEY', 'lookup B_KEY', 'definition C_KEY', 'definition D_KEY']);
    assert.deepEqual(placesIn('ci.yml', 'env:\n  A_KEY: ${{ secrets.B_KEY }}\n'), ['definition A_KEY', 'reference B_KEY']);
    assert.deepEqual(placesIn('Dockerfile', 'ENV A_KEY=1\nARG B_KEY\n'), ['definition A_KEY', 'lookup B_KEY']);
  });

  it('are nowhere where the text says a part of the name: renaming would write the whole of it there', () => {
    assert.deepEqual(placesIn('main.tf', 'variable "service_key" {}\nkey = var.service_key\n'), []);
  });

  it('are found from inside the name and from either end of it', () => {
    const text = 'process.env.A_KEY;';
    const source = { uri: 'file:///w/a.ts', languageId: 'typescript', text };
    assert.deepEqual(
      [11, 12, 14, 17, 18].map(offset => variablePlaceAt(source, offset)?.name),
      [undefined, 'A_KEY', 'A_KEY', 'A_KEY', undefined],
    );
  });
});
