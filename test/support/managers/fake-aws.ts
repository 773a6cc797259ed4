// Plays AWS Secrets Manager and Parameter Store behind one address, the way AWS's own clients speak to them (JSON 1.1).

import { type FakeAnswer, type FakeRequest, type FakeServer, jsonOf, startFakeServer } from './fake-server.ts';

export interface FakeAws extends FakeServer {
  /** Values of Secrets Manager by name, the last one in force. */
  readonly secrets: Map<string, string[]>;
  readonly parameters: Map<string, string[]>;
  /** Names that are scheduled for deletion. */
  readonly deleted: Set<string>;
  /** For clients: made-up credentials, this server, a region. */
  readonly environment: Readonly<Record<string, string>>;
}

export async function startFakeAws(): Promise<FakeAws> {
  const secrets: FakeAws['secrets'] = new Map();
  const parameters: FakeAws['parameters'] = new Map();
  const deleted: FakeAws['deleted'] = new Set();
  const server = await startFakeServer(request => {
    const [service, operation = ''] = String(request.headers['x-amz-target']).split('.');
    if (!/^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[a-z0-9-]+\//.test(request.headers.authorization ?? ''))
      return error('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
    if (request.headers['content-type'] !== 'application/x-amz-json-1.1') return error('SerializationException', 'unexpected content type');
    if (service === 'secretsmanager') return secretsManager({ secrets, deleted }, operation, request);
    return service === 'AmazonSSM' ? parameterStore(parameters, operation, request) : error('UnknownOperationException', 'no such service');
  });
  const environment = {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL: server.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: server.url,
    AWS_ENDPOINT_URL_SSM: server.url,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  return { ...server, secrets, parameters, deleted, environment };
}

const changed = 1_772_359_200.5;

// https://docs.aws.amazon.com/secretsmanager/latest/apireference/
function secretsManager({ secrets, deleted }: Pick<FakeAws, 'secrets' | 'deleted'>, operation: string, request: FakeRequest): FakeAnswer {
  const { Name, SecretId, SecretString, ClientRequestToken } = jsonOf(request) as Record<string, string>;
  if (operation === 'ListSecrets') return ok({ SecretList: [...secrets.keys()].map(name => ({ ARN: arnOf(name), Name: name })) });
  const name = nameOf(Name ?? SecretId ?? '');
  if (deleted.has(name) && operation === 'DescribeSecret') return ok({ ARN: arnOf(name), Name: name, DeletedDate: changed });
  if (deleted.has(name))
    return error('InvalidRequestException', 'You can’t perform this operation on the secret because it was marked for deletion.');
  const versions = secrets.get(name);
  if (operation === 'CreateSecret') {
    if (!ClientRequestToken) return error('InvalidParameterException', 'You must provide a ClientRequestToken value.');
    if (!/^[\w/+=.@-]{1,512}$/.test(name))
      return error('ValidationException', 'Invalid name. Must be a valid name containing alphanumeric characters');
    if (versions) return error('ResourceExistsException', `The operation failed because the secret ${name} already exists.`);
    secrets.set(name, [SecretString ?? '']);
    return ok({ ARN: arnOf(name), Name: name, VersionId: versionOf(1) });
  }
  if (!versions) return error('ResourceNotFoundException', 'Secrets Manager can’t find the specified secret.');
  const facts = { ARN: arnOf(name), Name: name };
  if (operation === 'PutSecretValue') {
    versions.push(SecretString ?? '');
    return ok({ ...facts, VersionId: versionOf(versions.length) });
  }
  if (operation === 'DescribeSecret')
    return ok({ ...facts, LastChangedDate: changed, VersionIdsToStages: { [versionOf(versions.length)]: ['AWSCURRENT'] } });
  if (operation === 'GetSecretValue')
    return ok({ ...facts, SecretString: versions.at(-1), VersionId: versionOf(versions.length), CreatedDate: changed });
  return error('UnknownOperationException', operation);
}

// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
function parameterStore(parameters: FakeAws['parameters'], operation: string, request: FakeRequest): FakeAnswer {
  const { Name: name = '', Value, Type, Overwrite, WithDecryption } = jsonOf(request) as Record<string, never>;
  if (operation === 'DescribeParameters') return ok({ Parameters: [...parameters.keys()].map(Name => ({ Name, Type: 'SecureString' })) });
  const versions = parameters.get(name);
  if (operation === 'PutParameter') {
    if (Type !== 'SecureString') return error('ValidationException', 'only SecureString is good enough for a secret');
    if (versions && !Overwrite)
      return error('ParameterAlreadyExists', 'The parameter already exists. To overwrite this value, set the overwrite option.');
    parameters.set(name, [...(versions ?? []), Value ?? '']);
    return ok({ Version: (versions?.length ?? 0) + 1, Tier: 'Standard' });
  }
  if (operation !== 'GetParameter') return error('UnknownOperationException', operation);
  if (!versions) return error('ParameterNotFound', '');
  const Value_ = WithDecryption ? versions.at(-1) : 'AQICAHh…encrypted';
  return ok({ Parameter: { Name: name, Type: 'SecureString', Value: Value_, Version: versions.length, LastModifiedDate: changed } });
}

function ok(body: unknown): FakeAnswer {
  return { status: 200, body, headers };
}

function error(type: string, message: string): FakeAnswer {
  return { status: 400, body: { __type: type, Message: message, message }, headers: { ...headers, 'x-amzn-errortype': type } };
}

const headers = { 'content-type': 'application/x-amz-json-1.1' };

/** The real ones end with six letters of chance. */
function arnOf(name: string): string {
  return `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${name}-AbCdEf`;
}

function nameOf(id: string): string {
  return /^arn:aws:secretsmanager:[^:]*:\d+:secret:(.+?)(?:-[A-Za-z]{6})?$/.exec(id)?.[1] ?? id;
}

function versionOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
