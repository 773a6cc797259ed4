// Cookies that code sends in a person's name: with one of these whoever has it is signed in.

import type { MatchContext, Rule, Verdict } from './rule.ts';

/** What frameworks call the cookie of a session: PHP, Java, Django, CodeIgniter, Laravel, Express, ASP.NET, Rails. */
const names = [
  'phpsessid',
  'jsessionid',
  'sessionid',
  'ci_session',
  'laravel_session',
  'connect.sid',
  'asp.net_sessionid',
  '_session_id',
  'sessdata',
];

export const sessionCookieRules: readonly Rule[] = [
  {
    id: 'session-cookie',
    title: 'Cookie of a session',
    provider: 'generic',
    kind: 'token',
    keywords: names.map(name => `${name}=`),
    pattern: new RegExp(
      `(?<![\\w.-])(?:${names.map(name => name.replaceAll('.', '\\.')).join('|')})=(?<secret>[\\w%.:,/+=-]{20,400})(?=[;"'\`\\s\\\\]|$)`,
      'di',
    ),
    confidence: 'likely',
    check: isSent,
    doubts: ['template', 'placeholder', 'sequence', 'entropy', 'random', 'test-path'],
    source: 'https://cwe.mitre.org/data/definitions/798.html',
  },
];

/** In a header of a request: addresses carry such identifiers, too, and answers in logs set new ones. */
function isSent({ near, line }: MatchContext): Verdict | undefined {
  return near('cookie') && !/set-cookie/i.test(line) ? { confidence: 'likely' } : undefined;
}
