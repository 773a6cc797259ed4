// How Go reads each manager: the imports, and a function `readSecret`.

import type { HelperSources } from '../helper-language.ts';

const setting = `
func setting(name string) (string, error) {
	value := os.Getenv(name)
	if value == "" {
		return "", fmt.Errorf("%s is not set", name)
	}
	return value, nil
}
`;

/** Doppler has no library: its command starts programs with its secrets. */
export const goSources: HelperSources = {
  // https://pkg.go.dev/github.com/hashicorp/vault/api · https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2
  vault: {
    packages: ['github.com/hashicorp/vault/api'],
    imports: ['"errors"', '"os"', '"path/filepath"', '"strings"', 'vault "github.com/hashicorp/vault/api"'],
    text: `
func readSecret(ctx context.Context, name string) (string, error) {
	client, err := newClient()
	if err != nil {
		return "", err
	}
	path, field, _ := strings.Cut(name, "#")
	// The two versions of the engine keep a secret in different places.
	mount, err := ask(ctx, client, "sys/internal/ui/mounts/"+path)
	if err != nil {
		return "", err
	}
	options, _ := mount["options"].(map[string]any)
	prefix, _ := mount["path"].(string)
	isVersioned := options["version"] == "2"
	if isVersioned {
		path = prefix + "data/" + strings.TrimPrefix(path, prefix)
	}
	fields, err := ask(ctx, client, path)
	if err != nil {
		return "", err
	}
	if isVersioned {
		fields, _ = fields["data"].(map[string]any)
	}
	value, ok := fields[field].(string)
	if !ok {
		return "", fmt.Errorf("it has no field %s", field)
	}
	return value, nil
}

func ask(ctx context.Context, client *vault.Client, path string) (map[string]any, error) {
	answer, err := client.Logical().ReadWithContext(ctx, path)
	if err != nil {
		return nil, err
	}
	if answer == nil {
		return nil, errors.New("it is not there")
	}
	return answer.Data, nil
}

// newClient is configured by VAULT_ADDR, VAULT_TOKEN and the like, or the token that "vault login" has written.
func newClient() (*vault.Client, error) {
	client, err := vault.NewClient(vault.DefaultConfig())
	if err != nil || client.Token() != "" {
		return client, err
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return nil, err
	}
	token, err := os.ReadFile(filepath.Join(home, ".vault-token"))
	if err != nil {
		return nil, errors.New("VAULT_TOKEN is not set")
	}
	client.SetToken(strings.TrimSpace(string(token)))
	return client, nil
}
`,
  },
  // https://pkg.go.dev/github.com/aws/aws-sdk-go-v2/service/secretsmanager
  'aws-secrets-manager': {
    packages: ['github.com/aws/aws-sdk-go-v2/config', 'github.com/aws/aws-sdk-go-v2/service/secretsmanager'],
    imports: ['"errors"', '"github.com/aws/aws-sdk-go-v2/config"', '"github.com/aws/aws-sdk-go-v2/service/secretsmanager"'],
    text: `
func readSecret(ctx context.Context, name string) (string, error) {
	account, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return "", err
	}
	answer, err := secretsmanager.NewFromConfig(account).GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &name})
	if err != nil {
		return "", err
	}
	if answer.SecretString == nil {
		return "", errors.New("it is no text")
	}
	return *answer.SecretString, nil
}
`,
  },
  // https://pkg.go.dev/github.com/aws/aws-sdk-go-v2/service/ssm
  'aws-parameter-store': {
    packages: ['github.com/aws/aws-sdk-go-v2/config', 'github.com/aws/aws-sdk-go-v2/service/ssm'],
    imports: ['"errors"', '"github.com/aws/aws-sdk-go-v2/config"', '"github.com/aws/aws-sdk-go-v2/service/ssm"'],
    text: `
func readSecret(ctx context.Context, name string) (string, error) {
	account, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return "", err
	}
	decrypt := true
	answer, err := ssm.NewFromConfig(account).GetParameter(ctx, &ssm.GetParameterInput{Name: &name, WithDecryption: &decrypt})
	if err != nil {
		return "", err
	}
	if answer.Parameter == nil || answer.Parameter.Value == nil {
		return "", errors.New("it has no value")
	}
	return *answer.Parameter.Value, nil
}
`,
  },
  // https://pkg.go.dev/github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets
  'azure-key-vault': {
    packages: ['github.com/Azure/azure-sdk-for-go/sdk/azidentity', 'github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets'],
    imports: [
      '"errors"',
      '"os"',
      '"github.com/Azure/azure-sdk-for-go/sdk/azidentity"',
      '"github.com/Azure/azure-sdk-for-go/sdk/security/keyvault/azsecrets"',
    ],
    text: `
func readSecret(ctx context.Context, name string) (string, error) {
	vault, err := setting("AZURE_KEY_VAULT_URL")
	if err != nil {
		return "", err
	}
	credential, err := azidentity.NewDefaultAzureCredential(nil)
	if err != nil {
		return "", err
	}
	client, err := azsecrets.NewClient(vault, credential, nil)
	if err != nil {
		return "", err
	}
	answer, err := client.GetSecret(ctx, name, "", nil)
	if err != nil {
		return "", err
	}
	if answer.Value == nil {
		return "", errors.New("it has no value")
	}
	return *answer.Value, nil
}
${setting}`,
  },
  // https://pkg.go.dev/cloud.google.com/go/secretmanager/apiv1
  'google-secret-manager': {
    packages: ['cloud.google.com/go/secretmanager'],
    imports: [
      '"os"',
      'secretmanager "cloud.google.com/go/secretmanager/apiv1"',
      '"cloud.google.com/go/secretmanager/apiv1/secretmanagerpb"',
    ],
    text: `
func readSecret(ctx context.Context, name string) (string, error) {
	project, err := setting("GOOGLE_CLOUD_PROJECT")
	if err != nil {
		return "", err
	}
	client, err := secretmanager.NewClient(ctx)
	if err != nil {
		return "", err
	}
	defer client.Close()
	answer, err := client.AccessSecretVersion(ctx, &secretmanagerpb.AccessSecretVersionRequest{
		Name: "projects/" + project + "/secrets/" + name + "/versions/latest",
	})
	if err != nil {
		return "", err
	}
	return string(answer.GetPayload().GetData()), nil
}
${setting}`,
  },
  // https://developer.1password.com/docs/sdks/load-secrets/
  '1password': {
    packages: ['github.com/1password/onepassword-sdk-go'],
    imports: ['"os"', '"github.com/1password/onepassword-sdk-go"'],
    text: `
func readSecret(ctx context.Context, name string) (string, error) {
	token, err := setting("OP_SERVICE_ACCOUNT_TOKEN")
	if err != nil {
		return "", err
	}
	client, err := onepassword.NewClient(ctx,
		onepassword.WithServiceAccountToken(token),
		onepassword.WithIntegrationInfo("secrets helper", "v1.0.0"),
	)
	if err != nil {
		return "", err
	}
	return client.Secrets().Resolve(ctx, name)
}
${setting}`,
  },
  // https://infisical.com/docs/sdks/languages/go
  infisical: {
    packages: ['github.com/infisical/go-sdk'],
    imports: ['"os"', '"strings"', 'infisical "github.com/infisical/go-sdk"'],
    text: `
func readSecret(ctx context.Context, name string) (string, error) {
	settings := map[string]string{}
	for _, variable := range []string{"INFISICAL_UNIVERSAL_AUTH_CLIENT_ID", "INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET", "INFISICAL_PROJECT_ID", "INFISICAL_ENVIRONMENT"} {
		value, err := setting(variable)
		if err != nil {
			return "", err
		}
		settings[variable] = value
	}
	refresh := false
	client := infisical.NewInfisicalClient(ctx, infisical.Config{SiteUrl: os.Getenv("INFISICAL_API_URL"), AutoTokenRefresh: &refresh})
	if _, err := client.Auth().UniversalAuthLogin(settings["INFISICAL_UNIVERSAL_AUTH_CLIENT_ID"], settings["INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET"]); err != nil {
		return "", err
	}
	slash := strings.LastIndex(name, "/")
	secret, err := client.Secrets().Retrieve(infisical.RetrieveSecretOptions{
		ProjectID:   settings["INFISICAL_PROJECT_ID"],
		Environment: settings["INFISICAL_ENVIRONMENT"],
		SecretPath:  "/" + strings.Trim(name[:slash+1], "/"),
		SecretKey:   name[slash+1:],
	})
	if err != nil {
		return "", err
	}
	return secret.SecretValue, nil
}
${setting}`,
  },
};
