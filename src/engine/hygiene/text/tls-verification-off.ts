// Verification of certificates switched off where a key is sent.

import { phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CheckedText } from './checked-text.ts';
import type { Sighting, TextCheck } from './text-check.ts';
import { type TlsSwitch, tlsSwitches } from './tls-switches.ts';

export const tlsVerificationOff: TextCheck = {
  id: 'tls-verification-off',
  family: 'transport',
  title: 'TLS verification off beside a key',
  why: 'Without verification the other end may be anybody, and it gets the key. Leave verification on, and trust a certificate of your own by adding its authority (`ca`, `verify="ca.pem"`, `NODE_EXTRA_CA_CERTS`).',
  severity: 'warning',
  source: 'https://cwe.mitre.org/data/definitions/295.html',
  landmarks: [...new Set(tlsSwitches.map(({ landmark }) => landmark)), 'bearer '],
  find: text => {
    const off = tlsSwitches.flatMap(each => (each.languages?.includes(text.languageId) === false ? [] : placesOf(each, text)));
    return [...new Map(off.map(sighting => [sighting.span.start, sighting])).values()];
  },
};

function placesOf({ landmark, pattern, on }: TlsSwitch, text: CheckedText): readonly Sighting[] {
  return text.placesOf(landmark).flatMap((place): readonly Sighting[] => {
    pattern.lastIndex = place;
    const match = pattern.exec(text.text);
    if (!match) return [];
    const line = text.lineAt(place);
    const span = { start: place, end: place + match[0].length };
    const before = text.text.slice(line.start, place);
    if (commentStart.test(before) || readsToken.test(before) || !keyNear(text, span)) return [];
    if (isCommand(text) ? text.isComment(span) : !text.isCode(span)) return [];
    const message = phrase('Verification of certificates is off here, so whoever answers gets the key: leave it on.');
    if (on === undefined) return [{ span, message }];
    const edits = [{ span, newText: match[0].replace(on.from, on.to) }];
    return [{ span, message, repairs: [{ kind: 'edits', title: phrase('Leave verification on'), edits }] }];
  });
}

/** Where what is switched off is a word of a command or a row of settings rather than code. */
function isCommand({ languageId, kind }: CheckedText): boolean {
  return kind !== 'code' || commands.has(languageId);
}

const commands: ReadonlySet<string> = new Set(['shellscript', 'makefile', 'powershell', 'bat', 'fish']);

const commentStart = /^\s*(?:\/\/|#|\*|\/\*|<!--|--|;)/;

/** There `verify` is about a signature. */
const readsToken = /\b(?:jwt|jws|decode)\b[^()]{0,60}\(/i;

/** About a screen either side: a client is set up and used there. */
const nearby = 2000;

function keyNear(text: CheckedText, { start, end }: Span): boolean {
  const around = { start: start - nearby, end: end + nearby };
  return (
    text.findingIn(around) !== undefined ||
    text.lookupsIn(around).length > 0 ||
    text.placesOf('bearer ').some(place => around.start < place && place < around.end && !text.isComment({ start: place, end: place + 6 }))
  );
}
