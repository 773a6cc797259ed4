// How PHP reads each manager: what it uses, and a method `ask`.

import type { HelperSources } from '../helper-language.ts';

const setting = `
private static function setting(string $name): string
{
    return getenv($name) ?: throw new \\RuntimeException("{$name} is not set");
}
`;

/** No function takes what proves who asks, so that no stack trace can show it: a closure makes it. */
const request = `
private static function request(string $url, \\Closure $options): array
{
    $usual = ['follow_location' => 0, 'ignore_errors' => true, 'timeout' => 30];
    $stream = @fopen($url, 'r', false, stream_context_create(['http' => $options() + $usual]));
    if ($stream === false) {
        throw new \\RuntimeException('there is no answer from ' . parse_url($url, PHP_URL_HOST));
    }
    $status = stream_get_meta_data($stream)['wrapper_data'][0];
    if (!preg_match('/^HTTP\\S+ 200\\b/', $status)) {
        throw new \\RuntimeException($status);
    }
    return json_decode(stream_get_contents($stream), true, flags: JSON_THROW_ON_ERROR);
}
`;

/** The others have no library for PHP that their makers keep. */
export const phpSources: HelperSources = {
  // HashiCorp has no client for PHP: PHP's own streams ask. No function takes the token, so that no stack trace can show it, and no
  // redirect is followed that would carry it elsewhere. https://developer.hashicorp.com/vault/api-docs
  vault: {
    packages: [],
    imports: [],
    text: `
private static function ask(string $name): mixed
{
    [$path, $field] = explode('#', $name, 2);
    // The two versions of the engine keep a secret in different places.
    $mount = self::request("sys/internal/ui/mounts/{$path}");
    if (($mount['options']['version'] ?? '') !== '2') {
        return self::request($path)[$field] ?? null;
    }
    $below = substr($path, strlen($mount['path']));
    return self::request("{$mount['path']}data/{$below}")['data'][$field] ?? null;
}

private static function request(string $path): array
{
    $url = rtrim(self::setting('VAULT_ADDR'), '/') . '/v1/' . str_replace('%2F', '/', rawurlencode($path));
    $file = (getenv('HOME') ?: getenv('USERPROFILE')) . '/.vault-token';
    $token = getenv('VAULT_TOKEN') ?: (is_file($file) ? trim(file_get_contents($file)) : self::setting('VAULT_TOKEN'));
    $namespace = getenv('VAULT_NAMESPACE') ?: '';
    $stream = @fopen($url, 'r', false, stream_context_create([
        'http' => [
            'header' => ["X-Vault-Token: {$token}", ...($namespace === '' ? [] : ["X-Vault-Namespace: {$namespace}"])],
            'follow_location' => 0,
            'ignore_errors' => true,
            'timeout' => 30,
        ],
        'ssl' => getenv('VAULT_CACERT') ? ['cafile' => getenv('VAULT_CACERT')] : [],
    ]));
    if ($stream === false) {
        throw new \\RuntimeException('there is no answer from VAULT_ADDR');
    }
    $status = stream_get_meta_data($stream)['wrapper_data'][0];
    if (!preg_match('/^HTTP\\S+ 200\\b/', $status)) {
        throw new \\RuntimeException($status);
    }
    return json_decode(stream_get_contents($stream), true, flags: JSON_THROW_ON_ERROR)['data'];
}
${setting}`,
  },
  // https://docs.aws.amazon.com/aws-sdk-php/v3/api/api-secretsmanager-2017-10-17.html#getsecretvalue
  'aws-secrets-manager': {
    packages: ['aws/aws-sdk-php'],
    imports: ['Aws\\SecretsManager\\SecretsManagerClient'],
    text: `
private static function ask(string $name): mixed
{
    return (new SecretsManagerClient([]))->getSecretValue(['SecretId' => $name])['SecretString'];
}
`,
  },
  // https://docs.aws.amazon.com/aws-sdk-php/v3/api/api-ssm-2014-11-06.html#getparameter
  'aws-parameter-store': {
    packages: ['aws/aws-sdk-php'],
    imports: ['Aws\\Ssm\\SsmClient'],
    text: `
private static function ask(string $name): mixed
{
    return (new SsmClient([]))->getParameter(['Name' => $name, 'WithDecryption' => true])['Parameter']['Value'];
}
`,
  },
  // Microsoft keeps no client for PHP: PHP's own streams ask. As above, no function takes a token or a client's secret.
  // https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
  // https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
  // https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
  'azure-key-vault': {
    packages: [],
    imports: [],
    text: `
private static function ask(string $name): mixed
{
    $vault = rtrim(self::setting('AZURE_KEY_VAULT_URL'), '/');
    $resource = 'https://' . preg_replace('/^[^.]+\\./', '', parse_url($vault, PHP_URL_HOST));
    $answer = self::request("{$vault}/secrets/{$name}?api-version=7.4", static fn (): array => [
        'header' => ['Authorization: Bearer ' . self::token($resource)],
    ]);
    return $answer['value'] ?? null;
}

/** Of the application that the environment names, else of the machine. */
private static function token(string $resource): string
{
    $file = getenv('AZURE_FEDERATED_TOKEN_FILE') ?: '';
    $secret = getenv('AZURE_CLIENT_SECRET') ?: '';
    if ($secret !== '') {
        return self::login($resource, static fn (): array => ['client_secret' => $secret]);
    }
    if ($file !== '') {
        return self::login($resource, static fn (): array => [
            'client_assertion_type' => 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            'client_assertion' => file_get_contents($file),
        ]);
    }
    $endpoint = getenv('IDENTITY_ENDPOINT') ?: '';
    $place = $endpoint === '' ? 'http://169.254.169.254/metadata/identity/oauth2/token' : $endpoint;
    $query = http_build_query([
        'api-version' => $endpoint === '' ? '2018-02-01' : '2019-08-01',
        'resource' => $resource,
        'client_id' => getenv('AZURE_CLIENT_ID') ?: null,
    ]);
    return self::request("{$place}?{$query}", static fn (): array => [
        'header' => [$endpoint === '' ? 'Metadata: true' : 'X-IDENTITY-HEADER: ' . self::setting('IDENTITY_HEADER')],
    ])['access_token'];
}

private static function login(string $resource, \\Closure $proof): string
{
    $host = rtrim(getenv('AZURE_AUTHORITY_HOST') ?: 'https://login.microsoftonline.com', '/');
    $tenant = self::setting('AZURE_TENANT_ID');
    return self::request("{$host}/{$tenant}/oauth2/v2.0/token", static fn (): array => [
        'method' => 'POST',
        'header' => ['Content-Type: application/x-www-form-urlencoded'],
        'content' => http_build_query($proof() + [
            'grant_type' => 'client_credentials',
            'client_id' => self::setting('AZURE_CLIENT_ID'),
            'scope' => "{$resource}/.default",
        ]),
    ])['access_token'];
}
${request}${setting}`,
  },
  // https://cloud.google.com/php/docs/reference/cloud-secret-manager/latest
  'google-secret-manager': {
    packages: ['google/cloud-secret-manager'],
    imports: [
      'Google\\Cloud\\SecretManager\\V1\\AccessSecretVersionRequest',
      'Google\\Cloud\\SecretManager\\V1\\Client\\SecretManagerServiceClient',
    ],
    text: `
private static function ask(string $name): mixed
{
    $version = SecretManagerServiceClient::secretVersionName(self::setting('GOOGLE_CLOUD_PROJECT'), $name, 'latest');
    $answer = (new SecretManagerServiceClient())->accessSecretVersion(AccessSecretVersionRequest::build($version));
    return $answer->getPayload()->getData();
}
${setting}`,
  },
  // PHP's own streams ask, as above. https://infisical.com/docs/api-reference/endpoints/secrets/read
  infisical: {
    packages: [],
    imports: [],
    text: `
private static function ask(string $name): mixed
{
    $slash = (int) strrpos($name, '/');
    $query = http_build_query([
        'projectId' => self::setting('INFISICAL_PROJECT_ID'),
        'environment' => self::setting('INFISICAL_ENVIRONMENT'),
        'secretPath' => '/' . trim(substr($name, 0, $slash), '/'),
    ]);
    $key = rawurlencode(ltrim(substr($name, $slash), '/'));
    $answer = self::request(self::site() . "/api/v4/secrets/{$key}?{$query}", static fn (): array => [
        'header' => ['Authorization: Bearer ' . self::token()],
    ]);
    return $answer['secret']['secretValue'] ?? null;
}

private static function token(): string
{
    return self::request(self::site() . '/api/v1/auth/universal-auth/login', static fn (): array => [
        'method' => 'POST',
        'header' => ['Content-Type: application/json'],
        'content' => json_encode([
            'clientId' => self::setting('INFISICAL_UNIVERSAL_AUTH_CLIENT_ID'),
            'clientSecret' => self::setting('INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET'),
        ]),
    ])['accessToken'];
}

private static function site(): string
{
    return rtrim(getenv('INFISICAL_API_URL') ?: 'https://app.infisical.com', '/');
}
${request}${setting}`,
  },
};
