// Keys sent to addresses without TLS.

import type { TextEdit } from '../../fixes/plan.ts';
import { phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CheckedText } from './checked-text.ts';
import { isLocalHost } from './local-host.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const keyOverHttp: TextCheck = {
  id: 'key-over-http',
  family: 'transport',
  title: 'Key sent without TLS',
  why: 'Over `http://` everyone on the way reads the key: the wireless network, the provider, the proxy. Send it over `https://` only, and replace a key that was sent without.',
  severity: 'warning',
  source: 'https://cwe.mitre.org/data/definitions/319.html',
  isAboutKeys: true,
  landmarks: ['authorization', 'api-key'],
  find: text => {
    if (proseLanguages.has(text.languageId)) return [];
    const found = new Map<number, Sighting>();
    for (const place of placesOfKeys(text)) {
      const address = insecureAddressNear(text, place);
      if (address && !found.has(address.start) && !text.isComment(place)) found.set(address.start, sightingOf(text, address));
    }
    return [...found.values()];
  },
};

/** Where a key is only talked about. */
const proseLanguages: ReadonlySet<string> = new Set(['', 'markdown', 'plaintext', 'css', 'sql', 'xml']);

/** Where strings hold whole commands. */
const commandLanguages: ReadonlySet<string> = new Set(['shellscript', 'yaml', 'dockerfile', 'makefile', 'json', 'powershell', 'bat']);

/** Headers that carry keys, keys, and lookups of keys. */
function placesOfKeys(text: CheckedText): readonly Span[] {
  const headers = (keyOverHttp.landmarks ?? []).flatMap(landmark =>
    text.placesOf(landmark).flatMap(start => {
      const span = { start, end: start + landmark.length };
      return isSent(text.text, start) ? [span] : [];
    }),
  );
  return [...headers, ...text.findings.map(({ span }) => span), ...text.secretLookups().map(({ span }) => span)];
}

/** `Authorization: Bearer …`, `("Authorization", "Bearer …`, `'x-api-key': …`, `["Authorization"] = …`; not a name that is only read or allowed. */
function isSent(text: string, start: number): boolean {
  const rest = text.slice(start, start + 60);
  return givenValue.test(rest) || (firstOfTwo.test(rest) && /\(\s{0,9}["'`](?:x-)?$/i.test(text.slice(Math.max(0, start - 14), start)));
}

const givenValue = /^(?:authorization|api-key)\\?["'`]?\]?\s{0,4}(?::(?!:)|=>|=(?![=>]))\s{0,4}\S/i;
const firstOfTwo = /^(?:authorization|api-key)["'`]\s{0,4},\s{0,9}\S/i;

/** As far as one request is written, either side. */
const requestLines = 4;
const requestLength = 400;

function insecureAddressNear(checked: CheckedText, place: Span): Span | undefined {
  const { text } = checked;
  const start = linesBack(text, place.start);
  const window = text.slice(start, linesOn(text, place.end));
  if (!window.includes('http://')) return undefined;
  for (const match of window.matchAll(address)) {
    const span = { start: start + match.index, end: start + match.index + match[0].length };
    const isUsed =
      !isLocalHost(match.groups?.['host'] ?? '') &&
      !isName(window, match.index) &&
      (commandLanguages.has(checked.languageId) || !checked.isInsideString(span));
    if (isUsed) return span;
  }
  return undefined;
}

const address = /(?<![\w@])http:\/\/(?:[^\s/"'`<>@]{1,200}@)?(?<host>[^\s/"'`<>?#\\)\]},;:]{1,200})(?::\d{1,5})?/g;

/** Names of schemas and links in comments are no addresses that anything is sent to. */
function isName(window: string, at: number): boolean {
  const lineStart = window.lastIndexOf('\n', at - 1) + 1;
  return (
    /^\s*(?:\/\/|#|\*|\/\*|<!--|--|;|>>>|@see|@link)|\]\($|\sxmlns|\$schema|(?:^|\s)(?:\/\/|#)\s/i.test(window.slice(lineStart, at)) ||
    /^http:\/\/(?:www\.w3\.org|schemas?\.|json-schema\.org|purl\.org|xml\.|ns\.|www\.apache\.org\/licenses)/i.test(
      window.slice(at, at + 60),
    )
  );
}

function linesBack(text: string, from: number): number {
  const start = Math.max(0, from - requestLength);
  const before = text.slice(start, from);
  let at = before.length;
  for (let line = 0; line <= requestLines && at > 0; line++) at = before.lastIndexOf('\n', at - 1);
  return start + Math.max(at + 1, 0);
}

function linesOn(text: string, from: number): number {
  const after = text.slice(from, from + requestLength);
  let at = -1;
  for (let line = 0; line <= requestLines; line++) {
    at = after.indexOf('\n', at + 1);
    if (at === -1) return from + after.length;
  }
  return from + at;
}

function sightingOf(text: CheckedText, span: Span): Sighting {
  const finding = text.findingIn({ start: span.start, end: span.end + 200 });
  const edits: readonly TextEdit[] = [{ span: { start: span.start, end: span.start + 'http'.length }, newText: 'https' }];
  return {
    span,
    ...(finding && { fingerprint: finding.fingerprint }),
    message: phrase('A key is sent here without TLS, readable for everyone on the way: use {0}.', 'https://'),
    repairs: [{ kind: 'edits', title: phrase('Change {0} to {1}', 'http://', 'https://'), edits }],
  };
}
