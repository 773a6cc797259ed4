// How Ruby reads each manager: what it requires, and a method `ask`.

import type { HelperSources } from '../helper-language.ts';

/** The others have no library for Ruby that their makers keep: their commands start programs with their secrets. */
export const rubySources: HelperSources = {
  // It goes by VAULT_ADDR, VAULT_TOKEN and the token file. https://github.com/hashicorp/vault-ruby
  vault: {
    packages: ['vault'],
    imports: ['vault'],
    text: `
def self.ask(name)
  path, field = name.split("#", 2)
  # The two versions of the engine keep a secret in different places.
  mount = Vault.logical.read("sys/internal/ui/mounts/#{path}").data
  versioned = (mount[:options] || {})[:version] == "2"
  answer = Vault.logical.read(versioned ? path.sub(mount[:path], "#{mount[:path]}data/") : path)
  raise "it is not there" unless answer

  (versioned ? answer.data[:data] : answer.data)[field.to_sym]
end
`,
  },
  // https://docs.aws.amazon.com/sdk-for-ruby/v3/api/Aws/SecretsManager/Client.html#get_secret_value-instance_method
  'aws-secrets-manager': {
    packages: ['aws-sdk-secretsmanager'],
    imports: ['aws-sdk-secretsmanager'],
    text: `
def self.ask(name)
  Aws::SecretsManager::Client.new.get_secret_value(secret_id: name).secret_string
end
`,
  },
  // https://docs.aws.amazon.com/sdk-for-ruby/v3/api/Aws/SSM/Client.html#get_parameter-instance_method
  'aws-parameter-store': {
    packages: ['aws-sdk-ssm'],
    imports: ['aws-sdk-ssm'],
    text: `
def self.ask(name)
  Aws::SSM::Client.new.get_parameter(name: name, with_decryption: true).parameter.value
end
`,
  },
  // https://cloud.google.com/ruby/docs/reference/google-cloud-secret_manager/latest
  'google-secret-manager': {
    packages: ['google-cloud-secret_manager'],
    imports: ['google/cloud/secret_manager'],
    text: `
def self.ask(name)
  client = Google::Cloud::SecretManager.secret_manager_service
  version = "projects/#{ENV.fetch("GOOGLE_CLOUD_PROJECT")}/secrets/#{name}/versions/latest"
  client.access_secret_version(name: version).payload.data
end
`,
  },
};
