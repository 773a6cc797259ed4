// How Rust reads each manager: what it uses, and a function `ask`.

import type { HelperSources } from '../helper-language.ts';

const setting = `
fn setting(name: &str) -> Result<String> {
    env::var(name).map_err(|_| format!("{name} is not set").into())
}
`;

/** The others have no crate that their makers keep: their commands start programs with their secrets. */
export const rustSources: HelperSources = {
  // HashiCorp has no client for Rust. https://developer.hashicorp.com/vault/api-docs · https://docs.rs/reqwest
  vault: {
    packages: ['reqwest', 'serde_json'],
    imports: [
      'std::env',
      'std::fs',
      'std::path::Path',
      'std::time::Duration',
      'reqwest::header::HeaderValue',
      'reqwest::redirect::Policy',
      'reqwest::{Certificate, Client, Url}',
      'serde_json::Value',
    ],
    text: `
async fn ask(name: &str) -> Result<String> {
    let (path, field) = name.split_once('#').ok_or("its name says no field")?;
    let client = client()?;
    // The two versions of the engine keep a secret in different places.
    let mount = request(&client, &format!("sys/internal/ui/mounts/{path}")).await?;
    let version = mount["options"]["version"].as_str();
    let answer = match (version, mount["path"].as_str()) {
        (Some("2"), Some(prefix)) => {
            let below = path.strip_prefix(prefix).unwrap_or(path);
            request(&client, &format!("{prefix}data/{below}")).await?["data"].take()
        }
        _ => request(&client, path).await?,
    };
    let value = answer[field].as_str();
    value
        .map(str::to_owned)
        .ok_or_else(|| format!("it has no field {field}").into())
}

async fn request(client: &Client, path: &str) -> Result<Value> {
    let mut url = Url::parse(&setting("VAULT_ADDR")?)?;
    url.path_segments_mut()
        .map_err(|()| "VAULT_ADDR is no address")?
        .pop_if_empty()
        .push("v1")
        .extend(path.split('/'));
    let mut request = client.get(url).header("X-Vault-Token", token()?);
    if let Ok(namespace) = env::var("VAULT_NAMESPACE") {
        request = request.header("X-Vault-Namespace", namespace);
    }
    let answer = request.send().await?;
    if !answer.status().is_success() {
        return Err(format!("HTTP {}", answer.status()).into());
    }
    let mut body: Value = serde_json::from_str(&answer.text().await?)?;
    Ok(body["data"].take())
}

fn client() -> Result<Client> {
    // No redirect is followed that would carry the token elsewhere.
    let mut client = Client::builder()
        .redirect(Policy::none())
        .timeout(Duration::from_secs(30));
    if let Ok(file) = env::var("VAULT_CACERT") {
        client = client.add_root_certificate(Certificate::from_pem(&fs::read(file)?)?);
    }
    Ok(client.build()?)
}

/// VAULT_TOKEN, or the token that "vault login" has written.
fn token() -> Result<HeaderValue> {
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"));
    let text = match (env::var("VAULT_TOKEN"), home) {
        (Ok(token), _) => token,
        (_, Some(home)) => fs::read_to_string(Path::new(&home).join(".vault-token"))
            .map_err(|_| "VAULT_TOKEN is not set")?,
        _ => return Err("VAULT_TOKEN is not set".into()),
    };
    let mut value = HeaderValue::from_str(text.trim())?;
    value.set_sensitive(true);
    Ok(value)
}
${setting}`,
  },
  // https://docs.rs/aws-sdk-secretsmanager
  'aws-secrets-manager': {
    packages: ['aws-config', 'aws-sdk-secretsmanager'],
    imports: ['aws_config::BehaviorVersion', 'aws_sdk_secretsmanager::Client'],
    text: `
async fn ask(name: &str) -> Result<String> {
    let account = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let request = Client::new(&account).get_secret_value().secret_id(name);
    let answer = request.send().await?;
    Ok(answer.secret_string().ok_or("it is no text")?.to_owned())
}
`,
  },
  // https://docs.rs/aws-sdk-ssm
  'aws-parameter-store': {
    packages: ['aws-config', 'aws-sdk-ssm'],
    imports: ['aws_config::BehaviorVersion', 'aws_sdk_ssm::Client'],
    text: `
async fn ask(name: &str) -> Result<String> {
    let account = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let request = Client::new(&account).get_parameter().name(name);
    let answer = request.with_decryption(true).send().await?;
    let value = answer.parameter().and_then(|parameter| parameter.value());
    Ok(value.ok_or("it has no value")?.to_owned())
}
`,
  },
  // The crate has no chain of credentials for programs. https://docs.rs/azure_identity · https://docs.rs/azure_security_keyvault_secrets
  'azure-key-vault': {
    packages: ['azure_core', 'azure_identity', 'azure_security_keyvault_secrets'],
    imports: [
      'std::env',
      'azure_core::credentials::{Secret, TokenCredential}',
      'azure_identity::{\n    ClientSecretCredential, DeveloperToolsCredential, ManagedIdentityCredential,\n    ManagedIdentityCredentialOptions, UserAssignedId, WorkloadIdentityCredential,\n}',
      'azure_security_keyvault_secrets::SecretClient',
    ],
    text: `
async fn ask(name: &str) -> Result<String> {
    let client = SecretClient::new(&setting("AZURE_KEY_VAULT_URL")?, credential().await?, None)?;
    let secret = client.get_secret(name, None).await?.into_model()?;
    secret.value.ok_or_else(|| "it has no value".into())
}

/// Who the program is: told by its environment, by the developer's tools, or by the machine.
async fn credential() -> Result<Arc<dyn TokenCredential>> {
    let is_set = |name: &str| env::var_os(name).is_some();
    if is_set("AZURE_CLIENT_SECRET") {
        let (tenant, client) = (setting("AZURE_TENANT_ID")?, setting("AZURE_CLIENT_ID")?);
        let secret = Secret::new(setting("AZURE_CLIENT_SECRET")?);
        return Ok(ClientSecretCredential::new(&tenant, client, secret, None)?);
    }
    if is_set("AZURE_FEDERATED_TOKEN_FILE") {
        return Ok(WorkloadIdentityCredential::new(None)?);
    }
    if !is_set("IDENTITY_ENDPOINT") {
        let tools = DeveloperToolsCredential::new(None)?;
        let scopes = ["https://vault.azure.net/.default"];
        if tools.get_token(&scopes, None).await.is_ok() {
            return Ok(tools);
        }
    }
    let client = env::var("AZURE_CLIENT_ID").ok();
    let options = ManagedIdentityCredentialOptions {
        user_assigned_id: client.map(UserAssignedId::ClientId),
        ..Default::default()
    };
    Ok(ManagedIdentityCredential::new(Some(options))?)
}
${setting}`,
  },
  // https://docs.rs/google-cloud-secretmanager-v1
  'google-secret-manager': {
    packages: ['google-cloud-secretmanager-v1'],
    imports: ['std::env', 'google_cloud_secretmanager_v1::client::SecretManagerService'],
    text: `
async fn ask(name: &str) -> Result<String> {
    let project = setting("GOOGLE_CLOUD_PROJECT")?;
    let version = format!("projects/{project}/secrets/{name}/versions/latest");
    let client = SecretManagerService::builder().build().await?;
    let request = client.access_secret_version().set_name(version);
    let payload = request.send().await?.payload.ok_or("it has no value")?;
    Ok(String::from_utf8(payload.data.to_vec())?)
}
${setting}`,
  },
  // https://infisical.com/docs/sdks/languages/rust
  infisical: {
    packages: ['infisical'],
    imports: ['std::env', 'infisical::secrets::GetSecretRequest', 'infisical::{AuthMethod, Client}'],
    text: `
async fn ask(name: &str) -> Result<String> {
    let (folder, key) = name.rsplit_once('/').unwrap_or(("", name));
    let mut builder = Client::builder();
    if let Ok(url) = env::var("INFISICAL_API_URL") {
        builder = builder.base_url(url);
    }
    let mut client = builder.build().await?;
    let id = setting("INFISICAL_UNIVERSAL_AUTH_CLIENT_ID")?;
    let secret = setting("INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET")?;
    client
        .login(AuthMethod::new_universal_auth(id, secret))
        .await?;
    let (project, environment) = (
        setting("INFISICAL_PROJECT_ID")?,
        setting("INFISICAL_ENVIRONMENT")?,
    );
    let request = GetSecretRequest::builder(key, project, environment)
        .path(format!("/{}", folder.trim_matches('/')))
        .build();
    Ok(client.secrets().get(request).await?.secret_value)
}
${setting}`,
  },
};
