// Passwords behind a directive, with nothing but blanks between, as daemons and devices have them: `password …`, `auth_opt_pass …`,
// `Xauth password …`. In prose more words follow.

import { alphabetOf, isAt, startOfRun } from '../alphabet.ts';
import { kindOfName } from '../scan/reasons/name.ts';
import { words } from '../scan/reasons/random.ts';
import { looksChosen } from './chosen-by-people.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { mayHoldSettings, settingsFile } from './settings-file.ts';

const names = ['password', 'passwd', 'passphrase', 'pass', 'pwd', 'bindpw', 'modpw'];

const keyNames = ['secret', 'token', 'apikey', 'api_key', 'api-key', '_psk', 'secret_key', 'access_key', 'private_key', 'encryption_key'];

/** A device says what follows is plain, `{` opens a list of Tcl. */
const plain = '(?:(?:0|ascii|simple|cipher|plaintext)[ \\t])?["\'{]?';

/** The directive ends its line, or what the daemon ends a directive with. */
const end = '(?=["\'}]?[ \\t]{0,8}(?:[;}{][ \\t]{0,8}[^\\r\\n]{0,300})?(?:\\r?\\n|$))';

export const directiveRules: readonly Rule[] = [
  {
    id: 'generic-setting-password',
    title: 'Password behind its directive',
    provider: 'generic',
    kind: 'password',
    keywords: names.flatMap(name => [`${name} `, `${name}\t`, `${name}1 `]),
    silentIn: uri => !mayHoldSettings(uri),
    glance: hasValue,
    refuses: isElsewhere,
    pattern: new RegExp(
      `(?:${names.join('|')})1?[ \\t]{1,24}${plain}(?<secret>(?![$%<({@:=*\\[-]|exec:|file:|env:)[^\\s"'\`<>;{}()]{4,120})${end}`,
      'di',
    ),
    confidence: 'likely',
    check: readDirective,
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'path', 'sequence', 'digest', 'words', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/260.html',
  },
  {
    id: 'generic-setting-key',
    title: 'Key or token behind its directive',
    provider: 'generic',
    kind: 'secret',
    keywords: keyNames.flatMap(name => [`${name} `, `${name}\t`]),
    silentIn: uri => !mayHoldSettings(uri),
    glance: hasValue,
    refuses: isElsewhere,
    pattern: new RegExp(
      `(?:${keyNames.join('|')})[ \\t]{1,24}["']?(?<secret>(?=[A-Za-z_+/=.-]{0,127}\\d)[A-Za-z0-9][\\w+/=.-]{15,200})${end}`,
      'di',
    ),
    confidence: 'likely',
    check: readKey,
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'path', 'sequence', 'uuid', 'digest', 'entropy', 'random', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/260.html',
  },
];

const inLine = alphabetOf(/[^\r\n]/);
const valueStarts = alphabetOf(/[^\s$%<(@:=*[-]/);
const blanks = alphabetOf(/[ \t]/);

/** Words of a directive up to the name's end: no sign, no bracket, no comment. */
const head = /^[ \t]{0,32}(?:[\w.:/@"'*-]{1,40}[ \t]{1,8}){0,12}[\w.:-]{0,40}$/;

const longestHead = 160;

/** A value begins behind the blanks. */
function hasValue(text: string, _keyword: number, keywordEnd: number): boolean {
  let at = keywordEnd;
  while (isAt(text, at, blanks)) at++;
  return isAt(text, at, valueStarts);
}

/** Something else than a directive stands ahead. */
function isElsewhere(text: string, keyword: number): boolean {
  return !isHead(text.slice(startOfRun(text, keyword, longestHead, inLine), keyword));
}

function isHead(ahead: string): boolean {
  return ahead.length < longestHead && head.test(/[^;{}]*$/.exec(ahead)?.[0] ?? '');
}

/** How lists of accounts and rules of a firewall go on. */
const noPassword =
  /^(?:\d{1,5}\/(?:tcp|udp)|required|requisite|sufficient|optional|include|substack|prompt(?:ing)?|encrypted|encryption|ask|auth|authentication|file|files|stdin|quick|proto|from|string|minimum|length|expir\w*|change[ds]?|reset|recovery|policy|hash(?:ed|es)?|protect\w*|store[ds]?|manager|\S{1,60}\.[a-z]{1,4})$/i;

function readDirective(context: MatchContext): Verdict | undefined {
  const { match, secret, line, uri } = context;
  if (!mayHoldSettings(uri) || noPassword.test(secret)) return undefined;
  const before = line.slice(0, Math.max(0, line.indexOf(match)));
  if (!isHead(before)) return undefined;
  const name = (/[\w.-]*$/.exec(before)?.[0] ?? '') + (/^\w+/.exec(match)?.[0] ?? '');
  if (kindOfName(name) !== 'password' || /\b(?:if|when|the|your|a|an|this|that|with|and|or|of|is)\s*$/i.test(before)) return undefined;
  const isBare = /^pass$/i.test(name);
  if (settingsFile.test(uri) && !isBare) return { confidence: 'certain', facts: ['is a setting'] };
  // Two words may be a heading.
  return looksChosen(secret) || (!isBare && words({ value: secret, uri })?.verdict === 'believe') ? { confidence: 'likely' } : undefined;
}

/** In code the word is a type's or a variable's. */
function readKey({ match, line, uri }: MatchContext): Verdict | undefined {
  if (!mayHoldSettings(uri)) return undefined;
  const before = line.slice(0, Math.max(0, line.indexOf(match)));
  if (!isHead(before)) return undefined;
  const left = /[\w.-]*$/.exec(before)?.[0] ?? '';
  const name = left + (/^[\w-]+/.exec(match)?.[0] ?? '');
  return kindOfName(name) === 'key' || /psk$/i.test(name) ? { confidence: 'likely' } : undefined;
}
