// What the two stores of AWS share: identifiers of resources, pages of the console, policies.

export interface AwsPlace {
  /** Empty for any: the one that the profile says. */
  readonly region: string;
  readonly account?: string;
}

/** China's and the government's regions are partitions of their own. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function awsResource({ region, account = '*' }: AwsPlace, service: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region || '*'}:${account}:${resource}`;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

const consoleHosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** `page` is joined with the region, which the console asks for again. */
export function awsConsole(region: string, page: string): string | undefined {
  if (!/^(?:[a-z]{2}(?:-[a-z]+)+-\d)?$/.test(region)) return undefined;
  const host = consoleHosts[partitionOf(region)] ?? '';
  if (region === '') return `https://${host}/${page}`;
  return `https://${region}.${host}/${page}${page.includes('?') ? '&' : '?'}region=${region}`;
}

export interface IamStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export function iamPolicy(statements: readonly IamStatement[]): string {
  return `${JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2)}\n`;
}
