// Keys that travel in the addresses of services: in the path of an endpoint, or in a parameter whose name says little by itself.

import { alphabetOf } from '../alphabet.ts';
import { findLongRun } from './long-run-glance.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { hex32 } from './shapes.ts';
import { escapeForPattern } from './token-rule.ts';
import { withPattern } from './with-pattern.ts';

type AddressFormat = Omit<Rule, 'keywords' | 'pattern' | 'confidence' | 'kind'> & {
  /** How the address goes on behind the scheme and whatever names an account: literal, lower case. */
  readonly at: string | readonly string[];
  /** What stands between that and the key, where anything does: bounded. */
  readonly gap?: RegExp;
  /** The key: bounded, case-exact. */
  readonly key: RegExp;
  readonly kind?: Rule['kind'];
};

/** Parameters ahead of the one that holds the key. */
const parameters = /[\w/.-]{0,60}\?(?:[^\s"'`<>?]{0,120}&)?/.source;

export function addressRule({ at, gap, key, kind = 'secret', ...rest }: AddressFormat): Rule {
  const beginnings = typeof at === 'string' ? [at] : at;
  return withPattern(
    { ...rest, kind, confidence: 'certain', keywords: beginnings },
    () => new RegExp(`(?:${beginnings.map(escapeForPattern).join('|')})${gap?.source ?? ''}(?<secret>${key.source})(?![A-Za-z0-9_-])`, 'd'),
  );
}

/** Nodes of blockchains: whoever has the address has the account's quota, or its bill. */
const nodes: readonly Rule[] = [
  addressRule({
    id: 'infura-endpoint-key',
    title: 'Infura API key in an address',
    provider: 'infura',
    at: '.infura.io/',
    gap: /(?:ws\/)?v3\//,
    key: hex32,
    source: 'https://docs.metamask.io/developer-tools/dashboard/how-to/secure-an-api/api-key',
  }),
  addressRule({
    id: 'alchemy-endpoint-key',
    title: 'Alchemy API key in an address',
    provider: 'alchemy',
    at: ['.g.alchemy.com/', '.alchemyapi.io/'],
    gap: /(?:nft\/)?v[1-3]\/(?:ws\/)?/,
    key: /[A-Za-z0-9_-]{32}/,
    source: 'https://www.alchemy.com/docs/create-an-api-key',
  }),
  addressRule({
    id: 'quicknode-endpoint-token',
    title: 'QuickNode token in an address',
    provider: 'quicknode',
    kind: 'token',
    at: '.quiknode.pro/',
    key: /[0-9a-f]{40}/,
    source: 'https://www.quicknode.com/docs/ethereum/endpoint-security',
  }),
  addressRule({
    id: 'ankr-endpoint-key',
    title: 'Ankr API key in an address',
    provider: 'ankr',
    at: 'rpc.ankr.com/',
    gap: /[a-z0-9_]{2,40}\/(?:ws\/)?/,
    key: /[0-9a-f]{64}/,
    source: 'https://www.ankr.com/docs/api-reference/',
  }),
  addressRule({
    id: 'chainstack-endpoint-key',
    title: 'Chainstack key in an address',
    provider: 'chainstack',
    at: ['.p2pify.com/', '.core.chainstack.com/'],
    gap: /(?:ws\/)?/,
    key: hex32,
    source: 'https://docs.chainstack.com/docs/authentication-methods-for-different-scenarios',
  }),
  addressRule({
    id: 'getblock-access-token',
    title: 'GetBlock access token in an address',
    provider: 'getblock',
    kind: 'token',
    at: 'go.getblock.io/',
    key: hex32,
    source: 'https://docs.getblock.io/getting-started/authentication-with-access-tokens',
  }),
  addressRule({
    id: 'tenderly-node-key',
    title: 'Tenderly node access key in an address',
    provider: 'tenderly',
    at: '.gateway.tenderly.co/',
    key: /[A-Za-z0-9]{20,24}/,
    source: 'https://docs.tenderly.co/node-rpc/rpc-reference',
  }),
];

/** Data by subscription. */
const data: readonly Rule[] = [
  addressRule({
    id: 'openweather-appid',
    title: 'OpenWeather API key in an address',
    provider: 'openweather',
    at: 'openweathermap.org/',
    gap: new RegExp(`${parameters}(?:appid|APPID)=`),
    key: hex32,
    source: 'https://openweathermap.org/appid',
  }),
  addressRule({
    id: 'exchangerate-api-key',
    title: 'ExchangeRate-API key in an address',
    provider: 'exchangerate',
    at: 'v6.exchangerate-api.com/v6/',
    key: /[0-9a-f]{24}/,
    source: 'https://www.exchangerate-api.com/docs/standard-requests',
  }),
  addressRule({
    id: 'openexchangerates-app-id',
    title: 'Open Exchange Rates app id in an address',
    provider: 'openexchangerates',
    at: 'openexchangerates.org/api/',
    gap: new RegExp(`${parameters}app_id=`),
    key: hex32,
    source: 'https://docs.openexchangerates.org/docs',
  }),
  addressRule({
    id: 'wolframalpha-appid',
    title: 'Wolfram|Alpha AppID in an address',
    provider: 'wolframalpha',
    at: 'api.wolframalpha.com/v',
    gap: new RegExp(`${parameters}appid=`),
    key: /[A-Z0-9]{6}-[A-Z0-9]{10}/,
    source: 'https://products.wolframalpha.com/api/documentation',
  }),
  addressRule({
    id: 'google-calendar-secret-address',
    title: 'Secret address of a Google calendar',
    provider: 'google',
    kind: 'token',
    variable: 'GOOGLE_CALENDAR_SECRET',
    at: 'calendar.google.com/calendar/ical/',
    gap: /[^\s"'`<>/]{3,120}\/private-/,
    key: hex32,
    source: 'https://support.google.com/calendar/answer/37648',
  }),
];

/** What takes messages from whoever knows its address. */
const receivers: readonly Rule[] = [
  addressRule({
    id: 'azure-function-url-key',
    title: 'Azure Functions key in an address',
    provider: 'azure',
    variable: 'AZURE_FUNCTION_KEY',
    at: '.azurewebsites.net/api/',
    gap: new RegExp(`${parameters}code=`),
    // The older ones: later keys have a mark of their own (azure-identifiable.ts).
    key: /[A-Za-z0-9_/+-]{50,76}(?:={1,2}|(?:%3[Dd]){1,2})?/,
    source: 'https://learn.microsoft.com/azure/azure-functions/function-keys-how-to',
  }),
  addressRule({
    id: 'sumologic-collector-url',
    title: 'Sumo Logic HTTP source address',
    provider: 'sumologic',
    kind: 'webhook',
    variable: 'SUMOLOGIC_HTTP_SOURCE',
    at: '.sumologic.com/receiver/v1/',
    gap: /(?:http|otlp|trace|rum)\//,
    key: /[A-Za-z0-9_-]{70,200}={0,2}/,
    source: 'https://www.sumologic.com/help/docs/send-data/hosted-collectors/http-source',
  }),
  addressRule({
    id: 'pagerduty-integration-key',
    title: 'PagerDuty integration key in an address',
    provider: 'pagerduty',
    kind: 'webhook',
    variable: 'PAGERDUTY_INTEGRATION_KEY',
    at: 'events.pagerduty.com/integration/',
    key: hex32,
    source: 'https://support.pagerduty.com/main/docs/services-and-integrations',
  }),
  addressRule({
    id: 'make-webhook',
    title: 'Make webhook',
    provider: 'make',
    kind: 'webhook',
    at: ['.make.com/', 'hook.integromat.com/'],
    key: /[a-z0-9]{32}/,
    check: isMakeHook,
    source: 'https://apps.make.com/gateway',
  }),
  {
    id: 'mattermost-webhook',
    title: 'Mattermost webhook',
    provider: 'mattermost',
    kind: 'webhook',
    variable: 'MATTERMOST_WEBHOOK',
    keywords: ['/hooks/'],
    pattern: /\/hooks\/(?<secret>[a-z0-9]{26})(?![A-Za-z0-9_-])/d,
    glance: (text, _keyword, end) => findLongRun(text, end, 26, 0, hookCharacters) === end,
    confidence: 'certain',
    check: isDrawn,
    source: 'https://developers.mattermost.com/integrate/webhooks/incoming/',
  },
  {
    id: 'rocketchat-webhook',
    title: 'Rocket.Chat webhook',
    provider: 'rocketchat',
    kind: 'webhook',
    keywords: ['/hooks/'],
    pattern: /\/hooks\/[A-Za-z0-9]{17,24}\/(?<secret>[A-Za-z0-9]{40,64})(?![A-Za-z0-9_-])/d,
    glance: (text, _keyword, end) => findLongRun(text, end, 17, 0, hookCharacters) === end,
    confidence: 'certain',
    check: isDrawn,
    source: 'https://docs.rocket.chat/docs/rocketchat-marketplace-integrations',
  },
];

const hookCharacters = alphabetOf(/[A-Za-z0-9]/);

/** `../hooks/` is a folder of many projects: what chance drew has digits. */
function isDrawn({ secret }: MatchContext): Verdict | undefined {
  return (secret.match(/\d/g) ?? []).length >= 2 ? { confidence: 'certain' } : undefined;
}

/** `hook.eu1.make.com`, `hook.us1.make.com`: other hosts of Make have pages. */
function isMakeHook(context: MatchContext): Verdict | undefined {
  const host = context.line.slice(0, context.line.indexOf(context.match) + context.match.length);
  return /\bhook\.(?:[a-z]{2}\d{1,2}\.make|integromat)\.com\/[a-z0-9]{32}$/.test(host) ? isDrawn(context) : undefined;
}

export const addressRules: readonly Rule[] = [...nodes, ...data, ...receivers];
