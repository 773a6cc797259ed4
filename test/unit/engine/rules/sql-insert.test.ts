import assert from 'node:assert/strict';
import { scanSample } from '../../../support/scan-sample.ts';

const password = ['q8Zr2VxK', '7mWt4L'].join('');
const other = ['Hn5cQyU6', 'eA9dJb'].join('');
const found = (text: string) => scanSample(text).flatMap(({ ruleId, value }) => (ruleId.startsWith('sql-insert') ? [value] : []));

describe('passwords in rows that SQL inserts', () => {
  it('are told by the place of their column', () => {
    assert.deepEqual(found(`INSERT INTO users (id, password, city) VALUES (1, '${password}', '${other}');`), [password]);
  });

  it('are flagged in every row', () => {
    assert.deepEqual(found(`INSERT INTO users (name, password) VALUES ('a', '${password}'), ('b, c', '${other}');`), [password, other]);
  });

  it('are flagged in strings of code, and where quotes are escaped', () => {
    assert.deepEqual(found(`run("INSERT INTO users (name, password) " + "VALUES ('a', '${password}')")`), [password]);
    assert.deepEqual(found(`run('INSERT INTO users (name, password) VALUES (\\'a\\', \\'${password}\\')')`), [password]);
  });

  it('count literals with commas, brackets and quotes in them as one', () => {
    assert.deepEqual(found(`INSERT INTO users (name, born, password) VALUES ('O''Hara, (x)', date('now'), '${password}');`), [password]);
  });

  it('are not seen where a row has another length, or a function makes the value', () => {
    assert.deepEqual(found(`INSERT INTO users (name, password) VALUES ('a', 'b', '${password}');`), []);
    assert.deepEqual(found(`INSERT INTO users (name, password) VALUES ('a', hash('${password}'));`), []);
  });
});
