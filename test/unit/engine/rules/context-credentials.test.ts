import assert from 'node:assert/strict';
import { scanSample } from '../../../support/scan-sample.ts';

const secret = ['q8Zr2VxK7mWt4LpS', '9dJb3HnX5cQyU6eA'].join('');
const password = secret.slice(0, 14);
const values = (text: string) => scanSample(text).map(({ ruleId, value }) => [ruleId, value]);
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('credentials in headers', () => {
  for (const line of [
    `curl -H "Authorization: Bearer ${secret}"`,
    `{"Authorization": "Bearer ${secret}"}`,
    `headers['authorization'] = 'Bearer ${secret}'`,
  ]) {
    it(`are flagged without the scheme: ${line.replace(secret, '…')}`, () => assert.deepEqual(values(line), [['bearer-token', secret]]));
  }

  it('are flagged in Basic headers when they decode to a user and a password', () => {
    const [found] = scanSample(`Authorization: Basic ${base64(`app:${password}`)}`);
    assert.equal(found?.ruleId, 'basic-credentials');
    assert.deepEqual(found?.facts, ['decodes to a user and a password']);
  });

  it('are not seen in Basic headers that decode to something else, or to what tutorials show', () => {
    for (const pair of ['no colon in here', 'Aladdin:open sesame', 'user:password', 'admin:admin']) {
      assert.deepEqual(values(`Authorization: Basic ${base64(pair)}`), [], pair);
    }
    assert.deepEqual(values('a basic understanding of basic authentication'), []);
  });

  for (const name of ['X-Api-Key', 'X-Auth-Token', 'api-key', 'PRIVATE-TOKEN', 'Ocp-Apim-Subscription-Key']) {
    it(`are flagged in ${name}`, () => assert.deepEqual(values(`-H '${name}: ${secret}'`), [['header-key', secret]]));
  }

  it('are flagged after a scheme of their own', () => {
    assert.deepEqual(values(`Authorization: Api-Token ${secret}`), [['header-key', secret]]);
  });

  it('are not seen where a variable is sent', () => {
    assert.deepEqual(values('headers = {"X-Api-Key": api_key, "Authorization": f"Bearer {token}"}'), []);
  });
});

describe('credentials in commands, connection strings and statements', () => {
  it('are flagged after the user of curl', () => {
    assert.deepEqual(values(`curl -u app:${password} https://api.internal/`), [['curl-user-password', password]]);
    assert.deepEqual(values(`curl --user 'app:${password}' https://api.internal/`), [['curl-user-password', password]]);
  });

  it('are flagged where curl stands on another line', () => {
    assert.deepEqual(values(`curl -X POST https://api.internal/ \\\n  -u app:${password}`), [['curl-user-password', password]]);
  });

  it('are flagged beside their user in a call and in .netrc', () => {
    assert.deepEqual(values(`new NetworkCredential("app", "${password}")`), [['password-argument', password]]);
    assert.deepEqual(values(`machine api.internal\n  login app\n  password ${password}\n`), [['netrc-password', password]]);
  });

  it('are flagged in connection strings', () => {
    const found = scanSample(`var text = "Server=db;Database=app;User Id=app;Password=${password};Encrypt=true";`);
    assert.deepEqual(
      found.map(({ ruleId, value, confidence }) => [ruleId, value, confidence]),
      [['connection-string-password', password, 'certain']],
    );
  });

  it('are flagged in SQL, quoted and not', () => {
    assert.deepEqual(values(`CREATE USER app IDENTIFIED BY '${password}';`), [['sql-password', password]]);
    assert.deepEqual(values(`alter user sys identified by ${password} container=all;`), [['sql-password', password]]);
    assert.deepEqual(values(`ALTER ROLE app WITH ENCRYPTED PASSWORD '${password}';`), [['sql-password', password]]);
  });

  it('are not seen where they are filled in', () => {
    for (const line of [
      'curl -u "$USER:$PASSWORD" https://api.internal/',
      'Server=db;User Id=app;Password={0};',
      'IDENTIFIED BY "{{ password }}"',
    ]) {
      assert.deepEqual(values(line), [], line);
    }
  });
});

describe('a password file of PostgreSQL', () => {
  it('has its passwords flagged, colons in them too', () => {
    assert.deepEqual(values(`db.internal:5432:shop:app:${password}`), [['pgpass-password', password]]);
    assert.deepEqual(values(`*:*:*:app:${password}\\:x`), [['pgpass-password', `${password}\\:x`]]);
  });

  it('is told from a list of users', () => {
    assert.deepEqual(values('root:*:0:0:root:/root:/bin/bash\nwww:*:33:33:Q8zr2Vx:/var/www7K:/bin/sh'), []);
    assert.deepEqual(values('list:*:38:38:Q8zr2Vx Manager:/var/list:/bin/sh'), []);
  });
});

describe('words that the place makes a password', () => {
  const found = (text: string, uri: string) => scanSample(text, { uri }).map(({ ruleId, value }) => [ruleId, value]);
  const word = ['walrus', 'fan'].join('');

  it('are seen beside the name of a wireless network', () => {
    for (const uri of ['src/lamp.ino', 'src/lamp.cpp'])
      assert.deepEqual(found(`char ssid[] = "attic";\nchar pass[] = "${word}";\n`, uri), [['generic-password', word]], uri);
    assert.deepEqual(found(`char pass[] = "${word}";\n`, 'src/lamp.ino'), []);
  });

  it('are seen behind an address that signs in with them', () => {
    const call = `auth.signInWithEmailAndPassword(auth, "ann@mail.internal", "${word}7!")`;
    assert.deepEqual(found(call, 'src/login.ts'), [['password-argument', `${word}7!`]]);
    assert.deepEqual(found('auth.signInWithEmailAndPassword(email, password)', 'src/login.ts'), []);
  });
});
