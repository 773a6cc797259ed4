// What opens a wallet of a cryptocurrency: a private key where the text speaks of wallets, and the words that stand for a seed.

import type { MatchContext, Rule, Verdict } from './rule.ts';

const standard = 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki';

export const walletRules: readonly Rule[] = [
  {
    id: 'wallet-private-key',
    title: 'Private key of an Ethereum account',
    provider: 'generic',
    kind: 'private-key',
    keywords: ['wallet', 'privatekeytoaccount', 'fromprivatekey', '--private-key', 'from_key(', 'accounts: ['],
    before: 120,
    // Before or behind the word, with or without a name.
    pattern:
      /(?:(?:wallet|privatekeytoaccount|fromprivatekey|--private-key|from_key\(|accounts: \[)[\s\S]{0,80}?)?(?<![0-9A-Za-z])(?<secret>0x[0-9A-Fa-f]{64})(?![0-9A-Za-z])/di,
    glance: hasWord,
    confidence: 'likely',
    minEntropy: 3,
    doubts: ['placeholder', 'sequence', 'digest', 'test-path'],
    check: readKey,
    source: 'https://ethereum.org/en/developers/docs/accounts/',
  },
  {
    id: 'wallet-seed-phrase',
    title: 'Seed phrase of a wallet',
    provider: 'generic',
    kind: 'private-key',
    keywords: ['mnemonic', 'seed phrase', 'seed_phrase', 'seedphrase', 'recovery phrase', 'recovery_phrase', 'recoveryphrase'],
    pattern:
      /(?:mnemonic|(?:seed|recovery)[ _]?phrase)\w{0,20}["'`]?[\])]?\s{0,4}(?::=|=>|[:=(,])\s{0,8}["'`]?(?<secret>[a-z][a-z ]{45,213}[a-z])(?![A-Za-z0-9 ])/di,
    confidence: 'likely',
    doubts: ['template', 'test-path'],
    check: readPhrase,
    source: standard,
  },
];

/** How far around the word a key may stand. */
const reach = { before: 200, after: 160 };

function hasWord(text: string, keyword: number): boolean {
  const around = text.slice(Math.max(0, keyword - reach.before), keyword + reach.after);
  return /0x[0-9A-F]{64}/i.test(around);
}

/** Hashes, topics and slots have the length of a key, too. */
const otherWord = /(?:hash|tx|transaction|topic|bytes32|salt|root|block|slot|storage|digest|signature|public|code)["'`)\]\s:=,(]{0,8}$/i;

/** The first accounts of the development chains of Hardhat, Anvil and Ganache: every one of their users has them. */
const knownAccounts = /^0x(?:ac0974bec39a17e3|59c6995e998f97a5|5de4111afa1a4b94|4f3edf983ac636a6)/i;

function readKey({ match, secret, line }: MatchContext): Verdict | undefined {
  const left = match.slice(0, match.length - secret.length) || line.slice(0, line.indexOf(secret));
  if (otherWord.test(left) || knownAccounts.test(secret)) return undefined;
  return { confidence: 'likely', facts: ['the text speaks of a wallet or account'] };
}

/** Words of sentences that the list does not have. */
const prose = /\b(?:the|and|for|with|your|from|are|has|was|into|which|these|word|words)\b/i;

/** What the standard and development chains show. */
const samples = /^(?:legal winner thank|letter advice cage|candy maple cake|myth like bonus|test test)/i;

/** 12, 15, 18, 21 or 24 words of a list whose words have three to eight letters. */
function readPhrase({ secret }: MatchContext): Verdict | undefined {
  const words = secret.toLowerCase().split(' ');
  if (words.length % 3 !== 0 || words.length > 24 || words.some(word => word.length < 3 || word.length > 8)) return undefined;
  if (new Set(words).size < words.length * 0.6 || prose.test(secret) || samples.test(secret)) return undefined;
  return { confidence: 'likely', facts: [`${words.length} words, as many as a seed has`] };
}
