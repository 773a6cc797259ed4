// How Java reads each manager: what it imports, and a method `ask`.

import type { HelperSources } from '../helper-language.ts';

const setting = `
private static String setting(String name) {
    String value = System.getenv(name);
    if (value == null || value.isEmpty()) {
        throw new IllegalStateException(name + " is not set");
    }
    return value;
}
`;

/** The others have no library for Java: their commands start programs with their secrets. */
export const javaSources: HelperSources = {
  // HashiCorp has no client for Java; this one goes by VAULT_ADDR and VAULT_TOKEN, too. https://github.com/jopenlibs/vault-java-driver
  vault: {
    packages: ['io.github.jopenlibs:vault-java-driver'],
    imports: [
      'io.github.jopenlibs.vault.Vault',
      'io.github.jopenlibs.vault.VaultConfig',
      'io.github.jopenlibs.vault.VaultException',
      'io.github.jopenlibs.vault.response.LogicalResponse',
    ],
    text: `
private static String ask(String name) throws VaultException {
    String path = name.substring(0, name.lastIndexOf('#'));
    String field = name.substring(name.lastIndexOf('#') + 1);
    // The two versions of the engine keep a secret in different places.
    var answer = read(path, 2);
    if (answer.getRestResponse().getStatus() == 404) {
        answer = read(path, 1);
    }
    if (answer.getRestResponse().getStatus() != 200) {
        throw new VaultException("HTTP " + answer.getRestResponse().getStatus());
    }
    return answer.getData().get(field);
}

private static LogicalResponse read(String path, int version) throws VaultException {
    return Vault.create(new VaultConfig().build(), version).logical().read(path);
}
`,
  },
  // https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/java_secretsmanager_code_examples.html
  'aws-secrets-manager': {
    packages: ['software.amazon.awssdk:secretsmanager'],
    imports: ['software.amazon.awssdk.services.secretsmanager.SecretsManagerClient'],
    text: `
private static String ask(String name) {
    try (SecretsManagerClient client = SecretsManagerClient.create()) {
        return client.getSecretValue(request -> request.secretId(name)).secretString();
    }
}
`,
  },
  // https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/java_ssm_code_examples.html
  'aws-parameter-store': {
    packages: ['software.amazon.awssdk:ssm'],
    imports: ['software.amazon.awssdk.services.ssm.SsmClient'],
    text: `
private static String ask(String name) {
    try (SsmClient client = SsmClient.create()) {
        return client.getParameter(request -> request.name(name).withDecryption(true)).parameter().value();
    }
}
`,
  },
  // https://learn.microsoft.com/java/api/overview/azure/security-keyvault-secrets-readme
  'azure-key-vault': {
    packages: ['com.azure:azure-security-keyvault-secrets', 'com.azure:azure-identity'],
    imports: ['com.azure.identity.DefaultAzureCredentialBuilder', 'com.azure.security.keyvault.secrets.SecretClientBuilder'],
    text: `
private static String ask(String name) {
    return new SecretClientBuilder()
            .vaultUrl(setting("AZURE_KEY_VAULT_URL"))
            .credential(new DefaultAzureCredentialBuilder().build())
            .buildClient()
            .getSecret(name)
            .getValue();
}
${setting}`,
  },
  // https://cloud.google.com/java/docs/reference/google-cloud-secretmanager/latest/overview
  'google-secret-manager': {
    packages: ['com.google.cloud:google-cloud-secretmanager'],
    imports: [
      'com.google.cloud.secretmanager.v1.SecretManagerServiceClient',
      'com.google.cloud.secretmanager.v1.SecretVersionName',
      'java.io.IOException',
    ],
    text: `
private static String ask(String name) throws IOException {
    try (SecretManagerServiceClient client = SecretManagerServiceClient.create()) {
        SecretVersionName version = SecretVersionName.of(setting("GOOGLE_CLOUD_PROJECT"), name, "latest");
        return client.accessSecretVersion(version).getPayload().getData().toStringUtf8();
    }
}
${setting}`,
  },
};
