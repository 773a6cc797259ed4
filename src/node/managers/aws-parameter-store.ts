// AWS Systems Manager Parameter Store, encrypted parameters. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html

import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { AwsClients } from './aws-clients.ts';
import { askAws, awsHost, awsSettings, timeOf } from './aws-session.ts';
import type { ManagerSession } from './manager-session.ts';
import type { OpenManager, SecretDriver } from './secret-driver.ts';

export const awsParameterStore: SecretDriver = {
  id: 'aws-parameter-store',
  destinationOf: (connection, environment) => awsHost('ssm', connection, environment),
  async open(session, container) {
    const aws = await session.host.loadAws();
    return openParameters(session, container, aws, new aws.SSMClient(awsSettings(session, container)));
  },
};

const absent = 'ParameterNotFound';
const exists = 'ParameterAlreadyExists';

function openParameters(
  session: ManagerSession,
  region: string,
  aws: AwsClients,
  client: InstanceType<AwsClients['SSMClient']>,
): OpenManager {
  const get = async ({ name }: SecretAddress, isDecrypted: boolean) => {
    const command = new aws.GetParameterCommand({ Name: name, WithDecryption: isDecrypted });
    const answer = await askAws(session, { name: 'GetParameter', changes: false }, to => client.send(command, to), [absent]);
    return typeof answer === 'string' ? undefined : answer.Parameter;
  };
  const put = async ({ name }: SecretAddress, value: string, isVersion: boolean) => {
    const command = new aws.PutParameterCommand({ Name: name, Value: value, Type: 'SecureString', Overwrite: isVersion });
    return askAws(session, { name: 'PutParameter', changes: true }, to => client.send(command, to), [exists]);
  };
  return {
    async describe(address) {
      const parameter = await get(address, false);
      if (!parameter) return { kind: 'absent' };
      const version = parameter.Version === undefined ? {} : { version: String(parameter.Version) };
      return { kind: 'there', address, ...version, ...timeOf(parameter.LastModifiedDate) };
    },
    async read(address) {
      const value = (await get(address, true))?.Value;
      return value === undefined ? { kind: 'absent' } : { kind: 'value', value };
    },
    async create(address, value) {
      return (await put(address, value, false)) === exists ? 'taken' : 'created';
    },
    async addVersion(address, value) {
      await put(address, value, true);
    },
    async list() {
      const names: SecretAddress[] = [];
      let next: string | undefined;
      do {
        const command = new aws.DescribeParametersCommand({ MaxResults: 50, ...(next !== undefined && { NextToken: next }) });
        const page = await askAws(session, { name: 'DescribeParameters', changes: false }, to => client.send(command, to));
        if (typeof page === 'string') break;
        for (const { Name: name } of page.Parameters ?? [])
          if (name !== undefined) names.push({ manager: 'aws-parameter-store', container: region, name });
        next = page.NextToken;
      } while (next !== undefined && names.length < mostNames);
      return names;
    },
  };
}

const mostNames = 500;
