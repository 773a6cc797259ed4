// Amazon Web Services. An access key id alone is a name; with its secret beside it the pair is a key.

import { contextRule } from './context-rule.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { uuid } from './shapes.ts';
import { tokenRule } from './token-rule.ts';

const ids = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html';
const keys = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html';

const secretNames = ['secret_access_key', 'secretaccesskey', 'secret-access-key', 'aws_secret', 'awssecret', 'secret_key', 'secretkey'];

const pairWithSecret = ({ near, name }: MatchContext): Verdict => {
  if (secretNames.some(near)) return { confidence: 'certain', ruleId: 'aws-access-key-pair', facts: ['its secret stands near'] };
  // `X-Amz-Credential` of a signed address is public, a name that ends in `id` knows what it holds.
  const calledSecret = /key|token|secret/i.test(name) && !/id$|public/i.test(name);
  return calledSecret ? { confidence: 'likely', ruleId: 'aws-access-key', facts: ['the name calls it a key'] } : { confidence: 'certain' };
};

/** Forty characters of base64 are as well a hash or a path: something must say AWS, and the value must look drawn by lot. */
const secretOfAws = ({ secret, match, near, mentions }: MatchContext): Verdict | undefined => {
  if (!/[A-Z]/.test(secret) || !/[a-z]/.test(secret) || !/\d/.test(secret)) return undefined;
  if (/a(?:ws|mazon)/i.test(match) || near('akia') || near('asia')) return { confidence: 'certain' };
  return mentions('aws') || mentions('amazon') || mentions('boto') || mentions('s3') ? { confidence: 'likely' } : undefined;
};

export const awsRules: readonly Rule[] = [
  {
    id: 'aws-access-key-id',
    title: 'AWS access key id',
    provider: 'aws',
    kind: 'identifier',
    variable: 'AWS_ACCESS_KEY_ID',
    keywords: ['akia', 'asia', 'abia', 'acca'],
    pattern: /(?<![A-Za-z0-9+/_-])(?<secret>(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16})(?![A-Za-z0-9+/=_-])/d,
    confidence: 'certain',
    minEntropy: 2.5,
    alarm: false,
    check: pairWithSecret,
    source: ids,
  },
  {
    id: 'aws-access-key-pair',
    title: 'AWS access key id next to its secret',
    provider: 'aws',
    kind: 'secret',
    variable: 'AWS_ACCESS_KEY_ID',
    keywords: [],
    pattern: /(?<secret>(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16})/d,
    confidence: 'certain',
    source: keys,
  },
  {
    id: 'aws-access-key',
    title: 'AWS access key',
    provider: 'aws',
    kind: 'secret',
    variable: 'AWS_ACCESS_KEY_ID',
    keywords: [],
    pattern: /(?<secret>(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16})/d,
    confidence: 'likely',
    source: keys,
  },
  contextRule({
    id: 'aws-secret-access-key',
    title: 'AWS secret access key',
    provider: 'aws',
    kind: 'secret',
    variable: 'AWS_SECRET_ACCESS_KEY',
    words: ['aws_secret', 'amazon_secret', 'secret_access_key', 'secret_key', 'aws_key', 's3_secret', 's3_key', 'aws_access_key', 'aws'],
    shape: /[A-Za-z0-9+/]{40}/,
    telling: /secret|(?:aws|s3)_?-?key|private/i,
    minEntropy: 4,
    check: secretOfAws,
    source: keys,
  }),
  {
    id: 'aws-secret-beside-id',
    title: 'AWS secret access key',
    provider: 'aws',
    kind: 'secret',
    variable: 'AWS_SECRET_ACCESS_KEY',
    keywords: ['akia', 'asia'],
    pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}["'`]?[\s:;,|/=]{1,8}["'`]?(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/d,
    confidence: 'certain',
    minEntropy: 4,
    source: keys,
  },
  {
    id: 'aws-session-token',
    title: 'AWS session token',
    provider: 'aws',
    kind: 'token',
    variable: 'AWS_SESSION_TOKEN',
    keywords: ['iqoj', 'fwog', 'fqog', 'aqod'],
    pattern: /(?<![A-Za-z0-9+/])(?<secret>(?:IQoJ|FwoG|FQoG|AQoD)[A-Za-z0-9+/]{140,2400}={0,2})(?![A-Za-z0-9+/=])/d,
    reach: 2500,
    confidence: 'likely',
    minEntropy: 4,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
  },
  {
    id: 'aws-bedrock-api-key',
    title: 'Amazon Bedrock API key',
    provider: 'aws',
    kind: 'secret',
    variable: 'AWS_BEARER_TOKEN_BEDROCK',
    keywords: ['absk', 'bedrock-api-key-'],
    pattern: /(?<![A-Za-z0-9+/])(?<secret>(?:ABSK[A-Za-z0-9+/]{100,280}|bedrock-api-key-[A-Za-z0-9+/]{100,3000})={0,2})(?![A-Za-z0-9+/=])/d,
    reach: 3100,
    confidence: 'certain',
    minEntropy: 4,
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
  },
  tokenRule({
    id: 'aws-appsync-api-key',
    title: 'AWS AppSync API key',
    provider: 'aws',
    kind: 'secret',
    variable: 'APPSYNC_API_KEY',
    head: 'da2-',
    body: /[a-z0-9]{26}/,
    minEntropy: 3,
    source: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
  }),
  tokenRule({
    id: 'amazon-mws-token',
    title: 'Amazon MWS auth token',
    provider: 'aws',
    kind: 'token',
    variable: 'MWS_AUTH_TOKEN',
    head: 'amzn.mws.',
    body: uuid,
    source: 'https://developer-docs.amazon.com/sp-api/docs/migrating-authorizations-from-amazon-marketplace-web-service',
  }),
  tokenRule({
    id: 'amazon-oauth-client-secret',
    title: 'Login with Amazon client secret',
    provider: 'aws',
    kind: 'secret',
    variable: 'AMAZON_CLIENT_SECRET',
    head: 'amzn1.oa2-cs.v1.',
    body: /[0-9a-f]{64}/,
    source: 'https://developer.amazon.com/docs/login-with-amazon/documentation-overview.html',
  }),
];
