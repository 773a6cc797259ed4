// The lines in which people write a key down, the likeliest first.

import type { Provider, Rule } from '../../src/engine/rules/rule.ts';

/** Texts that hold the secret in the ways a rule may want it: after its variable, after a keyword, beside another name. */
export function linesFor(rule: Rule, provider: Provider | undefined, secret: string, wholeMatch: string): readonly string[] {
  const special = lines[rule.id];
  if (special) return [special(secret)];
  const names = [rule.variable, provider?.variable, ...rule.keywords.flatMap(namesWith)].filter(name => name !== undefined);
  const word = provider?.words?.[0] ?? provider?.title.toLowerCase() ?? '';
  const assigned = names.map(name => `${name}=${secret}`);
  return [...assigned, ...assigned.map(line => `# ${word}\n${line}`), wholeMatch, `${word}: ${wholeMatch}`];
}

/** Environment variables called after a keyword. */
function namesWith(keyword: string): readonly string[] {
  const word = keyword
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return [word, ...['API_KEY', 'SECRET', 'TOKEN', 'PRIVATE_KEY', 'PASSWORD', 'CLIENT_SECRET', 'SIGNING_KEY'].map(end => `${word}_${end}`)];
}

/** Where a name before an equals sign is not enough. */
const lines: Readonly<Record<string, (secret: string) => string>> = {
  'aws-access-key-pair': secret => `AWS_ACCESS_KEY_ID=${secret}\nAWS_SECRET_ACCESS_KEY=`,
  'aws-access-key': secret => `AWS_TOKEN=${secret}`,
  'azure-sas-signature': secret => `https://account.blob.core.windows.net/box?sv=2024-11-04&se=2030-01-01&sp=r&sig=${secret}`,
  'blynk-client-secret': secret => `curl https://blynk.cloud/oauth2/token -u ${'oa2-client-id_'}our-own-application-id-:${secret}`,
  'docker-registry-auth': secret => `{"auths": {"registry.internal": {"auth": "${secret}"}}}`,
  'thingsboard-device-token': secret => `http://thingsboard.cloud/api/v1/${secret}/telemetry`,
  'kubernetes-secret': secret => `apiVersion: v1\nkind: Secret\ndata:\n  extra: ${secret}\n`,
  'password-hash': secret => `root:${secret}:19000:0:99999:7:::`,
  'twilio-api-key': secret => `TWILIO_TOKEN=${secret}`,
  'google-app-password': secret => `auth: { user: 'shop@gmail.com', pass: '${secret}' }`,
  'browser-password': secret => `driver.find_element(By.ID, "password").send_keys("${secret}")`,
  'key-as-bytes': secret => `var jwtKey = []byte("${secret}")`,
  'url-user-token': secret => `git clone https://${secret}@git.internal.net/acme/shop.git`,
  'make-webhook': secret => `https://hook.eu1.make.com/${secret}`,
  'gcp-service-account-key': secret => `{"type": "service_account", "private_key": "${secret}"}`,
};
