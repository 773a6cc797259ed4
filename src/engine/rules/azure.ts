// Microsoft Azure and Microsoft 365: connection strings, signatures, Entra secrets, webhooks, keys known by their name.

import { contextRule } from './context-rule.ts';
import type { Rule } from './rule.ts';
import { anyUuid } from './shapes.ts';

const learn = 'https://learn.microsoft.com/en-us/azure/';
const openaiPage = 'https://learn.microsoft.com/en-us/azure/ai-services/openai/reference';

/** Names of anybody's tokens: that this one is Azure DevOps', a package or an address in the text says. */
const plainNames = ['personal_access_token', 'access_token', 'azure_token', 'azure_pat', 'auth_token'];
const startsPlainly = /^(?:personal|access|auth|azure[_. -]?(?:token|pat))/i;
const devOps = ['azure-devops', 'azure.devops', 'azuredevops', 'dev.azure.com', 'visualstudio.com', 'vsts', 'teamfoundation'];

export const azureRules: readonly Rule[] = [
  {
    id: 'azure-storage-account-key',
    title: 'Azure Storage account key',
    provider: 'azure',
    kind: 'secret',
    variable: 'AZURE_STORAGE_KEY',
    keywords: ['accountkey='],
    pattern: /[Aa]ccount[Kk]ey=(?<secret>[A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])/d,
    confidence: 'certain',
    minEntropy: 4,
    source: `${learn}storage/common/storage-configure-connection-string`,
  },
  {
    id: 'azure-shared-access-key',
    title: 'Azure shared access key',
    provider: 'azure',
    kind: 'secret',
    variable: 'AZURE_SHARED_ACCESS_KEY',
    keywords: ['sharedaccesskey='],
    pattern: /[Ss]hared[Aa]ccess[Kk]ey=(?<secret>[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/d,
    confidence: 'certain',
    minEntropy: 3.5,
    source: `${learn}service-bus-messaging/service-bus-sas`,
  },
  {
    id: 'azure-app-configuration-key',
    title: 'Azure App Configuration key',
    provider: 'azure',
    kind: 'secret',
    variable: 'AZURE_APPCONFIG_CONNECTION_STRING',
    keywords: ['.azconfig.io'],
    pattern: /\.azconfig\.io;Id=[A-Za-z0-9+/:=-]{4,80};Secret=(?<secret>[A-Za-z0-9+/]{36,100}={0,2})(?![A-Za-z0-9+/=])/d,
    confidence: 'certain',
    source: `${learn}azure-app-configuration/howto-best-practices`,
  },
  {
    id: 'azure-sas-signature',
    title: 'Azure shared access signature',
    provider: 'azure',
    kind: 'token',
    variable: 'AZURE_STORAGE_SAS_TOKEN',
    keywords: ['sig='],
    pattern: /(?<=[?&;"'\s])sig=(?<secret>[A-Za-z0-9%+/]{43,75}(?:%3[Dd]|=))(?![A-Za-z0-9%+/=])/d,
    confidence: 'certain',
    minEntropy: 3.5,
    check: ({ near }) => (near('sv=') && near('se=') ? { confidence: 'certain' } : undefined),
    source: `${learn}storage/common/storage-sas-overview`,
  },
  {
    id: 'azure-entra-client-secret',
    title: 'Microsoft Entra client secret',
    provider: 'azure',
    kind: 'secret',
    variable: 'AZURE_CLIENT_SECRET',
    keywords: ['0q~', '1q~', '2q~', '3q~', '4q~', '5q~', '6q~', '7q~', '8q~', '9q~'],
    before: 3,
    pattern: /(?<![A-Za-z0-9_~.-])(?<secret>[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![A-Za-z0-9_~-])/d,
    confidence: 'certain',
    minEntropy: 3.3,
    source: 'https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials',
  },
  contextRule({
    id: 'azure-openai-key',
    title: 'Azure OpenAI key',
    provider: 'azure',
    kind: 'secret',
    variable: 'AZURE_OPENAI_API_KEY',
    words: ['azure_openai', 'azure_open_ai', 'azure_oai', 'aoai', 'openai'],
    shape: /[0-9a-f]{32}/,
    check: ({ match, near, mentions }) =>
      /azure|aoai/i.test(match) || near('.openai.azure.com') || mentions('azureopenai') || mentions('.openai.azure.com')
        ? { confidence: 'certain' }
        : undefined,
    source: openaiPage,
  }),
  contextRule({
    id: 'azure-ai-services-key',
    title: 'Azure AI services key',
    provider: 'azure',
    kind: 'secret',
    variable: 'AZURE_AI_SERVICES_KEY',
    words: [
      'ocp_apim_subscription',
      'cognitive',
      'azure_speech',
      'speech_key',
      'azure_translator',
      'azure_vision',
      'azure_language',
      'azure_cognitive',
      'text_analytics',
      'azure_face',
      'azure_subscription_key',
      'azure_maps',
      'azure_ai_services',
    ],
    shape: /[0-9a-f]{32}/,
    source: `${learn}ai-services/authentication`,
  }),
  contextRule({
    id: 'azure-client-secret-by-name',
    title: 'Microsoft Entra client secret (by name)',
    provider: 'azure',
    kind: 'secret',
    variable: 'AZURE_CLIENT_SECRET',
    words: ['azure_client', 'arm_client', 'aad_client', 'azure_ad', 'entra_client', 'msal', 'azuread'],
    shape: /[A-Za-z0-9_~.+/=?@[\]*:-]{32,44}/,
    telling: /secret|password/i,
    minEntropy: 3.5,
    // Names of other settings stand in lists beside this one's: a secret has small and capital letters and digits.
    check: ({ secret }) => (/[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret) ? { confidence: 'likely' } : undefined),
    source: 'https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials',
  }),
  contextRule({
    id: 'azure-devops-token',
    title: 'Azure DevOps personal access token',
    provider: 'azure',
    kind: 'classic',
    variable: 'AZURE_DEVOPS_EXT_PAT',
    words: ['azure_devops', 'azuredevops', 'azdo', 'vsts', 'ado_pat', 'ado_token', 'system_accesstoken', ...plainNames],
    shape: /[a-z2-7]{52}/,
    telling: /pat|token|pass|key|secret/i,
    confidence: 'certain',
    check: ({ match, mentions }) => (!startsPlainly.test(match) || devOps.some(mentions) ? { confidence: 'certain' } : undefined),
    source: 'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
  }),
  {
    id: 'microsoft-teams-webhook',
    title: 'Microsoft Teams webhook address',
    provider: 'microsoft',
    kind: 'webhook',
    variable: 'TEAMS_WEBHOOK_URL',
    keywords: ['.webhook.office.com/', 'outlook.office.com/webhook/'],
    before: 70,
    pattern: new RegExp(
      `(?<![A-Za-z0-9])(?<secret>https://(?:[a-z0-9-]{1,60}\\.webhook\\.office\\.com/webhookb2|outlook\\.office\\.com/webhook)/${anyUuid.source}@${anyUuid.source}/IncomingWebhook/[0-9a-f]{32}/${anyUuid.source}(?:/[A-Za-z0-9_-]{1,60})?)`,
      'd',
    ),
    confidence: 'certain',
    source: 'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
  },
  {
    id: 'power-automate-webhook',
    title: 'Power Automate or Logic Apps trigger address',
    provider: 'microsoft',
    kind: 'webhook',
    variable: 'WORKFLOW_WEBHOOK_URL',
    keywords: ['/triggers/manual/paths/invoke?'],
    pattern: /\/triggers\/manual\/paths\/invoke\?[A-Za-z0-9%=&;._-]{10,120}sig=(?<secret>[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/d,
    confidence: 'certain',
    source: `${learn}logic-apps/logic-apps-securing-a-logic-app`,
  },
];
