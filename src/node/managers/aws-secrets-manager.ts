// AWS Secrets Manager, by its official client. https://docs.aws.amazon.com/secretsmanager/latest/apireference/

import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import { phrase } from '../../engine/phrase.ts';
import type { AwsClients } from './aws-clients.ts';
import { askAws, awsHost, awsSettings, timeOf } from './aws-session.ts';
import { ManagerFailure } from './manager-failure.ts';
import type { ManagerSession } from './manager-session.ts';
import type { OpenManager, SecretDriver } from './secret-driver.ts';

export const awsSecretsManager: SecretDriver = {
  id: 'aws-secrets-manager',
  destinationOf: (connection, environment) => awsHost('secretsmanager', connection, environment),
  async open(session, container) {
    const aws = await session.host.loadAws();
    return openSecrets(session, container, aws, new aws.SecretsManagerClient(awsSettings(session, container)));
  },
};

const absent = 'ResourceNotFoundException';
const exists = 'ResourceExistsException';
/** What is scheduled for deletion keeps its name for days. */
const deleted = 'InvalidRequestException';

function openSecrets(
  session: ManagerSession,
  region: string,
  aws: AwsClients,
  client: InstanceType<AwsClients['SecretsManagerClient']>,
): OpenManager {
  const read = async ({ name }: SecretAddress) =>
    askAws(session, { name: 'GetSecretValue', changes: false }, to => client.send(new aws.GetSecretValueCommand({ SecretId: name }), to), [
      absent,
      deleted,
    ]);
  return {
    async describe(address) {
      const command = new aws.DescribeSecretCommand({ SecretId: address.name });
      const facts = await askAws(session, { name: 'DescribeSecret', changes: false }, to => client.send(command, to), [absent]);
      // What is to be deleted is read by nobody any more.
      if (typeof facts === 'string' || facts.DeletedDate) return { kind: 'absent' };
      const version = Object.entries(facts.VersionIdsToStages ?? {}).find(([, stages]) => stages.includes('AWSCURRENT'))?.[0];
      return { kind: 'there', address, ...(version !== undefined && { version }), ...timeOf(facts.LastChangedDate ?? facts.CreatedDate) };
    },
    async read(address) {
      const answer = await read(address);
      if (answer === deleted) throw keptForDeletion(session, address.name);
      if (typeof answer === 'string') return { kind: 'absent' };
      const { SecretString: value, SecretBinary: bytes } = answer;
      return { kind: 'value', value: value ?? Buffer.from(bytes ?? []).toString('utf8') };
    },
    async create({ name }, value) {
      const command = new aws.CreateSecretCommand({ Name: name, SecretString: value });
      const answer = await askAws(session, { name: 'CreateSecret', changes: true }, to => client.send(command, to), [exists, deleted]);
      if (answer === deleted) throw keptForDeletion(session, name);
      return answer === exists ? 'taken' : 'created';
    },
    async addVersion({ name }, value) {
      const command = new aws.PutSecretValueCommand({ SecretId: name, SecretString: value });
      await askAws(session, { name: 'PutSecretValue', changes: true }, to => client.send(command, to));
    },
    async list() {
      const names: SecretAddress[] = [];
      let next: string | undefined;
      do {
        const command = new aws.ListSecretsCommand({ MaxResults: 100, ...(next !== undefined && { NextToken: next }) });
        const page = await askAws(session, { name: 'ListSecrets', changes: false }, to => client.send(command, to));
        if (typeof page === 'string') break;
        for (const { Name: name } of page.SecretList ?? [])
          if (name !== undefined) names.push({ manager: 'aws-secrets-manager', container: region, name });
        next = page.NextToken;
      } while (next !== undefined && names.length < mostNames);
      return names;
    },
  };
}

const mostNames = 500;

function keptForDeletion({ whom }: ManagerSession, name: string): ManagerFailure {
  const reason = phrase('{0} still keeps the deleted secret {1}. Restore it there, or choose another name.', whom, name);
  return new ManagerFailure('refused', reason);
}
