import assert from 'node:assert/strict';
import { languageOf, languages } from '../../../../src/engine/languages/catalogue.ts';

const idOf = (uri: string, languageId = '') => languageOf({ uri, languageId })?.id;

describe('languages', () => {
  it('have ids, editor ids and file names of their own', () => {
    for (const list of [languages.map(({ id }) => id), languages.flatMap(l => l.languageIds), languages.flatMap(l => l.files)])
      assert.deepEqual([...list].sort(), [...new Set(list)].sort());
  });

  it('name files in lower case, as they are compared', () => {
    for (const file of languages.flatMap(l => l.files)) assert.equal(file, file.toLowerCase());
  });
});

describe('languageOf', () => {
  it('goes by the editor’s language id', () => {
    assert.equal(idOf('untitled:Untitled-1', 'python'), 'python');
    assert.equal(idOf('file:///a/script.txt', 'typescriptreact'), 'typescript');
  });

  it('goes by the file name where the id says nothing', () => {
    assert.equal(idOf('src/Main.java'), 'java');
    assert.equal(idOf('file:///a/Rakefile', 'plaintext'), 'ruby');
    assert.equal(idOf('deploy/Dockerfile.prod', 'no-such-language'), 'dockerfile');
    assert.equal(idOf('notes.txt', 'plaintext'), 'plaintext');
    assert.equal(idOf('a/b.tar.gz'), undefined);
  });

  it('takes the longest known ending', () => {
    assert.equal(idOf('app/tsconfig.json'), 'jsonc');
    assert.equal(idOf('app/data.test.json'), 'json');
  });

  it('knows .env files whatever the editor takes them for', () => {
    for (const name of ['.env', '.env.local', '.env.example', 'prod.env']) assert.equal(idOf(`file:///a/${name}`, 'properties'), 'dotenv');
    assert.equal(idOf('file:///a/.envrc', 'shellscript'), 'shellscript');
  });
});
