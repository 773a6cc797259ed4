// Parameter Store of AWS Systems Manager, as SecureString: a region, and a path that begins with a slash.

import { phrase } from '../phrase.ts';
import { refuseLength, translateName } from './alphabet.ts';
import { awsConsole, awsResource, iamPolicy } from './aws.ts';
import { regionOption } from './aws-secrets-manager.ts';
import type { LeastPrivilege, Manager, NameParts, NameRefused } from './manager.ts';
import { managerTitles } from './manager-titles.ts';
import { fillNameTemplate } from './name-template.ts';
import type { SecretAddress } from './secret-address.ts';
import { shellWord } from './shell-word.ts';

const title = managerTitles['aws-parameter-store'];

export const awsParameterStore: Manager = {
  id: 'aws-parameter-store',
  title,
  containerTitle: 'region',
  namesSource: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
  addressOf,
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html
  referenceTo: ({ name }) => `{{resolve:ssm-secure:${name}}}`,
  consolePage: ({ container, name }) =>
    awsConsole(container, `systems-manager/parameters/${name.replace(/^\//, '').split('/').map(encodeURIComponent).join('/')}/description`),
  readCommand: ({ container, name }) =>
    `aws ssm get-parameter ${regionOption(container)}--name ${shellWord(name)} --with-decryption --query Parameter.Value --output text`,
  leastPrivilege,
};

/** AWS reserves as much of 2,048 characters for the rest of the identifier that only these are left for a name. */
const longestName = 1011;
const mostLevels = 15;

function addressOf(container: string, template: string, parts: NameParts): SecretAddress | NameRefused {
  const filled = fillNameTemplate(template, parts);
  if (filled.kind === 'refused') return filled;
  const steps = [...filled.steps, ...(filled.field === undefined ? [] : [filled.field])]
    .map(step => translateName(step, /[^A-Za-z0-9_.-]+/g, '-'))
    .filter(step => step !== '');
  const name = `/${steps.join('/')}`;
  if (steps.length > mostLevels)
    return { kind: 'refused', reason: phrase('The name has {0} levels; {1} allows {2}.', steps.length, title, mostLevels) };
  if (/^(?:aws|ssm)/i.test(steps[0] ?? ''))
    return { kind: 'refused', reason: phrase('{0} keeps names that begin with aws or ssm for itself. Choose another name.', title) };
  return refuseLength(title, steps.join('/'), longestName - 1) ?? { manager: 'aws-parameter-store', container, name };
}

/** The decryption is bound to this parameter, and to requests that Systems Manager makes: it allows the use of no key beyond that. */
function leastPrivilege({ container, name }: SecretAddress): LeastPrivilege {
  const place = { region: container };
  const parameter = awsResource(place, 'ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`);
  const text = iamPolicy([
    { Sid: 'ReadThisParameter', Effect: 'Allow', Action: ['ssm:GetParameter'], Resource: [parameter] },
    {
      Sid: 'DecryptThisParameter',
      Effect: 'Allow',
      Action: ['kms:Decrypt'],
      Resource: [awsResource(place, 'kms', 'key/*')],
      Condition: {
        StringLike: {
          'kms:EncryptionContext:PARAMETER_ARN': parameter,
          'kms:ViaService': `ssm.${container || '*'}.amazonaws.com${container.startsWith('cn-') ? '.cn' : ''}`,
        },
      },
    },
  ]);
  return {
    title: 'IAM policy',
    languageId: 'json',
    text,
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
  };
}
