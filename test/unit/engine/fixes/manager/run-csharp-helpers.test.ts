// The helpers that fixes write for C#: what a compiler says of them, and secrets that classes in place of the libraries hand out.
// Those of Vault and Infisical, which need no library, are run with the other languages'.

import assert from 'node:assert/strict';
import { isInstalled, run } from '../../../../support/fixed-programs.ts';
import { managersOf, sampleAddresses, sampleProject } from '../../../../support/manager-helpers.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

/** In place of the packages, with the part of them that helpers call. */
const standIns = `
using System;
using System.Threading.Tasks;

namespace Amazon.SecretsManager.Model
{
    public class GetSecretValueRequest { public string SecretId { get; set; } }
    public class GetSecretValueResponse { public string SecretString { get; set; } }
}
namespace Amazon.SecretsManager
{
    public class AmazonSecretsManagerClient : IDisposable
    {
        public void Dispose() {}
        public async Task<Model.GetSecretValueResponse> GetSecretValueAsync(Model.GetSecretValueRequest request)
        {
            await Task.Yield();
            return new Model.GetSecretValueResponse { SecretString = Asked.For(request.SecretId) };
        }
    }
}
namespace Amazon.SimpleSystemsManagement.Model
{
    public class GetParameterRequest { public string Name { get; set; } public bool? WithDecryption { get; set; } }
    public class Parameter { public string Value { get; set; } }
    public class GetParameterResponse { public Parameter Parameter { get; set; } }
}
namespace Amazon.SimpleSystemsManagement
{
    public class AmazonSimpleSystemsManagementClient : IDisposable
    {
        public void Dispose() {}
        public async Task<Model.GetParameterResponse> GetParameterAsync(Model.GetParameterRequest request)
        {
            await Task.Yield();
            var value = request.WithDecryption == true ? Asked.For(request.Name) : "a ciphertext";
            return new Model.GetParameterResponse { Parameter = new Model.Parameter { Value = value } };
        }
    }
}
namespace Azure.Identity { public class DefaultAzureCredential {} }
namespace Azure.Security.KeyVault.Secrets
{
    public class Response<T> { public T Value { get; set; } }
    public class KeyVaultSecret { public string Value { get; set; } }
    public class SecretClient
    {
        private readonly Uri vault;
        public SecretClient(Uri vault, Azure.Identity.DefaultAzureCredential credential) { this.vault = vault; }
        public Response<KeyVaultSecret> GetSecret(string name)
        {
            return new Response<KeyVaultSecret> { Value = new KeyVaultSecret { Value = Asked.For(vault.Host + " " + name) } };
        }
    }
}
namespace Google.Cloud.SecretManager.V1
{
    public class SecretVersionName
    {
        public readonly string Name;
        public SecretVersionName(string project, string secret, string version) { Name = project + " " + secret + " " + version; }
    }
    public class Bytes { public string Text; public string ToStringUtf8() { return Text; } }
    public class SecretPayload { public Bytes Data { get; set; } }
    public class AccessSecretVersionResponse { public SecretPayload Payload { get; set; } }
    public class SecretManagerServiceClient
    {
        public static SecretManagerServiceClient Create() { return new SecretManagerServiceClient(); }
        public AccessSecretVersionResponse AccessSecretVersion(SecretVersionName version)
        {
            return new AccessSecretVersionResponse { Payload = new SecretPayload { Data = new Bytes { Text = Asked.For(version.Name) } } };
        }
    }
}
public static class Asked
{
    private static int times;
    public static string For(string name)
    {
        times++;
        if (name.Contains("NONE")) throw new Exception("no access");
        return name.Contains("EMPTY") ? "" : "asked " + times + ": " + name;
    }
}
`;

const answers: Readonly<Record<string, string>> = {
  'aws-secrets-manager': 'asked 1: app/SERVICE_KEY',
  'aws-parameter-store': 'asked 1: /app/SERVICE_KEY',
  'azure-key-vault': 'asked 1: sample.vault.azure.net SERVICE-KEY',
  'google-secret-manager': 'asked 1: sample-project SERVICE_KEY latest',
};

describe('helpers of C#', function () {
  this.timeout(120_000);

  it('are there for Vault and Infisical, and for the managers that have a library of their makers', () => {
    assert.deepEqual(managersOf('cs').toSorted(), ['vault', 'infisical', ...Object.keys(answers)].toSorted());
  });

  for (const [manager, expected] of Object.entries(answers)) {
    it(`ask ${manager} once, and tell what failed`, async function () {
      if (!isInstalled('mcs') || !isInstalled('mono')) this.skip();
      const id = managersOf('cs').find(each => each === manager);
      assert.ok(id);
      const files = await sampleProject(sampleAddresses[id], 'cs');
      const folder = temporaryFolder({ ...files, 'StandIns.cs': standIns, 'Main.cs': mainFor(manager.startsWith('aws-')) });
      // CS1998: of the host, which awaits nothing where the helper answers at once.
      run(
        'mcs',
        ['-langversion:7', '-warnaserror', '-nowarn:1998', '-out:main.exe', 'Main.cs', 'StandIns.cs', ...Object.keys(files)],
        folder,
      );
      const [first, again, ...failures] = run('mono', ['main.exe'], folder).trim().split('\n');
      assert.deepEqual([first, again], [expected, expected]);
      assert.match(failures[0] ?? '', /^The secret NONE cannot be read from [\w ]+: no access$/);
      assert.match(failures[1] ?? '', /^The secret EMPTY is empty, or no text$/);
    });
  }
});

function mainFor(later: boolean): string {
  const call = later ? 'AppSecrets.GetAsync(name).GetAwaiter().GetResult()' : 'AppSecrets.Get(name)';
  return `
using System;

static class Program
{
    static void Main()
    {
        Environment.SetEnvironmentVariable("GOOGLE_CLOUD_PROJECT", "sample-project");
        Environment.SetEnvironmentVariable("AZURE_KEY_VAULT_URL", "https://sample.vault.azure.net");
        Console.WriteLine(Host.Key().GetAwaiter().GetResult());
        Console.WriteLine(Host.Key().GetAwaiter().GetResult());
        foreach (var name in new[] { "NONE", "EMPTY" })
        {
            try { ${call}; } catch (InvalidOperationException error) { Console.WriteLine(error.Message); }
        }
    }
}
`;
}
