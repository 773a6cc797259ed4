// Certificates past their end beside the private key they are used with.

import { decodeBase64 } from '../../base64.ts';
import { phrase } from '../../phrase.ts';
import { dayOf } from '../../rules/jwt-claims.ts';
import { certificateEnd } from './certificate-end.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const certificateExpired: TextCheck = {
  id: 'certificate-expired',
  family: 'tokens',
  title: 'Expired certificate beside its key',
  why: 'Whatever presents this certificate is refused, and a key that was made for it has outlived its purpose. Have a new certificate issued for a new key, and delete this pair.',
  severity: 'information',
  source: 'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5',
  landmarks: ['-----begin c'],
  find: text => {
    const places = text.placesOf('-----begin c');
    if (places.length === 0 || !text.findings.some(({ kind }) => kind === 'private-key')) return [];
    return places.flatMap((place): readonly Sighting[] => {
      const armour = certificate.exec(text.text.slice(place, place + longest));
      const end = armour && certificateEnd(decodeBase64((armour[1] ?? '').replace(/\\[nr]|\s/g, '')) ?? '');
      if (!armour || end === null || end === undefined || end >= text.now) return [];
      const span = { start: place, end: place + dashedTitle.length };
      return [{ span, message: phrase('This certificate expired on {0}.', dayOf(end)) }];
    });
  },
};

const dashedTitle = `${'-'.repeat(5)}BEGIN CERTIFICATE${'-'.repeat(5)}`;
const longest = 20_000;
const certificate = new RegExp(`^${dashedTitle}((?:[A-Za-z0-9+/=\\s]|\\\\[nr]){40,${longest}}?)-{5}END CERTIFICATE`);
