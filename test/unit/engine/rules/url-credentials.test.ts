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

  it('is one, if the first that anybody tries, when it repeats the user of a host elsewhere', () => {
    const user = ['preet', '665'].join('');
    assert.deepEqual(values(`mongodb+srv://${user}:${user}@cluster0.rskd9oe.mongodb.net/shop`), [['url-password', user]]);
    for (const url of [
      `mongodb://${user}:${user}@mongo/shop`,
      `mongodb://${user}:${user}@db.internal/shop`,
      'https://admin:admin@shop.net/',
    ])
      assert.deepEqual(values(url), [], url);
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

describe('a key in a query parameter that only says key', () => {
  const drawn = ['29f2394eb92d0ded', '9247b8d7112f45aa'].join('');

  it('is flagged in the address of an interface', () => {
    for (const address of ['https://api.acme.net/items', 'https://acme.net/api/items', 'https://geo-api2.acme.net/v1/items'])
      assert.deepEqual(values(`${address}?key=${drawn}`), [['url-parameter-key', drawn]], address);
  });

  it('is nothing in the address of a page', () => {
    assert.deepEqual(values(`https://acme.net/search?key=${drawn}`), []);
    assert.deepEqual(values('https://api.acme.net/items?key=first-of-all-items'), []);
  });

  it('is said to be of the service whose host it is sent to', () => {
    const facts = (text: string) => scanSample(text).flatMap(found => found.facts);
    assert.deepEqual(facts(`https://api.tomtom.com/search?key=${drawn}`), ['the address is TomTom’s']);
    assert.deepEqual(facts(`https://api.internal/search?api_key=${secret}`), []);
  });
});

describe('a token as the user of a URL', () => {
  const token = ['e225e3c8f608437b', 'b736800a44c0ecd856d1360f'].join('');

  it('is flagged with and without what stands for a password', () => {
    for (const rest of ['', ':', ':x-oauth-basic'])
      assert.deepEqual(values(`git clone https://${token}${rest}@github.com/acme/shop.git`), [['url-user-token', token]], rest);
  });

  it('is told from names, keys of SSH, and addresses for reports of errors', () => {
    for (const url of [
      'https://a-user-with-a-very-long-name@git.acme.net/shop.git',
      `ssh://${token}@git.acme.net/shop.git`,
      `https://${token}@o4504.ingest.sentry.io/4505`,
      `https://${token}@errors.acme.net/12`,
      `https://${token.slice(0, 12)}@git.acme.net/shop.git`,
    ])
      assert.deepEqual(values(url), [], url);
  });
});
