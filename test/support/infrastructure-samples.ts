// Made-up credentials of servers, devices and tools. Made at run time from a seed, like those of credential-samples.ts.

import { base64, characters, letters, type Maker, value, within } from './sample-makers.ts';
import type { SeededRandom } from './seeded-random.ts';

const hex = '0123456789abcdef';

/** 32 bytes in base64. */
const key = (random: SeededRandom): string => `${characters(random, base64, 42)}A=`;

/** What somebody makes up: words are no secrets of a network. */
const chosen = (random: SeededRandom): string =>
  `${random.pick(['Harbour', 'Window', 'Orchard', 'Lantern'])}${random.pick(['Sunday', 'River', 'Copper', 'Maple'])}${1000 + random.below(9000)}`;

const uuid = (random: SeededRandom): string => [8, 4, 4, 4, 12].map(length => characters(random, hex, length)).join('-');

/** Veiled as WebSphere does it. */
const veiled = (random: SeededRandom): string =>
  Buffer.from(Array.from(characters(random, letters, 12), character => character.charCodeAt(0) ^ 0x5f)).toString('base64');

/** By rule id. */
export const infrastructureSamples: Readonly<Record<string, Maker>> = {
  'account-file-password': within(
    value(14),
    secret => `# Secrets for authentication using CHAP\n# client server secret\ndeploy * ${secret} *\n`,
  ),
  'generic-setting-password': within(value(14), secret => `auth_opt_pg_password ${secret}\n`),
  'generic-setting-key': within(value(32), secret => `OIDCClientSecret ${secret}\n`),
  'network-device-password': within(value(14), secret => ` ip ospf message-digest-key 1 md5 ${secret}\n`),
  'generic-setting-secret': within(chosen, secret => `client office {\n  secret = ${secret}\n}\n`),
  'tsig-key': within(key, secret => `nsupdate -y hmac-sha256:ddns:${secret} update.txt`),
  'gossip-encryption-key': within(key, secret => `encrypt = "${secret}"`),
  'consul-acl-token': within(uuid, secret => `acl {\n  tokens {\n    agent = "${secret}"\n  }\n}`),
  'secret-salt': within(value(40), secret => `$settings['hash_salt'] = '${secret}';`),
  'omniauth-secret': within(value(40), secret => `provider :github, 'shop', '${secret}'`),
  'composer-token': within(value(32), secret => `{"bearer": {"packages.internal": "${secret}"}}`),
  'machine-key': within(
    random => characters(random, '0123456789ABCDEF', 64),
    secret => `<machineKey validationKey="${secret}"/>`,
  ),
  'caddy-dns-token': within(value(40), secret => `tls {\n  dns cloudflare ${secret}\n}`),
  'secure-string-value': within(value(14), secret => `"adminPassword": { "type": "securestring", "defaultValue": "${secret}" }`),
  'credential-value': within(value(14), secret => `{"type": "password", "value": "${secret}"}`),
  'parameter-value': within(value(14), secret => `[{"ParameterKey": "DBPassword", "ParameterValue": "${secret}"}]`),
  'erlang-term-password': within(value(14), secret => `[{rabbit, [{default_pass, <<"${secret}">>}]}].`),
  'xor-password': within(veiled, secret => `password="{xor}${secret}"`),
  'clear-text-credential': within(value(14), secret => `<credential-reference clear-text="${secret}"/>`),
  'jaas-user-password': within(value(14), secret => `PlainLoginModule required\n  user_deploy="${secret}";`),
  'user-and-password': within(value(14), secret => `basicAuth: deploy:${secret}\n`),
  'user-option-password': within(chosen, secret => `tool -u deploy -p ${secret} list`),
  'piped-password': within(value(14), secret => `"${secret}" | ConvertTo-SecureString -AsPlainText -Force`),
  'sql-credential-secret': within(value(14), secret => `CREATE CREDENTIAL backup WITH IDENTITY = 'deploy', SECRET = '${secret}';`),
  'robot-variable': within(value(14), secret => `\${PASSWORD}    ${secret}\n`),
  'robot-password': within(value(14), secret => `    Input Password    id:password    ${secret}\n`),
  'pagerduty-routing-key': within(
    random => characters(random, hex, 32),
    secret => `{"routing_key": "${secret}"}`,
  ),
  'conda-channel-token': within(uuid, secret => `https://conda.anaconda.org/t/${secret}/shop`),
};
