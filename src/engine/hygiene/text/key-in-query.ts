// Keys in the query of a URL, written or filled in.

import { phrase } from '../../phrase.ts';
import type { CheckedText } from './checked-text.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const keyInQuery: TextCheck = {
  id: 'key-in-query',
  family: 'exposure',
  title: 'Key in the query of a URL',
  why: 'Addresses are written to the logs of servers and proxies, to histories of browsers and to the `Referer` header, and the key with them. Send it in a header (`Authorization: Bearer …`, `X-API-Key`) wherever the service takes it there.',
  severity: 'information',
  source: 'https://cwe.mitre.org/data/definitions/598.html',
  isAboutKeys: true,
  landmarks: ['api_key=', 'apikey=', 'api-key=', 'access_token=', 'auth_token=', 'client_secret=', 'password=', 'subscription-key='],
  find: text => {
    const places = (keyInQuery.landmarks ?? []).flatMap(landmark => text.placesOf(landmark));
    if (places.length === 0 && text.findings.length === 0) return [];
    return [...new Map([...written(text), ...filledIn(text, places)].map(each => [each.span.start, each])).values()];
  },
};

/** `https://host/path?name=` up to the value, or the same from a hole (`${base}/path?name=`) or a slash on. */
const queryBefore = /(?<scheme>[a-z][a-z0-9+.-]{1,20}:\/\/|[}/"'`])[^\s"'`<>]{0,300}?[?&](?:amp;)?(?<name>[\w.-]{1,60})=$/i;

function isWebQuery(left: string): boolean {
  const scheme = /[a-z][a-z0-9+.-]{0,20}:\/\/(?=[^\s"'`]*$)/i.exec(left)?.[0];
  return queryBefore.test(left) && (scheme === undefined || /^https?:/i.test(scheme));
}

function written({ text, findings }: CheckedText): readonly Sighting[] {
  return findings.flatMap(({ span, fingerprint, kind }): readonly Sighting[] => {
    // Links that carry their own right: nobody can send those otherwise.
    if (kind === 'webhook' || !/[?&](?:amp;)?[\w.-]{1,60}=$/.test(text.slice(Math.max(0, span.start - 70), span.start))) return [];
    const left = text.slice(Math.max(0, span.start - 400), span.start);
    return /https?:\/\//i.test(left) && isWebQuery(left) && !signature.test(left) ? [{ span, fingerprint, message: inQuery }] : [];
  });
}

/** Signed addresses are made to be passed on. https://learn.microsoft.com/azure/storage/common/storage-sas-overview */
const signature = /[?&](?:amp;)?(?:sig|signature|X-Amz-\w+)=$/i;

const inQuery = phrase('This key stands in the query of a URL, which servers and proxies log: send it in a header.');

function filledIn(text: CheckedText, places: readonly number[]): readonly Sighting[] {
  return places.flatMap((place): readonly Sighting[] => {
    const before = text.text.charCodeAt(place - 1);
    if (before !== questionMark && before !== ampersand) return [];
    const equals = text.text.indexOf('=', place);
    const value = hole.exec(text.text.slice(equals + 1, equals + 80));
    if (!value || !isWebQuery(text.text.slice(Math.max(0, place - 400), equals + 1))) return [];
    const span = { start: place, end: equals + 1 + value[0].length };
    return text.isComment(span) ? [] : [{ span, message: inQuery }];
  });
}

const [questionMark, ampersand] = [63, 38];

/** What fills a value in: `${key}`, `{key}`, `#{key}`, `\(key)`, `%s`, `$KEY`, and the quote before `+ key`. */
const hole = /^(?:\$\{[^{}]{1,60}\}|#?\{[^{}]{1,60}\}|\\\([^()]{1,60}\)|%[sv]|\$[A-Za-z_]\w{0,60}|["']\s{0,4}[+.]\s{0,4}[\w$.]{1,60})/;
