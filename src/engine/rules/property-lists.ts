// Credentials in property lists of macOS and iOS: `<key>Password</key><string>…</string>`.

import { kindOfName, type NameKind } from '../scan/reasons/name.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { surroundings } from './surroundings.ts';

export const propertyListRules: readonly Rule[] = [
  {
    id: 'property-list-password',
    title: 'Password in a property list',
    provider: 'generic',
    kind: 'password',
    ...entry('[^<\\s]{5,120}'),
    doubts: [...surroundings, 'digest', 'words', 'test-path'],
    check: context => named(context, 'password'),
    source: 'https://developer.apple.com/documentation/bundleresources/information-property-list',
  },
  {
    id: 'property-list-key',
    title: 'Key or token in a property list',
    provider: 'generic',
    kind: 'secret',
    ...entry('[\\w+/=.~$%@!#*:^|-]{8,300}'),
    doubts: [...surroundings, 'uuid', 'digest', 'entropy', 'random', 'test-path'],
    check: context => named(context, 'key'),
    source: 'https://developer.apple.com/documentation/bundleresources/information-property-list',
  },
];

function entry(value: string): Pick<Rule, 'keywords' | 'pattern' | 'confidence'> {
  return {
    keywords: ['password</key>', 'passwd</key>', 'passphrase</key>', 'secret</key>', 'token</key>', 'apikey</key>', 'api_key</key>'],
    pattern: new RegExp(
      `(?<=<key>[\\w .-]{0,40})(?:password|passwd|passphrase|secret|token|api_?key)</key>\\s{0,24}<string>\\s{0,8}(?<secret>${value})\\s{0,8}</string>`,
      'di',
    ),
    confidence: 'likely',
  };
}

/** The words of the key from the keyword on. */
function named({ match }: MatchContext, kind: NameKind): Verdict | undefined {
  return kindOfName(match.slice(0, match.indexOf('<'))) === kind ? { confidence: 'likely' } : undefined;
}
