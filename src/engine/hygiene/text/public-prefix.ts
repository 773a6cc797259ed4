// Secrets behind the prefixes by which build tools choose what to copy into the files that browsers download.

import { isPublicName, withoutPublicPrefix } from '../../fixes/public-names.ts';
import { phrase } from '../../phrase.ts';
import { catalogue } from '../../rules/catalogue.ts';
import { providerById } from '../../rules/providers.ts';
import type { KeyKind } from '../../rules/rule.ts';
import type { Span } from '../../text.ts';
import type { CheckedText } from './checked-text.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const publicPrefix: TextCheck = {
  id: 'public-prefix',
  family: 'exposure',
  title: 'Secret behind a client-bundle prefix',
  why: 'Build tools copy every variable with such a prefix into what browsers download, where anyone can read it. Name the variable without the prefix, read it on a server only, and replace the key if the bundle was ever published.',
  severity: 'warning',
  source: 'https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser',
  // One of them is in every prefix of fixes/public-names.ts.
  landmarks: ['public_', 'vite_', '_app_', 'gatsby_', 'storybook_'],
  find: text => {
    const names = namesIn(text);
    return names.flatMap(({ name, span }): readonly Sighting[] => {
      const finding = text.findingIn({ start: span.end, end: Math.min(span.end + 20, text.lineAt(span.end).end) });
      const isSecret = finding ? secretKinds.has(finding.kind) && finding.kind !== 'token' : promisesSecret(withoutPublicPrefix(name));
      if (!isSecret) return [];
      const fingerprint = finding && { fingerprint: finding.fingerprint };
      return [
        {
          span,
          names: [name],
          ...fingerprint,
          message: phrase('{0} is copied into what browsers download: a secret needs a name without the prefix.', name),
        },
      ];
    });
  },
};

function namesIn(text: CheckedText): readonly { readonly name: string; readonly span: Span }[] {
  const byStart = new Map<number, { readonly name: string; readonly span: Span }>();
  for (const landmark of publicPrefix.landmarks ?? []) {
    for (const place of text.placesOf(landmark)) {
      const span = nameAround(text.text, place);
      const name = text.slice(span);
      // `PUBLIC_KEY_…` is about a public key.
      if (isPublicName(name) && !name.startsWith('PUBLIC_KEY')) byStart.set(span.start, { name, span });
    }
  }
  return [...byStart.values()];
}

function nameAround(text: string, place: number): Span {
  let start = place;
  while (start > 0 && place - start < longestName && isNameCode(text.charCodeAt(start - 1))) start--;
  let end = place;
  while (end < text.length && end - place < longestName && isNameCode(text.charCodeAt(end))) end++;
  return { start, end };
}

const longestName = 100;

/** Capitals, digits and the low line. */
function isNameCode(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

const secretKinds: ReadonlySet<KeyKind> = new Set(['secret', 'restricted', 'admin', 'classic', 'webhook', 'password', 'private-key']);

/** Names of keys that are made for browsers say `KEY` and `TOKEN` too, so those words alone promise nothing. */
function promisesSecret(name: string): boolean {
  return plainlySecret.test(name) || (/_(?:KEY|TOKEN)$/.test(name) && serverOnly().has(name));
}

const plainlySecret =
  /(?:^|_)(?:SECRET|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_KEY|SECRET_KEY|SERVICE_ROLE(?:_KEY)?|ADMIN_KEY|CLIENT_SECRET|API_SECRET|DATABASE_URL)(?:_KEY)?$/;

/** Official variables of services none of whose keys is made to be seen. */
function serverOnly(): ReadonlySet<string> {
  known ??= new Set(
    catalogue.flatMap(({ variable, kind, provider }) => {
      const official = variable ?? providerById(provider)?.variable;
      return official !== undefined && secretKinds.has(kind) && !providersWithPublicKeys().has(provider) ? [official] : [];
    }),
  );
  return known;
}

let known: ReadonlySet<string> | undefined;

function providersWithPublicKeys(): ReadonlySet<string> {
  shown ??= new Set(
    catalogue
      .filter(({ kind, alarm }) => kind === 'publishable' || kind === 'identifier' || alarm === false)
      .map(({ provider }) => provider),
  );
  return shown;
}

let shown: ReadonlySet<string> | undefined;
