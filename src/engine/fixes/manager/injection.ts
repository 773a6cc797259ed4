// How a process is started with the manager's secrets in its environment: code that cannot ask a manager reads them from there.

import type { ManagerId } from '../../managers/manager-id.ts';
import { type Phrase, phrase } from '../../phrase.ts';

export interface Injection {
  /** Goes before the program's own command. */
  readonly command?: string;
  /** Where there is no such command, or one has to be set up: what does it. */
  readonly advice: (variable: string) => Phrase;
}

export const injections: Readonly<Record<ManagerId, Injection>> = {
  // https://developer.1password.com/docs/cli/secrets-environment-variables/
  '1password': {
    command: 'op run --env-file=.env --',
    advice: variable => phrase('Put the reference of {0} into {1}, and start the program with {2}.', variable, '.env', 'op run'),
  },
  // https://docs.doppler.com/docs/accessing-secrets
  doppler: { command: 'doppler run --', advice: variable => started(variable, 'doppler run') },
  // https://infisical.com/docs/cli/commands/run
  infisical: { command: 'infisical run --', advice: variable => started(variable, 'infisical run') },
  // https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/process-supervisor
  vault: {
    command: 'vault agent -config=agent.hcl',
    advice: variable => phrase('Let Vault Agent start the program with {0}: an “env_template” in its configuration.', variable),
  },
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
  'aws-secrets-manager': { advice: variable => byPlatform(variable, 'valueFrom', 'Amazon ECS') },
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html
  'aws-parameter-store': { advice: variable => byPlatform(variable, 'valueFrom', 'Amazon ECS') },
  // https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
  'azure-key-vault': { advice: variable => byPlatform(variable, '@Microsoft.KeyVault(…)', 'Azure App Service') },
  // https://cloud.google.com/run/docs/configuring/services/secrets
  'google-secret-manager': { advice: variable => byPlatform(variable, '--set-secrets', 'Cloud Run') },
};

function started(variable: string, command: string): Phrase {
  return phrase('Start the program with {0}, which sets {1}.', command, variable);
}

function byPlatform(variable: string, how: string, platform: string): Phrase {
  return phrase('Let the platform set {0} from the secret: {1} in {2}, or what yours has for it.', variable, how, platform);
}
