import assert from 'node:assert/strict';
import { scanSample } from '../../../support/scan-sample.ts';

const secret = ['q8Zr2VxK', '7mWt4LpS'].join('');
const values = (text: string) => scanSample(text).map(({ ruleId, value }) => [ruleId, value]);

describe('a password in a URL', () => {
  it('is flagged alone, without the user and the host', () => {
    assert.deepEqual(values(`postgres://app:${secret}@db.internal:5432/app`), [['url-password', secret]]);
  });

  it('may hold colons and percent escapes', () => {
    assert.deepEqual(values(`amqp://app:${secret}%40:x@mq.internal`), [['url-password', `${secret}%40:x`]]);
  });

  it('may stand without a user', () => {
    assert.deepEqual(values(`redis://:${secret}@cache.internal`), [['url-password', secret]]);
  });

  it('is nothing when it repeats the user, or stands for a real one', () => {
    for (const url of [
      'postgres://postgres:postgres@localhost/app',
      'https://user:password@host/',
      'https://user:$PASSWORD@db/',
      'https://u:%s@db/',
      'https://u:<password>@db/',
      'scheme://user_name[:pass7word]@host_name[:port]/db',
    ]) {
      assert.deepEqual(values(url), [], url);
    }
  });

  it('is not shown for hosts that only documents name, unless nobody would make it up', () => {
    assert.deepEqual(values('https://app:opensesame@db.example.com/'), []);
    assert.deepEqual(values(`https://app:${secret}@db.example.com/`), [['url-password', secret]]);
  });

  it('may hold an @ that nobody encoded', () => {
    assert.deepEqual(values(`mongodb+srv://app:${secret}@9!@db.internal/shop`), [['url-password', `${secret}@9!`]]);
    assert.deepEqual(values(`postgres://app:${secret}@one.internal:5432,app:${secret}@two.internal:5432/shop`)[0], [
      'url-password',
      secret,
    ]);
  });

  it('is told from ports and from mail addresses later in the line', () => {
    assert.deepEqual(values('see http://localhost:8080/ or mail someone@mail.internal'), []);
    assert.deepEqual(values('https://db.internal:5432/app?owner=someone@mail.internal'), []);
  });
});

describe('a key in a query parameter', () => {
  it('is flagged up to the next parameter', () => {
    assert.deepEqual(values(`https://api.internal/items?page=2&api_key=${secret}&sort=up`), [['url-parameter-key', secret]]);
  });

  it('is nothing when the parameter is no credential, or the value is one for everyone', () => {
    assert.deepEqual(values(`https://api.internal/items?sort_key=${secret}`), []);
    assert.deepEqual(values(`![build](https://ci.internal/badge.svg?token=${secret})`), []);
    assert.deepEqual(values('https://api.internal/items?api_key={api_key}'), []);
  });
});
