import assert from 'node:assert/strict';
import { bare } from '../../../../../src/engine/scan/reasons/bare.ts';
import { candidate } from '../../../../support/candidate.ts';

const code = { uri: 'src/client.py', languageId: 'python' };
const configuration = { uri: 'settings.ini', languageId: 'ini' };

describe('a value without quotes', () => {
  it('is a name in code', () => {
    for (const line of ['token = «request_token2»', 'password = «self.password»', 'secret = «Secret2Name»', 'key = «r.C0.ESC»']) {
      assert.equal(bare(candidate(line, code))?.verdict, 'refuse', line);
    }
  });

  it('is a call or a type, in code and out of it', () => {
    for (const place of [code, configuration]) {
      assert.equal(bare(candidate('password = «getpass»()', place))?.verdict, 'refuse');
      assert.equal(bare(candidate('password: «string»', place))?.verdict, 'refuse');
    }
  });

  it('is a value in configuration', () => {
    assert.equal(bare(candidate('token = «request_token2»', configuration)), undefined);
  });

  it('is a value inside a string of code', () => {
    assert.equal(bare(candidate('connect("user=app password=«kzqvbwmt» host=db")', code)), undefined); // key-hygiene:ignore generic-password -- a sample
  });

  it('is a value inside a connection string in single quotes, where the language has such strings', () => {
    for (const left of ['SERVER=db;UID=app;PWD=', 'host=db user=app password=']) {
      assert.equal(bare(candidate(`connect('${left}«kzqvbwmt»')`, code)), undefined, left);
      assert.equal(bare(candidate(`connect('${left}«kzqvbwmt»')`, { uri: 'src/case.rs' }))?.verdict, 'refuse', left);
    }
    assert.equal(bare(candidate("the owner's user=app password=«kzqvbwmt»", code))?.verdict, 'refuse'); // key-hygiene:ignore connection-string-password -- a sample
  });

  it('is a value in code where no one would call a variable so', () => {
    assert.equal(bare(candidate('# token = «q8Zr2VxK7mWt4LpS9dJb3HnX»', code)), undefined);
  });

  it('is a password that somebody noted in a comment, at its end', () => {
    assert.equal(bare(candidate('// password: «kzqvbwmt31»', code)), undefined); // key-hygiene:ignore generic-password -- a sample
    // key-hygiene:ignore-next-line generic-password -- samples
    for (const line of ['// password: «sha256sum1»', '// password: «kzqvbwmt31» is checked', 'x = 1; password: «kzqvbwmt31»']) {
      assert.equal(bare(candidate(line, code))?.verdict, 'refuse', line);
    }
  });

  it('has nothing said about it when it stands in quotes or in an element', () => {
    assert.equal(bare(candidate('password = "«string»"', code)), undefined);
    assert.equal(bare(candidate('<password>«string»</password>', code)), undefined);
  });
});
