// The command with which a shell script reads the secret `$1` of each manager.

import type { ManagerId } from '../../../managers/manager-id.ts';
import type { HelperSource } from '../helper-language.ts';

/** `program` is what has to be installed and signed in. */
function command(text: string): HelperSource {
  return { packages: [text.split(' ', 1)[0] ?? ''], imports: [], text };
}

export const shellSources: Readonly<Record<ManagerId, HelperSource>> = {
  // https://developer.hashicorp.com/vault/docs/commands/kv/get
  vault: command(`vault kv get -field="\${1#*#}" "\${1%%#*}"`),
  // https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/get-secret-value.html
  'aws-secrets-manager': command('aws secretsmanager get-secret-value --secret-id "$1" --query SecretString --output text'),
  // https://docs.aws.amazon.com/cli/latest/reference/ssm/get-parameter.html
  'aws-parameter-store': command('aws ssm get-parameter --name "$1" --with-decryption --query Parameter.Value --output text'),
  // https://learn.microsoft.com/cli/azure/keyvault/secret#az-keyvault-secret-show
  'azure-key-vault': command(`az keyvault secret show --id "\${AZURE_KEY_VAULT_URL%/}/secrets/$1" --query value --output tsv`),
  // https://cloud.google.com/sdk/gcloud/reference/secrets/versions/access
  'google-secret-manager': command(
    `gcloud secrets versions access latest --secret="$1" \${GOOGLE_CLOUD_PROJECT:+"--project=$GOOGLE_CLOUD_PROJECT"}`,
  ),
  // https://developer.1password.com/docs/cli/reference/commands/read/
  '1password': command('op read --no-newline "$1"'),
  // https://docs.doppler.com/docs/accessing-secrets
  doppler: command('doppler secrets get "$1" --plain'),
  // https://infisical.com/docs/cli/commands/secrets
  infisical: command(
    `infisical secrets get "\${1##*/}" --path="\${1%/*}/" --projectId="$INFISICAL_PROJECT_ID" --env="$INFISICAL_ENVIRONMENT" --plain --silent`,
  ),
};
