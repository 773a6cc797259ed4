// Azure keys that carry a mark of their service inside, so that they are known wherever they stand.
// https://learn.microsoft.com/en-us/purview/sit-defn-all-creds and the keys' own pages.

import type { MatchContext, Rule, Verdict } from './rule.ts';

interface Mark {
  readonly id: string;
  readonly title: string;
  readonly mark: string;
  /** Alphabet, as the inside of a class, and how many characters stand before the mark. */
  readonly alphabet: string;
  readonly ahead: number;
  readonly tail: string;
  readonly page: string;
}

const base64 = 'A-Za-z0-9+/';
const alnum = 'A-Za-z0-9';
const learn = 'https://learn.microsoft.com/en-us/azure/';

const marks: readonly Mark[] = [
  {
    id: 'azure-storage-key',
    title: 'Azure Storage account key',
    mark: '+ASt',
    alphabet: base64,
    ahead: 76,
    tail: '[A-Za-z0-9+/]{5}[AQgw]==',
    page: 'storage/common/storage-account-keys-manage',
  },
  {
    id: 'azure-batch-key',
    title: 'Azure Batch key',
    mark: '+ABa',
    alphabet: base64,
    ahead: 76,
    tail: '[A-Za-z0-9+/]{5}[AQgw]==',
    page: 'batch/account-key-rotation',
  },
  {
    id: 'azure-ml-key',
    title: 'Azure Machine Learning key',
    mark: '+AMC',
    alphabet: base64,
    ahead: 76,
    tail: '[A-Za-z0-9+/]{5}[AQgw]==',
    page: 'machine-learning/how-to-authenticate-online-endpoint',
  },
  {
    id: 'azure-cosmos-key',
    title: 'Azure Cosmos DB key',
    mark: 'ACDb',
    alphabet: base64,
    ahead: 76,
    tail: '[A-Za-z0-9+/]{5}[AQgw]==',
    page: 'cosmos-db/how-to-rotate-keys',
  },
  {
    id: 'azure-api-management-key',
    title: 'Azure API Management key',
    mark: 'APIM',
    alphabet: base64,
    ahead: 76,
    tail: '[A-Za-z0-9+/]{5}[AQgw]==',
    page: 'api-management/api-management-subscriptions',
  },
  {
    id: 'azure-service-bus-key',
    title: 'Azure Service Bus key',
    mark: '+ASb',
    alphabet: base64,
    ahead: 33,
    tail: '[A-Za-z0-9+/]{6}=',
    page: 'service-bus-messaging/service-bus-sas',
  },
  {
    id: 'azure-event-hubs-key',
    title: 'Azure Event Hubs key',
    mark: '+AEh',
    alphabet: base64,
    ahead: 33,
    tail: '[A-Za-z0-9+/]{6}=',
    page: 'event-hubs/authorize-access-shared-access-signature',
  },
  {
    id: 'azure-relay-key',
    title: 'Azure Relay key',
    mark: '+ARm',
    alphabet: base64,
    ahead: 33,
    tail: '[A-Za-z0-9+/]{6}=',
    page: 'azure-relay/relay-authentication-and-authorization',
  },
  {
    id: 'azure-iot-key',
    title: 'Azure IoT key',
    mark: 'AIoT',
    alphabet: base64,
    ahead: 33,
    tail: '[A-Za-z0-9+/]{6}=',
    page: 'iot-hub/authenticate-authorize-sas',
  },
  {
    id: 'azure-redis-key',
    title: 'Azure Cache for Redis key',
    mark: 'AzCa',
    alphabet: alnum,
    ahead: 33,
    tail: '[A-P][A-Za-z0-9]{5}=',
    page: 'azure-cache-for-redis/cache-configure',
  },
  {
    id: 'azure-search-key',
    title: 'Azure AI Search key',
    mark: 'AzSe',
    alphabet: alnum,
    ahead: 42,
    tail: '[A-D][A-Za-z0-9]{5}',
    page: 'search/search-security-api-keys',
  },
  {
    id: 'azure-container-registry-key',
    title: 'Azure Container Registry password',
    mark: '+ACR',
    alphabet: base64,
    ahead: 42,
    tail: '[A-D][A-Za-z0-9]{5}',
    page: 'container-registry/container-registry-authentication',
  },
  {
    id: 'azure-function-key',
    title: 'Azure Functions key',
    mark: 'AzFu',
    alphabet: 'A-Za-z0-9_-',
    ahead: 44,
    tail: '[A-Za-z0-9_-]{5}[AQgw]==',
    page: 'azure-functions/function-keys-how-to',
  },
];

/** `JQQJ99` after 52 characters begins the common trailer; four letters near its end name the service. */
const serviceCodes: Readonly<Record<string, string>> = { ACOG: 'azure-openai-key', AZDO: 'azure-devops-token' };

const byService = ({ secret }: MatchContext): Verdict => {
  const ruleId = serviceCodes[secret.slice(76, 80)];
  return ruleId ? { confidence: 'certain', ruleId } : { confidence: 'certain' };
};

export const azureIdentifiableRules: readonly Rule[] = [
  {
    id: 'azure-annotated-key',
    title: 'Azure service key',
    provider: 'azure',
    kind: 'secret',
    variable: 'AZURE_API_KEY',
    keywords: ['jqqj9'],
    before: 52,
    pattern: /(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{52}JQQJ9[9D][A-Za-z0-9]{26})(?![A-Za-z0-9])/d,
    confidence: 'certain',
    check: byService,
    source: 'https://learn.microsoft.com/en-us/azure/ai-services/rotate-keys',
  },
  ...marks.map(toRule),
];

function toRule({ id, title, mark, alphabet, ahead, tail, page }: Mark): Rule {
  return {
    id,
    title,
    provider: 'azure',
    kind: 'secret',
    variable: variableOf(id),
    keywords: [mark.toLowerCase()],
    before: ahead,
    pattern: new RegExp(`(?<![${alphabet}])(?<secret>[${alphabet}]{${ahead}}${mark.replace('+', '\\+')}${tail})(?![=${alphabet}])`, 'd'),
    confidence: 'certain',
    minEntropy: 3.5,
    source: learn + page,
  };
}

/** `azure-storage-key` is kept in `AZURE_STORAGE_KEY`. */
function variableOf(id: string): string {
  return id.replaceAll('-', '_').toUpperCase();
}
