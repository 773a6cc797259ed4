import assert from 'node:assert/strict';
import { translation } from '../../../../../src/engine/scan/reasons/translation.ts';

const opinion = (value: string, uri: string) => translation({ value, uri, name: 'password', left: '', next: '', languageId: '' })?.verdict;

describe('a file of translations', () => {
  for (const uri of ['config/locales/de.yml', 'src/i18n/fr.json', 'messages_pt-BR.properties', 'res/values-de/strings.xml', 'web/hu.ts']) {
    it(`holds words for people: ${uri}`, () => assert.equal(opinion('Jelszó', uri), 'refuse'));
  }

  it('may hold a key all the same', () => {
    assert.equal(opinion(['q8Zr2VxK', '7mWt4L'].join(''), 'config/locales/de.yml'), undefined);
  });

  for (const uri of ['config/db.ini', 'my.cnf', 'deploy/qa.yml', 'src/main.ts', 'config.json']) {
    it(`is none: ${uri}`, () => assert.equal(opinion('Jelszó', uri), undefined));
  }
});
