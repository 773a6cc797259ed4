// Keys that are just `sk-` and a random run: a dozen services issue them, and only the surroundings tell which.
// The variable's name is the strongest word, then a host or name close by, then one anywhere in the file.

import { providerById } from './providers.ts';
import type { MatchContext, Provider, Rule, Verdict } from './rule.ts';
import { tokenRule } from './token-rule.ts';

/** Issuers of bare `sk-` keys, the telling ones before OpenAI: everybody's client is called after OpenAI's. */
const issuers = [
  { provider: 'deepseek', title: 'DeepSeek API key', source: 'https://api-docs.deepseek.com/' },
  { provider: 'moonshot', title: 'Moonshot AI (Kimi) API key', source: 'https://platform.moonshot.ai/docs/api/chat' },
  { provider: 'dashscope', title: 'Alibaba DashScope API key', source: 'https://www.alibabacloud.com/help/en/model-studio/get-api-key' },
  { provider: 'siliconflow', title: 'SiliconFlow API key', source: 'https://docs.siliconflow.com/en/userguide/quickstart' },
  { provider: 'xroute', title: 'XRoute API key', source: 'https://xroute.ai/' },
  { provider: 'openclaw', title: 'OpenClaw API key', source: 'https://docs.openclaw.ai/' },
  { provider: 'stability', title: 'Stability AI API key', source: 'https://platform.stability.ai/docs/api-reference' },
  { provider: 'litellm', title: 'LiteLLM proxy key', source: 'https://docs.litellm.ai/docs/proxy/virtual_keys' },
  { provider: 'aihubmix', title: 'AiHubMix API key', source: 'https://docs.aihubmix.com/en' },
  { provider: 'openai', title: 'OpenAI API key', source: 'https://platform.openai.com/docs/api-reference/authentication' },
] as const;

export const bareSkRules: readonly Rule[] = [
  tokenRule({
    id: 'bare-sk-key',
    title: 'API key of an OpenAI-compatible service',
    provider: 'openai-compatible',
    kind: 'secret',
    head: 'sk-',
    body: /[A-Za-z0-9]{20,100}/,
    confidence: 'likely',
    minEntropy: 3,
    doubts: ['placeholder'],
    check: nameIssuer,
    source: 'https://platform.openai.com/docs/api-reference/authentication',
  }),
  ...issuers.map(issuer => ({
    id: issuerRuleId(issuer.provider),
    title: issuer.title,
    provider: issuer.provider,
    kind: 'secret' as const,
    keywords: [],
    pattern: /(?<secret>sk-[A-Za-z0-9]{20,100})/d,
    confidence: 'likely' as const,
    source: issuer.source,
  })),
];

function issuerRuleId(provider: string): string {
  return `${provider}-api-key`;
}

function nameIssuer(context: MatchContext): Verdict | undefined {
  if (!/\d/.test(context.secret) && !/[a-z]{45}/.test(context.secret)) return undefined;
  if (isFileName(context)) return undefined;
  const issuer = issuerByName(context.name) ?? issuerByText(context.near) ?? issuerByText(context.mentions);
  return issuer ? { confidence: 'certain', ruleId: issuerRuleId(issuer), facts: [`${issuer} is named here`] } : { confidence: 'likely' };
}

/** `translations/sk-….json`: a file of Slovak texts, called after their digest. */
function isFileName({ line, secret }: MatchContext): boolean {
  return /^\.[a-z]{2,5}\b/.test(line.slice(line.indexOf(secret) + secret.length));
}

function issuerByName(name: string): string | undefined {
  const lower = name.toLowerCase();
  return issuers.find(({ provider }) => wordsOf(provider).some(word => lower.includes(word)))?.provider;
}

/** Hosts first: a base URL says where the key goes, a word may only be talk. */
function issuerByText(says: (needle: string) => boolean): string | undefined {
  return (
    issuers.find(({ provider }) => hostsOf(provider).some(says))?.provider ??
    issuers.find(({ provider }) => wordsOf(provider).some(says))?.provider
  );
}

const wordsOf = (provider: string): readonly string[] => known(provider).words ?? [];
const hostsOf = (provider: string): readonly string[] => known(provider).hosts ?? [];

function known(id: string): Provider {
  const provider = providerById(id);
  if (!provider) throw new Error(`The issuer ${id} is not in the list of providers.`);
  return provider;
}
