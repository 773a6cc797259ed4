// How Python reads each manager: the imports, and a function `_read_secret`.

import type { HelperSources } from '../helper-language.ts';

const setting = `
def _setting(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise LookupError(f"{name} is not set")
    return value
`;

/** Doppler has no library: its command starts programs with its secrets. */
export const pythonSources: HelperSources = {
  // https://python-hvac.org · https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2
  vault: {
    packages: ['hvac'],
    imports: ['import os', '', 'import hvac'],
    text: `
def _read_secret(name: str) -> str:
    path, _, field = name.partition("#")
    client = hvac.Client(namespace=os.environ.get("VAULT_NAMESPACE"))
    # The two versions of the engine keep a secret in different places.
    mount = _ask(client, f"sys/internal/ui/mounts/{path}")
    is_versioned = (mount.get("options") or {}).get("version") == "2"
    rest = path[len(mount["path"]) :]
    data = _ask(client, f"{mount['path']}data/{rest}" if is_versioned else path)
    fields = (data.get("data") or {}) if is_versioned else data
    value = fields.get(field)
    if not isinstance(value, str):
        raise LookupError(f"it has no field {field}")
    return value


def _ask(client: hvac.Client, path: str) -> dict:
    answer = client.read(path)
    if not isinstance(answer, dict):
        raise LookupError("it is not there, or the answer is unreadable")
    return answer["data"]
`,
  },
  // https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/secretsmanager/client/get_secret_value.html
  'aws-secrets-manager': {
    packages: ['boto3'],
    imports: ['import os', '', 'import boto3'],
    text: `
def _read_secret(name: str) -> str:
    client = boto3.client("secretsmanager", region_name=os.environ.get("AWS_REGION"))
    return client.get_secret_value(SecretId=name).get("SecretString", "")
`,
  },
  // https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/ssm/client/get_parameter.html
  'aws-parameter-store': {
    packages: ['boto3'],
    imports: ['import os', '', 'import boto3'],
    text: `
def _read_secret(name: str) -> str:
    client = boto3.client("ssm", region_name=os.environ.get("AWS_REGION"))
    return client.get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"]
`,
  },
  // https://learn.microsoft.com/python/api/overview/azure/keyvault-secrets-readme
  'azure-key-vault': {
    packages: ['azure-identity', 'azure-keyvault-secrets'],
    imports: ['import os', '', 'from azure.identity import DefaultAzureCredential', 'from azure.keyvault.secrets import SecretClient'],
    text: `
def _read_secret(name: str) -> str:
    client = SecretClient(vault_url=_setting("AZURE_KEY_VAULT_URL"), credential=DefaultAzureCredential())
    return client.get_secret(name).value or ""

${setting}`,
  },
  // https://cloud.google.com/python/docs/reference/secretmanager/latest
  'google-secret-manager': {
    packages: ['google-cloud-secret-manager'],
    imports: ['import os', '', 'import google.auth', 'from google.cloud import secretmanager'],
    text: `
def _read_secret(name: str) -> str:
    project = os.environ.get("GOOGLE_CLOUD_PROJECT") or google.auth.default()[1]
    client = secretmanager.SecretManagerServiceClient()
    version = client.access_secret_version(name=f"projects/{project}/secrets/{name}/versions/latest")
    return version.payload.data.decode()
`,
  },
  // https://developer.1password.com/docs/sdks/load-secrets/
  '1password': {
    packages: ['onepassword-sdk'],
    imports: [
      'import asyncio',
      'import os',
      'from concurrent.futures import ThreadPoolExecutor',
      '',
      'from onepassword.client import Client',
    ],
    text: `
def _read_secret(name: str) -> str:
    # The library is asynchronous; in a thread of its own no loop runs yet.
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, _resolve(name)).result()


async def _resolve(name: str) -> str:
    token = _setting("OP_SERVICE_ACCOUNT_TOKEN")
    client = await Client.authenticate(auth=token, integration_name="secrets helper", integration_version="v1.0.0")
    return await client.secrets.resolve(name)

${setting}`,
  },
  // https://infisical.com/docs/sdks/languages/python
  infisical: {
    packages: ['infisicalsdk'],
    imports: ['import os', '', 'from infisical_sdk import InfisicalSDKClient'],
    text: `
def _read_secret(name: str) -> str:
    folder, _, key = name.rpartition("/")
    client = InfisicalSDKClient(host=os.environ.get("INFISICAL_API_URL", "https://app.infisical.com"))
    client.auth.universal_auth.login(
        client_id=_setting("INFISICAL_UNIVERSAL_AUTH_CLIENT_ID"), client_secret=_setting("INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET")
    )
    secret = client.secrets.get_secret_by_name(
        secret_name=key,
        project_id=_setting("INFISICAL_PROJECT_ID"),
        environment_slug=_setting("INFISICAL_ENVIRONMENT"),
        secret_path=folder or "/",
    )
    return secret.secretValue

${setting}`,
  },
};
