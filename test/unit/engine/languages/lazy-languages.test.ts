import assert from 'node:assert/strict';
import { languages } from '../../../../src/engine/languages/catalogue.ts';
import { lazyLanguage, lazyLanguages, outlineOfLanguage } from '../../../../src/engine/languages/lazy-languages.ts';

describe('lazy languages', () => {
  it('say what the whole languages say, in every field', () => {
    const fields = new Set(languages.flatMap(language => Object.keys(language)));
    const lazy = lazyLanguages(languages.map(outlineOfLanguage), () => languages);
    assert.equal(lazy.length, languages.length);
    for (const [index, whole] of languages.entries()) {
      const spread = { ...lazy[index] };
      for (const field of fields) assert.equal(Reflect.get(spread, field), Reflect.get(whole, field), `${whole.id}: ${field}`);
    }
  });

  it('are read once, when more than their outline is asked for', () => {
    const [whole] = languages;
    assert.ok(whole);
    let reads = 0;
    const language = lazyLanguage(outlineOfLanguage(whole), () => {
      reads++;
      return whole;
    });
    assert.deepEqual(
      [language.id, language.files, language.languageIds, language.title],
      [whole.id, whole.files, whole.languageIds, whole.title],
    );
    assert.equal(reads, 0);
    assert.equal(language.strings, whole.strings);
    assert.equal(language.comments, whole.comments);
    assert.equal(reads, 1);
  });
});
