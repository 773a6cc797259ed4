// Secrets that people chose as they choose passwords, under names of keys in settings: `secret = Winter…!`, `psk: garden…`. What chance
// makes is told by the rules by name; words alone are names of secrets as often as secrets.

import { kindOfName } from '../scan/reasons/name.ts';
import { splitWords } from '../scan/reasons/split-words.ts';
import { assignmentPattern } from './assignment.ts';
import { formOfValues, mayBeAssigned } from './assignment-glance.ts';
import { looksChosen } from './chosen-by-people.ts';
import { passwordCharacters } from './key-characters.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { mayHoldSettings } from './settings-file.ts';
import { surroundings } from './surroundings.ts';
import { withPattern } from './with-pattern.ts';

const words = ['secret', 'token', 'psk', 'key', 'community', 'credential'];

const form = formOfValues(passwordCharacters.quoted, passwordCharacters.bare, 6);

export const chosenSecretRules: readonly Rule[] = [
  withPattern(
    {
      id: 'generic-setting-secret',
      title: 'Secret that somebody made up, in settings',
      provider: 'generic',
      kind: 'secret',
      keywords: words,
      silentIn: uri => !mayHoldSettings(uri),
      glance: (text, keyword) => mayBeAssigned(text, keyword, form),
      confidence: 'likely',
      check: readSetting,
      doubts: [...surroundings, 'translation', 'uuid', 'digest', 'test-path'],
      source: 'https://cwe.mitre.org/data/definitions/260.html',
    },
    () => assignmentPattern({ words, quoted: `${passwordCharacters.quoted}{6,40}`, bare: `${passwordCharacters.bare}{6,40}` }),
  ),
];

/** `existingSecret`, `imagePullSecrets`: the name of one. */
const naming: ReadonlySet<string> = new Set('existing pull name ref from of id type kind'.split(' '));

/** What a bare `token` or `key` is as well: colours, entries of maps. */
const telling: ReadonlySet<string> = new Set(
  'auth access api secret shared session signing jwt cookie encryption encrypt admin client master'.split(' '),
);

/** A wireless network's key is never a name. */
function looksLikeSecret(secret: string, name: string): boolean {
  return looksChosen(secret) || (/psk$/i.test(name) && /^(?=.*[A-Za-z])(?=.*\d)\S{8,63}$/.test(secret));
}

function readSetting(context: MatchContext): Verdict | undefined {
  const { match, secret, uri, near } = context;
  // An element's text has none but the tag's.
  const name = context.name || (/^\w+/.exec(match)?.[0] ?? '');
  if (secret.startsWith('__') || !mayHoldSettings(uri) || !looksLikeSecret(secret, name)) return undefined;
  if (!/^(?:secret|token|psk|key|community|credential)[\w.$-]{0,12}["'\]]{0,2}[ \t]{0,12}(?:[:=]|=>|>)/i.test(match)) return undefined;
  const all = splitWords(name);
  if (all.some(word => naming.has(word))) return undefined;
  // What FreeRADIUS is delivered with.
  if (/^testing123$/.test(secret)) return undefined;
  const last = all.at(-1) ?? '';
  // By which a service of AWS knows a request that comes twice.
  if (last === 'token' && all.at(-2) === 'client') return undefined;
  if (last === 'psk') return { confidence: 'likely' };
  if (last === 'community') return near('snmp') || near('version') ? { confidence: 'likely' } : undefined;
  if (/pre-?shared-?key$/i.test(name)) return { confidence: 'likely' };
  if (kindOfName(name) !== 'key') return undefined;
  // A mark that no name has.
  if (last === 'token' && /[!#%^&*~+?@]/.test(secret)) return { confidence: 'likely' };
  return /^(?:secret|credential)/.test(last) || all.some(word => telling.has(word)) ? { confidence: 'likely' } : undefined;
}
