// How C# reads each manager: what it uses, and a method `Ask`, or `AskAsync` where the library only answers later.

import type { ManagerId } from '../../../managers/manager-id.ts';
import type { HelperSource } from '../helper-language.ts';

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

// https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets-net-sdk.html
const awsSecretsManager: HelperSource = {
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
};

// https://docs.aws.amazon.com/sdkfornet/v3/apidocs/items/SSM/MSSMGetParameterAsyncGetParameterRequestCancellationToken.html
const awsParameterStore: HelperSource = {
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
};

// https://learn.microsoft.com/dotnet/api/azure.security.keyvault.secrets.secretclient.getsecret
const azureKeyVault: HelperSource = {
  packages: ['Azure.Security.KeyVault.Secrets', 'Azure.Identity'],
  imports: ['Azure.Identity', 'Azure.Security.KeyVault.Secrets'],
  text: `
private static string Ask(string name)
{
    var client = new SecretClient(new Uri(Setting("AZURE_KEY_VAULT_URL")), new DefaultAzureCredential());
    return client.GetSecret(name).Value.Value;
}
${setting}`,
};

// https://cloud.google.com/dotnet/docs/reference/Google.Cloud.SecretManager.V1/latest
const googleSecretManager: HelperSource = {
  packages: ['Google.Cloud.SecretManager.V1'],
  imports: ['Google.Cloud.SecretManager.V1'],
  text: `
private static string Ask(string name)
{
    var version = new SecretVersionName(Setting("GOOGLE_CLOUD_PROJECT"), name, "latest");
    return SecretManagerServiceClient.Create().AccessSecretVersion(version).Payload.Data.ToStringUtf8();
}
${setting}`,
};

/** The others have no library for .NET that their makers keep. */
export const csharpSources: Readonly<Partial<Record<ManagerId, HelperSource>>> = {
  'aws-secrets-manager': awsSecretsManager,
  'aws-parameter-store': awsParameterStore,
  'azure-key-vault': azureKeyVault,
  'google-secret-manager': googleSecretManager,
};
