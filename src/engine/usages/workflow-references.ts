// Secrets that steps of GitHub's workflows fetch: the actions that the managers' makers keep list them in inputs of their own.

import type { ReferenceSyntax } from './manager-reference.ts';
import { vaultPath, withoutAwsEnding } from './written-references.ts';

export const workflowReferences: readonly ReferenceSyntax[] = [
  {
    // `secret/data/app FIELD | VARIABLE`. https://github.com/hashicorp/vault-action
    manager: 'vault',
    needles: ['secrets:'],
    onlyIf: /\bhashicorp\/vault-action@/,
    patterns: [
      /(?<=\n[ \t]{1,60})(?<place>(?<name>(?<path>[\w-]{1,60}\/[\w./-]{1,200})[ \t]{1,9}(?<field>[\w.-]{1,100})))(?=[ \t]{0,9}(?:\||;|\r?\n))/dg,
    ],
    addressOf: ({ path = '', field }) => vaultPath(path, field),
  },
  {
    // `VARIABLE, name`. https://github.com/aws-actions/aws-secretsmanager-get-secrets
    manager: 'aws-secrets-manager',
    needles: ['secret-ids:'],
    patterns: [
      /\bsecret-ids:[ \t]{0,9}[|>]?[-+]?\s{1,60}(?:\w{1,100}[ \t]{0,9},[ \t]{0,9})?(?<place>(?<name>(?!arn:)[\w/+=.@-]{1,512}))/dg,
    ],
    addressOf: ({ name = '' }) => ({ container: '', name: withoutAwsEnding(name) }),
  },
  {
    // `VARIABLE:project/name`. https://github.com/google-github-actions/get-secretmanager-secrets
    manager: 'google-secret-manager',
    needles: ['secrets:'],
    onlyIf: /\bget-secretmanager-secrets@/,
    patterns: [
      /(?<=\n[ \t]{1,60}[\w-]{1,100}:)(?<place>(?:(?<project>[\w.-]{1,60})|\$\{\{[^{}]{1,60}\}\})\/(?<name>[\w-]{1,255}))(?=\s)/dg,
    ],
    addressOf: ({ project = '', name = '' }) => ({ container: project, name }),
  },
];
