// How C# reads each manager: what it uses, and a method `Ask`, or `AskAsync` where the library only answers later.

import type { HelperSources } from '../helper-language.ts';

const setting = `
private static string Setting(string name)
{
    var value = Environment.GetEnvironmentVariable(name);
    if (string.IsNullOrEmpty(value))
    {
        throw new InvalidOperationException(name + " is not set");
    }
    return value;
}
`;

/** The others have no library for .NET that their makers keep. */
export const csharpSources: HelperSources = {
  // HashiCorp keeps no client for .NET: its own one asks. https://developer.hashicorp.com/vault/api-docs
  vault: {
    packages: ['System.Text.Json'],
    imports: ['System.IO', 'System.Linq', 'System.Net.Http', 'System.Text.Json'],
    text: `
private static async Task<string> AskAsync(string name)
{
    var path = name.Substring(0, name.LastIndexOf('#'));
    var field = name.Substring(path.Length + 1);
    using (var client = CreateClient())
    {
        // The two versions of the engine keep a secret in different places.
        var mount = await RequestAsync(client, "sys/internal/ui/mounts/" + path).ConfigureAwait(false);
        var prefix = mount.GetProperty("path").GetString();
        var isVersioned = IsVersioned(mount);
        var place = isVersioned ? prefix + "data/" + path.Substring(prefix.Length) : path;
        var answer = await RequestAsync(client, place).ConfigureAwait(false);
        return TextOf(isVersioned ? answer.GetProperty("data") : answer, field);
    }
}

private static bool IsVersioned(JsonElement mount)
{
    return mount.TryGetProperty("options", out var options)
        && options.ValueKind == JsonValueKind.Object
        && options.TryGetProperty("version", out var version)
        && version.GetString() == "2";
}

private static string TextOf(JsonElement fields, string name)
{
    if (!fields.TryGetProperty(name, out var value))
    {
        throw new InvalidOperationException("it has no field " + name);
    }
    return value.GetString();
}

private static async Task<JsonElement> RequestAsync(HttpClient client, string path)
{
    var below = string.Join("/", path.Split('/').Select(Uri.EscapeDataString));
    var url = new Uri(Setting("VAULT_ADDR").TrimEnd('/') + "/v1/" + below);
    using (var answer = await client.GetAsync(url).ConfigureAwait(false))
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException("HTTP " + (int)answer.StatusCode);
        }
        using (var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync().ConfigureAwait(false)))
        {
            return body.RootElement.GetProperty("data").Clone();
        }
    }
}

private static HttpClient CreateClient()
{
    // No redirect is followed that would carry the token elsewhere.
    var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };
    var file = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".vault-token");
    var hasToken = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("VAULT_TOKEN"));
    var token = hasToken || !File.Exists(file) ? Setting("VAULT_TOKEN") : File.ReadAllText(file).Trim();
    client.DefaultRequestHeaders.Add("X-Vault-Token", token);
    var place = Environment.GetEnvironmentVariable("VAULT_NAMESPACE");
    if (!string.IsNullOrEmpty(place))
    {
        client.DefaultRequestHeaders.Add("X-Vault-Namespace", place);
    }
    return client;
}
${setting}`,
  },
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets-net-sdk.html
  'aws-secrets-manager': {
    packages: ['AWSSDK.SecretsManager'],
    imports: ['Amazon.SecretsManager', 'Amazon.SecretsManager.Model'],
    text: `
private static async Task<string> AskAsync(string name)
{
    using (var client = new AmazonSecretsManagerClient())
    {
        var answer = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = name }).ConfigureAwait(false);
        return answer.SecretString;
    }
}
`,
  },
  // https://docs.aws.amazon.com/sdkfornet/v3/apidocs/items/SSM/MSSMGetParameterAsyncGetParameterRequestCancellationToken.html
  'aws-parameter-store': {
    packages: ['AWSSDK.SimpleSystemsManagement'],
    imports: ['Amazon.SimpleSystemsManagement', 'Amazon.SimpleSystemsManagement.Model'],
    text: `
private static async Task<string> AskAsync(string name)
{
    using (var client = new AmazonSimpleSystemsManagementClient())
    {
        var request = new GetParameterRequest { Name = name, WithDecryption = true };
        var answer = await client.GetParameterAsync(request).ConfigureAwait(false);
        return answer.Parameter.Value;
    }
}
`,
  },
  // https://learn.microsoft.com/dotnet/api/azure.security.keyvault.secrets.secretclient.getsecret
  'azure-key-vault': {
    packages: ['Azure.Security.KeyVault.Secrets', 'Azure.Identity'],
    imports: ['Azure.Identity', 'Azure.Security.KeyVault.Secrets'],
    text: `
private static string Ask(string name)
{
    var client = new SecretClient(new Uri(Setting("AZURE_KEY_VAULT_URL")), new DefaultAzureCredential());
    return client.GetSecret(name).Value.Value;
}
${setting}`,
  },
  // https://cloud.google.com/dotnet/docs/reference/Google.Cloud.SecretManager.V1/latest
  'google-secret-manager': {
    packages: ['Google.Cloud.SecretManager.V1'],
    imports: ['Google.Cloud.SecretManager.V1'],
    text: `
private static string Ask(string name)
{
    var version = new SecretVersionName(Setting("GOOGLE_CLOUD_PROJECT"), name, "latest");
    return SecretManagerServiceClient.Create().AccessSecretVersion(version).Payload.Data.ToStringUtf8();
}
${setting}`,
  },
  // .NET's own client asks here, too. https://infisical.com/docs/api-reference/endpoints/secrets/read
  infisical: {
    packages: ['System.Text.Json'],
    imports: ['System.Collections.Generic', 'System.Net.Http', 'System.Text', 'System.Text.Json'],
    text: `
private static async Task<string> AskAsync(string name)
{
    var slash = Math.Max(name.LastIndexOf('/'), 0);
    var query = "?projectId=" + Uri.EscapeDataString(Setting("INFISICAL_PROJECT_ID"))
        + "&environment=" + Uri.EscapeDataString(Setting("INFISICAL_ENVIRONMENT"))
        + "&secretPath=" + Uri.EscapeDataString("/" + name.Substring(0, slash).Trim('/'));
    var path = "/api/v4/secrets/" + Uri.EscapeDataString(name.Substring(slash).TrimStart('/')) + query;
    // No redirect is followed that would carry the token elsewhere.
    using (var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) })
    {
        var login = new HttpRequestMessage(HttpMethod.Post, Site() + "/api/v1/auth/universal-auth/login")
        {
            Content = new StringContent(Credentials(), Encoding.UTF8, "application/json"),
        };
        var token = (await RequestAsync(client, login).ConfigureAwait(false)).GetProperty("accessToken").GetString();
        var read = new HttpRequestMessage(HttpMethod.Get, Site() + path);
        read.Headers.Add("Authorization", "Bearer " + token);
        var answer = await RequestAsync(client, read).ConfigureAwait(false);
        return answer.GetProperty("secret").GetProperty("secretValue").GetString();
    }
}

private static async Task<JsonElement> RequestAsync(HttpClient client, HttpRequestMessage request)
{
    using (var answer = await client.SendAsync(request).ConfigureAwait(false))
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException("HTTP " + (int)answer.StatusCode);
        }
        using (var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync().ConfigureAwait(false)))
        {
            return body.RootElement.Clone();
        }
    }
}

private static string Credentials()
{
    return JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["clientId"] = Setting("INFISICAL_UNIVERSAL_AUTH_CLIENT_ID"),
        ["clientSecret"] = Setting("INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET"),
    });
}

private static string Site()
{
    var site = Environment.GetEnvironmentVariable("INFISICAL_API_URL");
    return string.IsNullOrEmpty(site) ? "https://app.infisical.com" : site.TrimEnd('/');
}
${setting}`,
  },
};
