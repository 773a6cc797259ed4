// References to a secret that a manager keeps: they name the secret and hold nothing of it.

import type { NamedPlace } from './find-lookups.ts';
import type { LandmarksMet } from './landmarks.ts';
import { matchIn, windowsAround } from './match-near.ts';

interface ReferenceSyntax {
  /** What must occur before the patterns are tried: texts that hold a landmark (landmarks.ts), so that no text is searched for them. */
  readonly needles: readonly string[];
  /** Flag `g`; the group `name` names the secret, the whole match is its place. */
  readonly patterns: readonly RegExp[];
}

const syntaxes: readonly ReferenceSyntax[] = [
  // https://developer.1password.com/docs/cli/secret-reference-syntax/
  { needles: ['op://'], patterns: [/\bop:\/\/(?<name>[\w@.() -]{1,100}\/[\w@.() -]{1,100}(?:\/[\w@.()-]{1,100}){1,2})/g] },
  // https://docs.spring.io/spring-cloud-vault/reference/ and https://bank-vaults.dev/docs/mutating-webhook/
  { needles: ['vault:'], patterns: [/\bvault:(?:\/\/)?(?<name>[\w-]{1,60}\/[\w./-]{1,200}(?:#[\w.-]{1,100})?)/g] },
  // https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
  {
    needles: ['@Microsoft.KeyVault('],
    patterns: [/@Microsoft\.KeyVault\((?:[^()"']{0,200};)?\s{0,9}SecretName=(?<name>[A-Za-z0-9-]{1,127})[^()"']{0,200}\)/g],
  },
  {
    needles: ['secret'],
    patterns: [
      // https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/#define-container-environment-variables-using-secret-data
      // Only keys that are called like variables: `password` is a key of many secrets.
      /\bsecretKeyRef:\s{0,99}\{?\s{0,99}(?:(?:name|optional):[ \t]{0,9}[\w."'-]{1,253}[\s,]{1,99}){0,2}key:[ \t]{0,9}["']?(?<name>[A-Z][A-Z0-9]{0,99}(?:_[A-Z0-9]{1,99}){1,20})\b/g,
      // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
      /\barn:aws[\w-]{0,20}:secretsmanager:[\w-]{0,30}:\d{0,12}:secret:(?<name>[\w/+=.@-]{1,512})/g,
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
      /\{\{resolve:secretsmanager:(?<name>[\w/+=.@:-]{1,512})\}\}/g,
      // https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates
      /\bhttps:\/\/[\w-]{3,24}\.vault\.azure\.(?:net|cn|us)\/secrets\/(?<name>[A-Za-z0-9-]{1,127})/g,
      // https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets
      /\bprojects\/[\w:.-]{1,60}\/secrets\/(?<name>[\w-]{1,255})(?:\/versions\/\w{1,20})?/g,
      // https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions
      /\$\{\{[^{}\r\n]{0,200}?\bsecrets(?:\.|\[')(?<name>[A-Za-z_]\w{0,99})/g,
    ],
  },
];

export function findManagerReferences(text: string, met: LandmarksMet): readonly NamedPlace[] {
  return syntaxes.flatMap(({ needles, patterns }) =>
    matchIn(windowsAround(text, needles, met), patterns).map(({ match: { 0: reference, index, groups }, shift }) => ({
      name: groups?.['name'] ?? reference,
      span: { start: shift + index, end: shift + index + reference.length },
    })),
  );
}
