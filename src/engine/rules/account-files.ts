// Files that are lists of accounts, and files that are nothing but a password: there the name of the file says what a line holds, and
// nothing on the line does. Asked line by line (scan/match-file-lines.ts).

import type { Span } from '../text.ts';
import type { Rule } from './rule.ts';

const reach = 1000;

export interface LineFormat {
  /** The end of the file's path. */
  readonly file: RegExp;
  /** A line, with the password as `secret`, and where there is another one `second`. Bounded; flag `d`. */
  readonly line: RegExp;
  /** Only where it is all that the file says. */
  readonly isAlone?: true;
}

const value = '["\']?(?<secret>(?!\\$[0-9a-z]{1,8}\\$|\\{[A-Z0-9]{3,12}\\}|ENC\\()[^\\s"\'#]{4,120})["\']?';
const rest = '[ \\t]*(?:#.*)?$';

/** https://ppp.samba.org/pppd.html: client, server, secret, addresses. */
const peerLine = formatOf(`(?:"[^"]{0,80}"|[^\\s"#]{1,80})[ \\t]+(?:"[^"]{0,80}"|[^\\s"]{1,80})[ \\t]+${value}(?:[ \\t].*)?$`);

/** The pages describe the files. */
const lineFormats: readonly LineFormat[] = [
  { file: /(?:chap|pap|l2tp)-secrets$/, line: peerLine },
  // https://www.pgbouncer.org/config.html#authentication-file-format, https://www.pgpool.net/docs/latest/en/html/auth-methods.html
  { file: /userlist\.txt$/, line: formatOf('"[^"]{1,80}"[ \\t]+"(?<secret>(?!md5[0-9a-f]{32}"|SCRAM-)[^"]{4,120})"') },
  { file: /pool_passwd$/, line: formatOf('[^\\s:]{1,80}:TEXT(?<secret>\\S{4,120})$') },
  // https://www.postfix.org/SASL_README.html#client_sasl_enable
  {
    file: /sasl[\w-]{0,8}[_/\\]pass(?:wd|words?)(?:\.txt)?$/,
    line: formatOf('[^\\s#]{1,120}[ \\t]+[^\\s:]{1,80}:(?<secret>\\S{4,120})[ \\t]*$'),
  },
  // https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html (Debian: passwd.client)
  { file: /passwd\.client$/, line: formatOf('[^\\s:#]{1,120}:[^\\s:]{1,80}:(?<secret>\\S{4,120})[ \\t]*$') },
  // https://docs.strongswan.org/docs/5.9/config/IpsecSecrets.html
  { file: /ipsec[\w.-]{0,40}\.secrets$/, line: formatOf(`[^#"]{0,120}:[ \\t]+(?:PSK|EAP|XAUTH|NTLM)[ \\t]+${value}${rest}`) },
  {
    file: /ipsec[\w.-]{0,40}\.secrets$/,
    line: formatOf(`[^#"]{0,120}:[ \\t]+(?:RSA|ECDSA|P12|PKCS8|BLISS)[ \\t]+\\S{1,80}[ \\t]+"(?<secret>[^"]{4,120})"`),
  },
  // https://linux.die.net/man/5/racoon.conf
  { file: /(?:racoon|ipsec)[/\\]psk\.txt$/, line: formatOf(`[^\\s#]{1,120}[ \\t]+${value}${rest}`) },
  // https://github.com/FreeRADIUS/pam_radius/blob/master/pam_radius_auth.conf
  { file: /pam_radius[\w-]{0,12}\.conf$/, line: formatOf('[^\\s#]{1,120}[ \\t]+(?<secret>\\S{4,120})[ \\t]+\\d{1,3}(?:[ \\t].*)?$') },
  // https://w1.fi/cgit/hostap/plain/hostapd/hostapd.wpa_psk
  { file: /wpa_psk$/, line: formatOf(`(?:[\\w=]{1,30}[ \\t]+){0,2}(?:[0-9a-f]{2}:){5}[0-9a-f]{2}[ \\t]+${value}${rest}`) },
  // https://download.samba.org/pub/rsync/rsyncd.conf.5#secrets_file
  { file: /rsyncd?\.(?:secrets?|scrt)$/, line: formatOf('@?[\\w.@-]{1,60}:(?<secret>\\S{4,120})[ \\t]*$') },
  // https://www.eclipse.org/jetty/documentation/, https://activemq.apache.org/components/classic/documentation/security
  {
    file: /realm\.properties$/,
    line: formatOf('[\\w.@-]{1,60}[ \\t]*[:=][ \\t]*(?!(?:MD5|CRYPT):)(?<secret>[^\\s,]{4,120})(?:[ \\t]*,.*)?$'),
  },
  {
    file: /(?:activemq|artemis|karaf|conf|etc)[/\\](?:artemis-)?users\.properties$/,
    line: formatOf('[\\w@-]{1,60}[ \\t]*=[ \\t]*(?!ENC\\(|\\{|[0-9a-f]{32}$)(?<secret>[^\\s,]{4,120})(?:,.*)?$'),
  },
  // https://github.com/coturn/coturn/blob/master/docker/coturn/turnserver.conf
  { file: /turnserver\.conf$/, line: formatOf('user=[^\\s:=]{1,60}:(?!0x)(?<secret>\\S{4,120})[ \\t]*$') },
  // https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/configmain.html#resource_file
  {
    file: /(?:nagios|icinga|naemon)[\w.-]{0,20}[/\\](?:[\w.-]{1,20}[/\\])?resource\.cfg$/,
    line: formatOf('\\$USER\\d{1,3}\\$[ \\t]*=[ \\t]*(?<secret>(?=\\S*\\d)(?=\\S*[A-Za-z])[^\\s/]{6,120})[ \\t]*$'),
  },
  // https://man.archlinux.org/man/mount.davfs.8
  { file: /davfs2[/\\]secrets$/, line: formatOf(`"?[^\\s#"]{1,160}"?[ \\t]+\\S{1,80}[ \\t]+${value}${rest}`) },
  // https://www.ntp.org/documentation/4.2.8-series/keygen/, https://chrony-project.org/doc/4.5/chrony.conf.html#keyfile
  {
    file: /(?:ntp|chrony)\.?keys?$/,
    line: formatOf(
      `\\d{1,6}[ \\t]+(?:(?:M|S|MD5|SHA-?\\d{0,3}|SHA3-\\d{3}|AES\\d{0,3}(?:CMAC)?|TIGER)[ \\t]+)?(?:(?:ASCII|HEX):)?${value}${rest}`,
    ),
  },
  // http://linux-ha.org/wiki/Authkeys
  { file: /authkeys$/, line: formatOf(`\\d{1,3}[ \\t]+(?:sha1|md5)[ \\t]+${value}${rest}`) },
  // https://deluge.readthedocs.io/en/latest/how-to/set-mt-to-daemon.html
  { file: /deluge\w{0,10}[/\\]auth$/, line: formatOf('[\\w.@-]{1,60}:(?<secret>[^\\s:]{4,120}):\\d{1,2}$') },
  // https://github.com/rofl0r/proxychains-ng
  {
    file: /proxychains\d?\.conf$/,
    line: formatOf(`(?:socks[45]|http|raw)[ \\t]+\\S{1,80}[ \\t]+\\d{1,5}[ \\t]+\\S{1,80}[ \\t]+${value}${rest}`),
  },
  // https://shrubbery.net/rancid/man/cloginrc.5.html
  {
    file: /cloginrc$/,
    line: formatOf(
      'add[ \\t]+password[ \\t]+\\S{1,80}[ \\t]+\\{?(?<secret>[^\\s{}]{4,80})\\}?(?:[ \\t]+\\{?(?<second>[^\\s{}]{4,80})\\}?)?[ \\t]*$',
    ),
  },
  // https://curl.se/docs/manpage.html#-K
  {
    file: /curlrc$/,
    line: formatOf('(?:-u|-U|(?:--)?(?:proxy-)?user)[ \\t]*[=:]?[ \\t]*["\']?[^\\s"\':]{1,80}:(?<secret>[^\\s"\']{4,120})["\']?[ \\t]*$'),
  },
  // https://bundler.io/man/bundle-config.1.html#CREDENTIALS-FOR-GEM-SOURCES
  {
    file: /\.bundle[/\\]config$/,
    line: formatOf('BUNDLE_[A-Z0-9_]{3,80}:[ \\t]+["\']?[\\w.@-]{1,60}:(?!//)(?<secret>[^\\s"\']{4,120})["\']?[ \\t]*$'),
  },
  // https://networkupstools.org/docs/man/upsmon.conf.html
  {
    file: /upsmon\.conf$/,
    line: formatOf(`MONITOR[ \\t]+\\S{1,80}[ \\t]+\\d{1,2}[ \\t]+\\S{1,60}[ \\t]+${value}[ \\t]+(?:primary|secondary|master|slave)`),
  },
  // https://www.erlang.org/doc/system/distributed.html#security
  { file: /\.erlang\.cookie$/, line: formatOf('(?<secret>[\\w.@!#$%^&*+=-]{8,255})$') },
  // https://docs.docker.com/compose/how-tos/use-secrets/, https://docs.ansible.com/ansible/latest/vault_guide/vault_managing_passwords.html,
  // https://manpages.debian.org/libpam-ldap
  {
    file: /(?:^|[/\\._-])(?:password|passphrase|passwd|vault[_-]?pass|ldap\.secret)(?:\.txt)?$/,
    line: formatOf('(?<secret>(?![\\w.-]{1,60}:)[^\\s"\'`<>{}$]{6,120})[ \\t]*$'),
    isAlone: true,
  },
  // https://www.zabbix.com/documentation/current/en/manual/encryption/using_pre_shared_keys
  { file: /\.psk$/, line: formatOf('(?<secret>[0-9a-f]{32,512})$'), isAlone: true },
  // https://man.archlinux.org/man/sendmail.8: AuthInfo
  { file: /authinfo$/, line: formatOf('AuthInfo:\\S{1,80}[^"]{0,8}(?:"[UIM]:[^"]{0,80}"[ \\t]+){0,3}"P:(?<secret>[^"]{4,120})"') },
];

