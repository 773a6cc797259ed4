// Passwords, communities and shared secrets in the settings of routers, switches and firewalls, and of what watches them. Each directive
// names a credential by a word that says little elsewhere: what stands ahead of it on its line counts.

import { alphabetOf, isAt } from '../alphabet.ts';
import { lineStartBefore } from '../scan/line-around.ts';
import { lineLimit } from '../scan/match-in-text.ts';
import { isCodeFile } from '../scan/reasons/bare.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

interface Directive {
  /** From the keyword on, up to the value or the word for its form. */
  readonly head: string;
  /** What stands ahead of that on its line. Anything, where it says enough by itself. */
  readonly left?: RegExp;
  /** What must stand near, in lower case, where the line says too little. */
  readonly near?: readonly string[];
}

/** Words that say that the value is text. */
const form = '(?:(?:0|ascii-text|ascii|clear|clear-text|plaintext|local|remote|cipher|simple)[ \\t]){0,2}';

/** The pages are those of each manual. */
const directives: readonly Directive[] = [
  // https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/security/d1/sec-d1-cr-book.html
  { head: 'pre-?shared-key' },
  { head: 'key-string' },
  { head: 'message-digest-key \\d{1,3} md5' },
  { head: 'authentication-key(?: \\d{1,6} (?:md5|sha\\d?))?' },
  { head: 'server-key', left: /client \S{2,60} $/ },
  { head: 'password', left: /ppp (?:chap|pap sent-username \S{1,80}) $/ },
  { head: 'key', left: /(?:radius|tacacs|tacplus)(?:-server)?(?: server)? (?:host )?\S{2,60} (?:[a-z-]{2,20} [\d.]{1,6} ){0,4}$/i },
  { head: 'key', left: /^[ \t]+$/, near: ['radius', 'tacacs', 'aaa-server'] },
  { head: 'password', left: /^ {0,8}neighbor \S{2,45} $/ },
  { head: 'snmp-server host \\S{2,60}(?: traps| informs)?(?: version (?:1|2c))?' },
  { head: 'wpa-psk (?:ascii|hex)', left: /^[ \t]*$/ },
  { head: 'auth (?:md5|sha)(?:-?\\d{3})?', left: /snmp-server user .{3,120}$/ },
  { head: 'priv(?: (?:des|3des|aes)(?:[ -]?\\d{3})?)?', left: /snmp-server user .{3,160}$/ },
  { head: 'community create', left: /^\s*config snmp $/ },
  { head: 'ascii', left: /^\s*config (?:radius|tacacs|wlan) .{3,120}$/ },
  // https://support.huawei.com/enterprise/en/doc/EDOC1000178166
  { head: 'shared-key', left: /^\s*(?:radius|hwtacacs)(?:-server)? $/ },
  { head: 'password(?: level \\d{1,2})?', left: /^\s*(?:local-user \S{1,60}|set authentication|super) $/ },
  { head: 'snmp-agent community (?:read|write)' },
  // https://techhub.hpe.com/eginfolib/networking/docs/switches/common/16-01/5200-1656/
  { head: 'plaintext', left: /password (?:manager|operator)(?: user-name \S{1,60})? $/ },
  // https://docs.paloaltonetworks.com/pan-os/11-1/pan-os-cli-quick-start, https://sc1.checkpoint.com/documents/
  { head: 'pre-shared-key key' },
  { head: '(?:snmp-community-string|(?:auth|privacy)-pass-phrase)' },
  // https://openwrt.org/docs/guide-user/network/wifi/basic
  { head: 'option[ \\t]{1,4}(?:key\\d?|psk|\\w{0,20}(?:secret|password|passwd))', left: /^[ \t]*$/ },
  // https://www.juniper.net/documentation/us/en/software/junos/cli-reference/
  { head: 'secret', left: /^[ \t]*ipsec $/i },
  { head: 'secret', left: /(?:radius|tacplus|accounting)-server \S{2,60} $|^\s*(?:\d{1,3}\.){3}\d{1,3} (?:\{ ?)?$|server \S{2,60} \{ ?$/ },
  { head: '(?:authentication|privacy)-password' },
  { head: 'community', left: /^ {0,8}set (?:service )?snmp $|snmp \{ {0,4}$|env\.$/ },
  // https://www.collectd.org/documentation/manpages/collectd-snmp.html
  { head: 'community', left: /^\s+$/, near: ['snmp', 'authprotocol'] },
  // https://docs.vyos.io/en/latest/configuration/
  { head: 'plaintext-password' },
  {
    head: '(?:secret|passphrase|password|key)',
    left: /^ {0,8}set (?:vpn|interfaces|system|service|protocols|shared|mgt-config|network|user) .{2,160}$/,
  },
  // https://docs.fortinet.com/document/fortigate/latest/cli-reference/
  { head: '(?:password|passwd|psksecret|secret|passphrase|auth-pwd|priv-pwd)', left: /^\s{0,24}set $/, near: ['config ', 'edit ', 'next'] },
  // https://manpages.debian.org/debconf-set-selections
  { head: 'password', left: /(?:^|["' ])[\w.-]{2,40}[ \t]{1,4}[\w.-]{2,40}\/[\w/.-]{1,60}[ \t]{1,4}$/ },
  // http://www.net-snmp.org/docs/man/snmpd.conf.html, …/snmp.conf.html, …/snmptrapd.conf.html
  { head: 'com2sec6?[ \\t]{1,8}(?:-cn \\S{1,20} )?\\S{1,40}[ \\t]{1,12}\\S{1,40}', left: /^\s*$/ },
  { head: 'trap2?sink[ \\t]{1,8}\\S{1,60}', left: /^\s*$/ },
  { head: '(?:trapcommunity|authcommunity[ \\t]{1,8}[a-z,]{3,20}|def(?:community|(?:auth|priv)?passphrase))', left: /^\s*$/ },
  { head: '(?:md5|sha(?:-\\d{3})?)', left: /^\s*createuser -e 0x[0-9a-f]{4,64} \S{1,40} $/i },
  // https://www.keepalived.org/manpage.html, https://linbit.com/drbd-user-guide/, https://docs.fluentd.org/input/forward
  { head: '(?:auth_pass|shared[-_]secret|shared_key)', left: /^\s*$|[{;] $/ },
];

/** What everybody tries first: such a community says that none was set. */
const stock = /^(?:traps|informs|vrf|public|private|community|none|version|\d{1,5}|(?:\d{1,3}\.){3}\d{1,3})$/i;

/** Public keys of SSH; a sentence in other letters, as JSON writes them; a quote that HTML has for the closing one. */
const noPassword = /^AAAA[BE]|\\u[0-9a-f]{4}|[^ -~]|&#?\w{1,6};?$/i;

export const networkDeviceRules: readonly Rule[] = [
  {
    id: 'network-device-password',
    title: 'Password, community or shared secret in the settings of a network',
    provider: 'generic',
    kind: 'password',
    keywords: [
      ...['pre-shared-key ', 'preshared-key ', 'key-string ', 'message-digest-key ', 'authentication-key ', 'server-key ', 'key '],
      ...[
        'wpa-psk ',
        'plaintext-password ',
        'authentication-password ',
        'privacy-password ',
        'password ',
        'passwd ',
        'passphrase ',
        'secret ',
      ],
      ...['snmp-server host ', 'auth md5 ', 'auth sha', 'priv ', 'psksecret ', 'auth-pwd ', 'priv-pwd '],
      ...['com2sec', 'trapsink', 'trap2sink', 'trapcommunity', 'authcommunity', 'community ', 'defcommunity', 'defpassphrase'],
      ...[
        'defauthpassphrase',
        'defprivpassphrase',
        'sha ',
        'sha-',
        'md5 ',
        'shared-key ',
        'snmp-agent community',
        'plaintext ',
        'ascii ',
        'snmp-community-string',
        'auth-pass-phrase',
        'privacy-pass-phrase',
        'option key',
        'option psk',
        'option auth_secret',
        'option acct_secret',
        'option password',
        'auth_pass',
        'shared-secret',
        'shared_secret',
        'shared_key',
      ],
    ],
    pattern: new RegExp(
      `(?<![^\\s.])(?:${directives.map(({ head }) => head).join('|')})[ \\t]{1,12}${form}["']?(?<secret>(?![$%<({:=*]|[5-9] |enc |level )[^\\s"'\`<>;{}$]{4,120})(?=["'};\\s]|$)`,
      'di',
    ),
    glance: (text, keyword) => keyword === 0 || isAt(text, keyword - 1, blanks),
    refuses: isElsewhere,
    confidence: 'certain',
    check: readDirective,
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'path', 'digest', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/260.html',
  },
];

/** A directive's word stands alone. */
const blanks = alphabetOf(/[\s.]/);

const heads = directives.map(directive => ({ ...directive, starts: new RegExp(`^${directive.head}[ \\t]`, 'i') }));

/** No directive begins there, or nothing stands ahead of it that does there. */
function isElsewhere(text: string, keyword: number): boolean {
  const directive = text.slice(keyword, keyword + longestDirective);
  const left = text.slice(lineStartBefore(text, keyword, lineLimit), keyword);
  return !heads.some(each => each.starts.test(directive) && (each.left?.test(left) ?? true));
}

/** The farthest that one reads up to its value. */
const longestDirective = 200;

function readDirective(context: MatchContext): Verdict | undefined {
  const { match, secret, line, near } = context;
  // `an additional key-string parameter, but …`
  if (stock.test(secret) || /^[A-Za-z]+[,.]$/.test(secret) || noPassword.test(secret)) return undefined;
  const at = Math.max(0, line.indexOf(match));
  const left = line.slice(0, at);
  if (isProse(context, left, line.slice(at + match.length))) return undefined;
  const isKnown = heads.some(each => each.starts.test(match) && (each.left?.test(left) ?? true) && (each.near?.some(near) ?? true));
  return isKnown ? { confidence: 'certain' } : undefined;
}

/** More words follow a word, or the word ends the sentence; or a comment of code says it. */
function isProse({ match, secret, uri }: MatchContext, left: string, right: string): boolean {
  if (isCodeFile(uri) && !/["'`]/.test(left)) return true;
  if (!/^[a-z]+$/.test(secret) || /^(?:auth|priv|set|config|community|snmp)/i.test(match)) return false;
  return /^[ \t](?:[a-z]+[,.]? [a-z]+|[a-z]+\.\s*$)/i.test(right);
}
