// Files whose names say what a line holds: each with a line of an account and look-alikes.

import assert from 'node:assert/strict';
import { lineFormatsOf } from '../../../../src/engine/rules/account-files.ts';
import { scanSample } from '../../../support/scan-sample.ts';

const password = ['Harbour', 'Mo0n', '!73'].join('');
const other = ['Lantern', 'Tr33', '#58'].join('');
const hex = ['9f3a61c07be24d58', '8a10c6e25d94bf37'].join('');

/** A file, a text of it with what is flagged, and lines of it that hold none. */
const files: readonly (readonly [file: string, text: string, quiet: string])[] = [
  ['etc/ppp/chap-secrets', `deploy\t*\t${password}\t*`, '# client\tserver\tsecret\n*\thostname\t""\t*'],
  ['etc/ppp/pap-secrets', `"deploy" "isp" "${password}"`, '*\t*\t*'],
  ['etc/xl2tpd/l2tp-secrets', `*\t*\t${password}`, '# us them secret'],
  ['etc/pgbouncer/userlist.txt', `"deploy" "${password}"`, `"deploy" "md5${hex}"\n"other" "SCRAM-SHA-256$4096:c2FsdA=="`],
  ['etc/pgpool2/pool_passwd', `deploy:TEXT${password}`, `deploy:md5${hex}`],
  ['etc/postfix/sasl_passwd', `[smtp.internal]:submission deploy:${password}`, '# host user:password'],
  ['etc/exim4/passwd.client', `smtp.internal:deploy:${password}`, '### target.mail.server.example:login:password'],
  ['etc/ipsec.secrets', `%any : PSK ${password}\n: RSA key.pem "${other}"`, ': RSA key.pem\ninclude ipsec.d/*.secrets'],
  ['etc/racoon/psk.txt', `203.0.113.7\t${password}`, '# address key'],
  ['etc/pam_radius_auth.conf', `10.0.0.5\t${password}\t3`, '# server[:port] shared_secret timeout (s)'],
  ['etc/hostapd/hostapd.wpa_psk', `00:11:22:33:44:55 ${password}`, '# MAC passphrase'],
  ['etc/rsyncd.secrets', `deploy:${password}`, '# user:password'],
  ['etc/activemq/jetty-realm.properties', `deploy: ${password}, admin`, `other: MD5:${hex}, user`],
  ['etc/artemis/artemis-users.properties', `deploy=${password}`, 'other=ENC(1024:7f3a)'],
  ['etc/turnserver.conf', `user=deploy:${password}`, `user=deploy:0x${hex}\nrealm=internal`],
  ['etc/nagios/resource.cfg', `$USER4$=${password}`, '$USER1$=/usr/lib/nagios/plugins'],
  ['etc/davfs2/secrets', `https://dav.internal/remote deploy "${password}"`, '# mountpoint user password'],
  ['etc/ntp.keys', `2 M ${password}`, '# key number type key'],
  ['etc/chrony/chrony.keys', `1 SHA256 HEX:${hex}`, '# keys'],
  ['etc/ha.d/authkeys', `1 sha1 ${password}`, 'auth 1\n2 crc'],
  ['home/deploy/.config/deluge/auth', `deploy:${password}:10`, '# one a line'],
  ['etc/proxychains.conf', `socks5 10.0.0.9 1080 deploy ${password}`, 'socks4 127.0.0.1 9050\nstrict_chain'],
  ['home/deploy/.cloginrc', `add password * {${password}} {${other}}`, 'add user * deploy\nadd method * ssh\nadd autoenable * 1'],
  [
    'home/deploy/.curlrc',
    `user = "deploy:${password}"\n--proxy-user deploy:${other}`,
    'user-agent = "shop/1.0"\nproxy = "http://proxy.internal:3128"',
  ],
  [
    '.bundle/config',
    `BUNDLE_GEMS__INTERNAL: "deploy:${password}"`,
    'BUNDLE_PATH: "vendor/bundle"\nBUNDLE_MIRROR__ALL: "https://gems.internal"',
  ],
  ['etc/nut/upsmon.conf', `MONITOR ups@localhost 1 deploy ${password} primary`, 'MINSUPPLIES 1\nPOLLFREQ 5'],
  ['var/lib/rabbitmq/.erlang.cookie', 'QWXKZPVBNMTRYDFGHJKL', ''],
  ['etc/mail/authinfo', `AuthInfo:smtp.internal "U:deploy" "I:deploy" "P:${password}"`, '# AuthInfo'],
  ['etc/zabbix/agent.psk', `${hex}${hex}`, ''],
  ['secrets/db_password.txt', password, ''],
];

describe('files of accounts', () => {
  for (const [uri, text, quiet] of files) {
    it(`${uri}: flags what stands for a password`, () => {
      const found = scanSample(`${text}\n`, { uri });
      assert.ok(found.length > 0);
      assert.deepEqual(
        found.filter(({ value }) => !text.includes(value) || value.length < 8),
        [],
      );
      if (text.includes(other)) assert.deepEqual(found.map(({ value }) => value).sort(), [password, other].sort());
    });

    it(`${uri}: passes over the rest`, () => {
      assert.deepEqual(
        scanSample(quiet, { uri }).map(({ value }) => value),
        [],
      );
    });

    it(`${uri}: says nothing of the same line elsewhere, but for what says more`, () => {
      const elsewhere = scanSample(`${text}\n`, { uri: 'src/list.dat' });
      assert.deepEqual(
        elsewhere.filter(({ ruleId }) => ruleId === 'account-file-password'),
        [],
      );
    });
  }

  it('reads a file that is a password only where that is all it says', () => {
    const uri = 'secrets/db_password';
    assert.equal(scanSample(`${password}\n`, { uri }).length, 1);
    assert.deepEqual(scanSample(`${password}\n${other}\n`, { uri }), []);
    assert.deepEqual(scanSample('$(cat /run/secrets/db)\n', { uri }), []);
  });

  it('is asked about few files', () => {
    assert.deepEqual(
      ['src/index.ts', 'README.md', 'config.yml', 'package.json', 'secrets.yaml'].filter(uri => lineFormatsOf(uri).length > 0),
      [],
    );
  });
});