function formatOf(pattern: string): RegExp {
  return new RegExp(`^[ \\t]*${pattern}`, 'di');
}

/** How the names end. A scan asks for every file: most are passed by at one look at a few characters. */
const ends =
  /(?:secrets?|scrt|\.txt|passw(?:d|ords?)|passphrase|[_-]?pass|client|\.conf|psk|\.properties|keys?|auth|rc|config|cookie|authinfo|\.cfg)$/;
const longestEnd = 11;

/** Those of a file of this name. */
export function lineFormatsOf(uri: string): readonly LineFormat[] {
  return ends.test(uri.slice(-longestEnd)) ? lineFormats.filter(({ file }) => file.test(uri)) : [];
}

/** Where the passwords of a line stand that begins at `start`. */
export function readLine({ line }: LineFormat, content: string, start: number): readonly Span[] {
  const groups = line.exec(content)?.indices?.groups;
  return [groups?.['secret'], groups?.['second']].flatMap(found => (found ? [{ start: start + found[0], end: start + found[1] }] : []));
}

export const accountFileRules: readonly Rule[] = [
  {
    id: 'account-file-password',
    title: 'Password in a file of accounts',
    provider: 'generic',
    kind: 'password',
    // The heading that distributions give such files: below it a line is known without the file's name.
    keywords: ['# secrets for authentication using '],
    reach,
    pattern: /# secrets for authentication using (?:chap|pap)\b/di,
    values: readPeers,
    confidence: 'certain',
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'path', 'words'],
    source: 'https://ppp.samba.org/pppd.html',
  },
];

function readPeers(text: string, { start, end }: Span): readonly Span[] {
  const values: Span[] = [];
  const peers = { file: /./, line: peerLine };
  for (let line = text.indexOf('\n', end) + 1; line > 0 && line < start + reach; line = text.indexOf('\n', line) + 1) {
    const next = text.indexOf('\n', line);
    values.push(...readLine(peers, text.slice(line, next === -1 ? text.length : next).trimEnd(), line));
  }
  return values;
}
