// Passwords in the settings of network devices and daemons, where a directive of their own stands ahead of them.

import { alphabetOf, startOfRun } from '../alphabet.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

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
  '(?<=(?:^|\\n))(?:master|primary)auth[ ](?=\\S{4,120}[ \\t]{0,8}(?:\\r?\\n|$))',
  '(?<=user \\S{1,40}) on >',
  // https://mosquitto.org/man/mosquitto-conf-5.html
  '(?<=(?:^|\\n)[ \\t]{0,8})remote_password ',
  // https://linux.die.net/man/5/sssd-ldap
  'ldap_default_authtok ?= ?',
  // https://networkmanager.dev/docs/api/latest/settings-802-11-wireless-security.html
  '(?<=(?:^|\\n)[ \\t]{0,8}(?:wpa_)?)(?:psk=(?!"|[\\w.]{1,40}[([])|wep_key\\d=)',
  // https://docs.strongswan.org/docs/5.9/config/IpsecSecrets.html
  ': (?:psk|eap|xauth|ntlm) "',
  // https://www.postfix.org/SASL_README.html
  ':(?:465|587)[ \\t]{1,8}[\\w.@+-]{1,80}:',
  // https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/
  '<auth-user-pass>\\r?\\n[^\\n<]{1,80}\\n',
  // https://docs.haproxy.org/3.0/configuration.html#4-stats%20auth, https://tinyproxy.github.io
  'stats auth [\\w.@-]{1,60}:',
  '(?<=(?:^|\\n)[ \\t]{0,8})basicauth[ \\t]{1,8}[\\w.@-]{1,60}[ \\t]{1,8}',
  'upstream (?:http|socks[45]) [\\w.-]{1,60}:(?=[^\\s@]{4,80}@)',
  // https://docs.asterisk.org/Configuration/Channel-Drivers/SIP/
  'register ?=>? ?[\\w.@+-]{1,80}:(?=[^\\s@]{4,80}@)',
  // https://doc.dovecot.org/main/core/config/auth/schemes.html
  '\\{(?:plain|clear|cleartext)\\}',
  // https://www.openldap.org/doc/admin26/replication.html
  '(?<=(?:binddn|bindmethod)=[^\\n]{3,45})credentials=',
  // https://docs.netgate.com/pfsense/en/latest/services/snmp.html
  '<r[ow]community>',
  // https://www.squid-cache.org/Doc/config/cache_peer/, …/cachemgr_passwd/
  ' login=(?=[\\w.@-]{0,40}[g-z])[\\w.@-]{1,40}:(?!//)',
  '(?<=(?:^|\\n)[ \\t]{0,8})cachemgr_passwd[ \\t]{1,8}(?!none|disable)',
  // https://mmonit.com/monit/documentation/monit.html#MONIT-HTTPD
  '(?<=(?:^|\\n)[ \\t]{1,16})allow (?=[\\w.@-]{0,40}[g-z])[\\w.@-]{1,40}:(?!//)',
  // https://neo4j.com/docs/operations-manual/current/docker/introduction/
  'neo4j_auth(?:=|:[ \\t]{1,4})["\']?neo4j/',
  // https://www.erlang.org/doc/apps/erts/erl_cmd.html
  '-setcookie[ \\t]{1,8}(?![!$%@<{])',
  // https://manpages.debian.org/open-iscsi, https://manpages.debian.org/tgt
  '\\.auth\\.password_in[ \\t]{0,4}=[ \\t]{0,4}',
  '(?:incoming|outgoing)user[ \\t]{1,8}\\S{1,60}[ \\t]{1,8}',
  // https://www.fetchmail.info/fetchmail-man.html
  '(?<=\\buser(?:name)?[ \\t]["\']?[\\w.@-]{1,36}["\']?(?: there)?(?: with)? )pass(?:word)?[ \\t]{1,4}',
  // https://www.gnu.org/software/trans-coord/manual/cvs/html_node/Password-authentication-client.html
  ':pserver:[\\w.-]{1,60}:(?=[^\\s@]{4,80}@)',
  // https://3proxy.org/doc/man3/3proxy.cfg.3.html
  ':CL:',
  // http://www.proftpd.org/docs/contrib/mod_sql.html, …/mod_ldap.html
  'sqlconnectinfo[ \\t]{1,8}\\S{1,80}[ \\t]{1,8}\\S{1,60}[ \\t]{1,8}',
  'ldapbinddn[ \\t]{1,8}"[^"\\n]{3,160}"[ \\t]{1,8}',
  // https://freeradius.org/documentation/freeradius-server/
  '(?:cleartext|user)-password[ \\t]{1,12}:?==?[ \\t]{1,8}',
  // https://wiki.debian.org/DebianInstaller/Preseed
  'd-i[ \\t]{1,4}netcfg/wireless_(?:wep|wpa)[ \\t]{1,4}string[ \\t]{1,4}',
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
      ...[
        'stats auth ',
        'basicauth ',
        'upstream http ',
        'upstream socks',
        'register =>',
        'register=>',
        '{plain}',
        '{clear}',
        '{cleartext}',
      ],
      ...['<rocommunity>', '<rwcommunity>', ' login=', 'cachemgr_passwd', 'allow ', 'neo4j_auth', '-setcookie ', '.auth.password_in'],
      ...['incominguser', 'outgoinguser', 'pass ', ':cl:', ':pserver:', 'primaryauth '],
      ...['credentials=', 'sqlconnectinfo', 'ldapbinddn', 'cleartext-password', 'user-password', 'd-i ', 'wep_key'],
      ...['psk=', ': psk "', ': eap "', ': xauth "', ': ntlm "', ':587 ', ':465 ', ':587\t', ':465\t', '<auth-user-pass>'],
    ],
    glance: mayBeDirective,
    pattern: new RegExp(
      `(?:${directives.join('|')})["']?(?<secret>[^\\s"'\`<>$;]{4,120}?)(?=["';<\\s]|$|@[\\w.-]{2,60}(?:[:/\\s]|$)|:\\d{1,6}:)`,
      'di',
    ),
    // The directive says what its value is: a word is one, too.
    confidence: 'certain',
    check: readDevice,
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'digest', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/260.html',
  },
];

/** Behind a user's name prose goes on. */
function readDevice({ match, secret, line }: MatchContext): Verdict | undefined {
  const left = line.slice(0, Math.max(0, line.indexOf(match)));
  const namesUser = /^pass(?:word)?[ \t]/i.test(match) && /\buser(?:name)?[ \t]/i.test(left);
  const isProse = namesUser && (/\b(?:and|or|the|a|your|with)[ \t]$/i.test(left) || !(fetches.test(left) || named.test(left)));
  // In files of accounts empty fields follow: `user:{plain}password::::::allow_nets=…`.
  return isProse || stock.test(secret) || secret.includes(':::') ? undefined : { confidence: 'certain' };
}

const inLine = alphabetOf(/[^\r\n]/);
const heads = /^\s{0,8}(?:(?:enable|username|neighbor) |$)|\buser(?:name)?[ \t]/i;

/** What tells the user of another server, too. */
const fetches = /^[ \t]{0,8}(?:(?:poll|skip) .*)?\buser(?:name)?[ \t]/i;
const named = /^\s*username \S+ /i;

/** `password` stands in prose: as a directive it begins its line, or follows the device's word for whose it is. */
function mayBeDirective(text: string, keyword: number, end: number): boolean {
  if (!/^pass(?:word)? $/i.test(text.slice(keyword, end))) return true;
  return heads.test(text.slice(startOfRun(text, keyword, 90, inLine), keyword));
}
