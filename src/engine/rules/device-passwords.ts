// Passwords in the settings of network devices and daemons, where a directive of their own stands ahead of them.

import { alphabetOf, startOfRun } from '../alphabet.ts';
import type { Rule } from './rule.ts';

/** Types of password that a device writes as hashes, and variables. */
const plain = '(?:0 )?(?![5-9] )';

/** Directives up to the password, in lower case. The pages of each are its manual's. */
const directives: readonly string[] = [
  // https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/security/d1/sec-d1-cr-book.html
  `(?<=(?:^|\\n)[ \\t]{0,8}(?:enable|username \\S{1,40}(?: privilege \\d{1,2})?) )password (?:0 |(?=[^\\s\\d]{0,40}\\d)${plain})`,
  `(?<=(?:^|\\n)[ \\t]{0,8}neighbor \\S{2,45} )password (?:0 |(?=[^\\s\\d]{0,40}\\d)${plain})`,
  `snmp-server community `,
  `crypto isakmp key ${plain}`,
  `(?:tacacs|radius)-server (?:host \\S{1,60} )?key ${plain}`,
  // https://www.juniper.net/documentation/us/en/software/junos/user-access/topics/ref/statement/root-authentication-edit-system.html
  'plain-text-password-value ',
  // http://www.net-snmp.org/docs/man/snmpd.conf.html
  '(?<=(?:^|\\n)[ \\t]{0,8})r[ow]community6?[ \\t]{1,8}',
  // https://docs.haproxy.org/3.0/configuration.html#3.4
  'insecure-password ',
  // https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/, …/security/acl/
  'sentinel auth-pass \\S{1,60} ',
  // Prose goes on behind the word.
  '(?<=(?:^|\\n))masterauth[ ](?=\\S{4,120}[ \\t]{0,8}(?:\\r?\\n|$))',
  '(?<=user \\S{1,40}) on >',
  // https://mosquitto.org/man/mosquitto-conf-5.html
  '(?<=(?:^|\\n)[ \\t]{0,8})remote_password ',
  // https://linux.die.net/man/5/sssd-ldap
  'ldap_default_authtok ?= ?',
  // https://networkmanager.dev/docs/api/latest/settings-802-11-wireless-security.html
  '(?<=(?:^|\\n))psk=',
  // https://docs.strongswan.org/docs/5.9/config/IpsecSecrets.html
  ': (?:psk|eap|xauth|ntlm) "',
  // https://www.postfix.org/SASL_README.html
  ':(?:465|587)[ \\t]{1,8}[\\w.@+-]{1,80}:',
  // https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/
  '<auth-user-pass>\\r?\\n[^\\n<]{1,80}\\n',
  // https://marlam.de/msmtp/msmtp.html
  '(?<=(?:^|\\n)user[ \\t]{1,8}\\S{1,60}\\n)password[ \\t]{1,8}',
];

/** What everybody tries first: such a community says that none was set. */
const stock = /^(?:public|private|community|cisco|prompt|none|\d{1,4})$/i;

export const deviceRules: readonly Rule[] = [
  {
    id: 'device-password',
    title: 'Password or key in the settings of a device or daemon',
    provider: 'generic',
    kind: 'password',
    keywords: [
      ...['password ', 'snmp-server community ', 'crypto isakmp key ', 'tacacs-server ', 'radius-server ', 'plain-text-password-value '],
      ...[
        'rocommunity',
        'rwcommunity',
        'insecure-password ',
        'sentinel auth-pass ',
        'masterauth ',
        ' on >',
        'remote_password ',
        'ldap_default_authtok',
      ],
      ...['psk=', ': psk "', ': eap "', ': xauth "', ': ntlm "', ':587 ', ':465 ', ':587\t', ':465\t', '<auth-user-pass>'],
    ],
    glance: mayBeDirective,
    pattern: new RegExp(`(?:${directives.join('|')})["']?(?<secret>[^\\s"'\`<>$;]{4,120})(?=["';\\s]|$)`, 'di'),
    // The directive says what its value is: a word is one, too.
    confidence: 'certain',
    check: ({ secret }) => (stock.test(secret) ? undefined : { confidence: 'certain' }),
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'digest', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/260.html',
  },
];

const inLine = alphabetOf(/[^\r\n]/);
const heads = /^\s{0,8}(?:(?:enable|username|neighbor) |$)/;

/** `password` stands in prose: as a directive it begins its line, or follows the device's word for whose it is. */
function mayBeDirective(text: string, keyword: number, end: number): boolean {
  if (end - keyword !== 'password '.length || text.charAt(keyword).toLowerCase() !== 'p') return true;
  return heads.test(text.slice(startOfRun(text, keyword, 90, inLine), keyword));
}
