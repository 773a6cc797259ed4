// Kubernetes manifests of kind Secret: base64 hides nothing. The first entry speaks for the manifest, further ones by their names.

import { alphabetOf, endOfRun, isAt } from '../alphabet.ts';
import { decodeBase64Text } from '../base64.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';

const kinds = ['kind: secret', 'kind: "secret"', "kind: 'secret'", '"kind": "secret"'];

/** Entries that are no secrets by themselves. */
const harmlessEntry =
  /^(?:(?:ca|tls|cert|client)\.(?:crt|pem|cert|ca)|.{0,40}(?:user(?:name)?|client[_-]?id|host(?:name)?|port|url|uri|namespace|region|endpoint))$/i;

const fill = /\$\{|\{\{|<[\w -]+>|^(?:change-?me|example|todo|placeholder|dummy)$/i;

export const kubernetesSecretRules: readonly Rule[] = [
  {
    id: 'kubernetes-secret',
    title: 'Value of a Kubernetes Secret',
    provider: 'kubernetes',
    kind: 'secret',
    keywords: ['data:'],
    pattern:
      /(?<![\w.-])data:[ \t]{0,4}\r?\n(?:[ \t]{0,16}#[^\n]{0,200}\n)?[ \t]{1,16}["']?[\w.-]{1,80}["']?:[ \t]{1,8}(?:[|>]-?[ \t]{0,4}\r?\n[ \t]{1,16})?["']?(?<secret>[A-Za-z0-9+/]{8,800}={0,2})(?=["']?(?:\s|$))/d,
    glance: beginsBlock,
    reach: 1000,
    confidence: 'likely',
    check: ofSecret,
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  },
];

/** A line that ends behind the colon, as it does in YAML: code has a type or a value there. */
function beginsBlock(text: string, keyword: number): boolean {
  const colon = keyword + 'data:'.length;
  return !isAt(text, keyword - 1, nameCharacters) && isAt(text, endOfRun(text, colon, 4, blanks), lineEnds);
}

const nameCharacters = alphabetOf(/[\w.-]/);
const blanks = alphabetOf(/[ \t]/);
const lineEnds = alphabetOf(/[\r\n]/);

function ofSecret({ match, secret, mentions }: MatchContext): Verdict | undefined {
  if (!kinds.some(mentions)) return undefined;
  const entry = /\n[ \t]+["']?([\w.-]+)["']?:/.exec(match)?.[1] ?? '';
  const decoded = decodeBase64Text(secret);
  if (decoded === undefined || decoded.length < 4 || harmlessEntry.test(entry) || isPublic(decoded) || fill.test(decoded)) return undefined;
  return { confidence: 'likely', facts: ['base64 in a manifest of kind Secret'] };
}

/** A certificate, or nothing that can be typed. */
function isPublic(decoded: string): boolean {
  return decoded.includes('BEGIN CERTIFICATE') || /[^\t\n\r\x20-\x7e\u0080-\uffff]/.test(decoded);
}
