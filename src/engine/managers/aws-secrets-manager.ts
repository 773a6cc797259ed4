// AWS Secrets Manager: a region, and a name with slashes.

import { phrase } from '../phrase.ts';
import { refuseLength, translateName } from './alphabet.ts';
import { type AwsPlace, awsConsole, awsResource, iamPolicy } from './aws.ts';
import type { Manager, NameParts, NameRefused } from './manager.ts';
import { managerTitles } from './manager-titles.ts';
import { fillNameTemplate } from './name-template.ts';
import type { SecretAddress } from './secret-address.ts';
import { shellWord } from './shell-word.ts';

const title = managerTitles['aws-secrets-manager'];

export const awsSecretsManager: Manager = {
  id: 'aws-secrets-manager',
  title,
  containerTitle: 'region',
  namesSource: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html',
  addressOf,
  // Read by CloudFormation, ECS and Lambda's extensions. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
  referenceTo: ({ name }) => `{{resolve:secretsmanager:${name}}}`,
  consolePage: ({ container, name }) => awsConsole(container, `secretsmanager/secret?name=${encodeURIComponent(name)}`),
  readCommand: ({ container, name }) =>
    `aws secretsmanager get-secret-value ${regionOption(container)}--secret-id ${shellWord(name)} --query SecretString --output text`,
  leastPrivilege: ({ container, name }) => ({
    title: 'IAM policy',
    languageId: 'json',
    text: iamPolicy([
      {
        Sid: 'ReadThisSecret',
        Effect: 'Allow',
        Action: ['secretsmanager:GetSecretValue'],
        Resource: [secretResource({ region: container }, name)],
      },
    ]),
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html',
  }),
};

/** Six question marks: what Secrets Manager adds to the name of every secret. `-*` would match other secrets. */
function secretResource(place: AwsPlace, name: string): string {
  return awsResource(place, 'secretsmanager', `secret:${name}-??????`);
}

export function regionOption(region: string): string {
  return region === '' ? '' : `--region ${shellWord(region)} `;
}

function addressOf(container: string, template: string, parts: NameParts): SecretAddress | NameRefused {
  const filled = fillNameTemplate(template, parts);
  if (filled.kind === 'refused') return filled;
  const steps = [...filled.steps, ...(filled.field === undefined ? [] : [filled.field])];
  const name = steps
    .map(step => translateName(step, /[^A-Za-z0-9_+=.@-]+/g, '-'))
    .filter(step => step !== '')
    .join('/');
  // It would look like the end that AWS adds to identifiers, and by a partial one another secret could be found.
  if (/-[A-Za-z0-9_+=.@]{6}$/.test(name)) return refuseEnding(name);
  return refuseLength(title, name, 512) ?? { manager: 'aws-secrets-manager', container, name };
}

function refuseEnding(name: string): NameRefused {
  return {
    kind: 'refused',
    reason: phrase('{0} ends with a hyphen and six characters, as the identifiers of {1} do. Choose another name.', name, title),
  };
}
