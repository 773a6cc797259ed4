import assert from 'node:assert/strict';
import { translation } from '../../../../../src/engine/scan/reasons/translation.ts';

const opinion = (value: string, uri: string) => translation({ value, uri, name: 'password', left: '', next: '', languageId: '' })?.verdict;

describe('a file of translations', () => {
  for (const uri of ['config/locales/de.yml', 'src/i18n/fr.json', 'messages_pt-BR.properties', 'res/values-de/strings.xml', 'web/hu.ts']) {
    it(`holds words for people: ${uri}`, () => assert.equal(opinion('Jelszó', uri), 'refuse'));
  }

  it('holds words of letters that chance draws seldom, or that are not of the Latin alphabet', () => {
    for (const value of ['ikinniqpaanguniaqtuq', 'Uwierzytelnianie', '您的IP地址被禁止编辑，为预防滥用。'])
      assert.equal(opinion(value, 'i18n/x.json'), 'refuse', value);
  });

  it('may hold a key all the same', () => {
    assert.equal(opinion(['q8Zr2VxK', '7mWt4L'].join(''), 'config/locales/de.yml'), undefined);
  });

  for (const uri of ['config/db.ini', 'my.cnf', 'deploy/qa.yml', 'src/main.ts', 'config.json']) {
    it(`is none: ${uri}`, () => assert.equal(opinion('Jelszó', uri), undefined));
  }
});
