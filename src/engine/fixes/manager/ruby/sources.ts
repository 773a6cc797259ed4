// How Ruby reads each manager: what it requires, and a method `ask`.

import type { HelperSources } from '../helper-language.ts';

/** Ruby's own client, which follows no redirect. */
const request = `
def self.request(asked)
  address = asked.uri
  secure = address.scheme == "https"
  answer = Net::HTTP.start(address.host, address.port, use_ssl: secure, open_timeout: 30, read_timeout: 30) do |http|
    http.request(asked)
  end
  raise "HTTP #{answer.code} from #{address.host}" unless answer.code == "200"

  JSON.parse(answer.body)
end
`;

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
  // Microsoft keeps no client for Ruby: its own one asks.
  // https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
  // https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
  // https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
  'azure-key-vault': {
    packages: [],
    imports: ['json', 'net/http', 'uri'],
    text: `
def self.ask(name)
  vault = URI(ENV.fetch("AZURE_KEY_VAULT_URL"))
  resource = "https://#{vault.host.sub(/\\A[^.]+\\./, "")}"
  address = URI.join(vault, "/secrets/#{name}?api-version=7.4")
  request(Net::HTTP::Get.new(address, "Authorization" => "Bearer #{token(resource)}"))["value"]
end

# Of the application that the environment names, else of the machine.
def self.token(resource)
  proof = client_proof
  return login(resource, proof) if proof

  endpoint = ENV["IDENTITY_ENDPOINT"]
  address = URI(endpoint || "http://169.254.169.254/metadata/identity/oauth2/token")
  query = { "api-version" => endpoint ? "2019-08-01" : "2018-02-01", "resource" => resource }
  query["client_id"] = ENV["AZURE_CLIENT_ID"] if ENV["AZURE_CLIENT_ID"]
  address.query = URI.encode_www_form(query)
  header = endpoint ? { "X-IDENTITY-HEADER" => ENV.fetch("IDENTITY_HEADER") } : { "Metadata" => "true" }
  request(Net::HTTP::Get.new(address, header))["access_token"]
end

def self.client_proof
  return { "client_secret" => ENV["AZURE_CLIENT_SECRET"] } if ENV["AZURE_CLIENT_SECRET"]
  return unless ENV["AZURE_FEDERATED_TOKEN_FILE"]

  type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
  { "client_assertion_type" => type, "client_assertion" => File.read(ENV["AZURE_FEDERATED_TOKEN_FILE"]) }
end

def self.login(resource, proof)
  host = ENV.fetch("AZURE_AUTHORITY_HOST", "https://login.microsoftonline.com")
  address = URI.join(host, "/#{ENV.fetch("AZURE_TENANT_ID")}/oauth2/v2.0/token")
  client = { "client_id" => ENV.fetch("AZURE_CLIENT_ID"), "scope" => "#{resource}/.default" }
  asked = Net::HTTP::Post.new(address)
  asked.set_form_data({ "grant_type" => "client_credentials" }.merge(client, proof))
  request(asked)["access_token"]
end
${request}
private_class_method :token, :client_proof, :login, :request
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
  // Its own client asks here, too. https://infisical.com/docs/api-reference/endpoints/secrets/read
  infisical: {
    packages: [],
    imports: ['json', 'net/http', 'uri'],
    text: `
def self.ask(name)
  folder, _, key = name.rpartition("/")
  place = { "projectId" => ENV.fetch("INFISICAL_PROJECT_ID"), "environment" => ENV.fetch("INFISICAL_ENVIRONMENT") }
  address = site("/api/v4/secrets/#{URI.encode_www_form_component(key)}")
  address.query = URI.encode_www_form(place.merge("secretPath" => "/#{folder.delete_prefix("/")}"))
  request(Net::HTTP::Get.new(address, "Authorization" => "Bearer #{token}"))["secret"]["secretValue"]
end

def self.token
  asked = Net::HTTP::Post.new(site("/api/v1/auth/universal-auth/login"), "Content-Type" => "application/json")
  id = ENV.fetch("INFISICAL_UNIVERSAL_AUTH_CLIENT_ID")
  asked.body = JSON.generate("clientId" => id, "clientSecret" => ENV.fetch("INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET"))
  request(asked)["accessToken"]
end

def self.site(path)
  URI.join(ENV.fetch("INFISICAL_API_URL", "https://app.infisical.com"), path)
end
${request}
private_class_method :token, :site, :request
`,
  },
};
