// Keys made up at run time: a full token in a file would be a leak by the looks of it, for ever, in the history.
// `sampleSecret` makes a value of a rule's form, `sampleText` a line in which the rule fires on it.

import { createEngine } from '../../src/engine/engine.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { catalogue, ruleById } from '../../src/engine/rules/catalogue.ts';
import { crcBase62 } from '../../src/engine/rules/crc-base62.ts';
import { providerById } from '../../src/engine/rules/providers.ts';
import type { Rule } from '../../src/engine/rules/rule.ts';
import { defaultSettings, type Settings } from '../../src/engine/settings/settings.ts';
import { credentialSamples, pem } from './credential-samples.ts';
import { infrastructureSamples } from './infrastructure-samples.ts';
import { linesFor } from './sample-lines.ts';
import { sampleOfPattern } from './sample-of-pattern.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

export interface Sample {
  readonly secret: string;
  /** One or more lines in which the rule fires on exactly the secret. */
  readonly text: string;
}

/** A value of the rule's form. Equal arguments give equal values. */
export function sampleSecret(ruleId: string, seed = 1): string {
  return sample(ruleId, seed).secret;
}

/** A text in which the rule fires: a line as people write it, with the value of `sampleSecret`. */
export function sampleText(ruleId: string, seed = 1): string {
  return sample(ruleId, seed).text;
}

/** A made-up value may by chance look like a placeholder or carry too little chance: then the next one is taken. */
const mostTries = 60;

const known = new Map<string, Sample>();

export function sample(ruleId: string, seed = 1): Sample {
  const key = `${ruleId}/${seed}`;
  const found = known.get(key) ?? makeSample(requireRule(ruleId), seed);
  known.set(key, found);
  return found;
}

function makeSample(rule: Rule, seed: number): Sample {
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const { secret, texts } = propose(rule, seededRandom(rule.id, seed * 1000 + attempt));
    const text = texts.find(line => firesOn(rule.id, line, secret));
    if (text !== undefined) return { secret, text };
  }
  throw new Error(`No sample of ${rule.id} passes its own rule: look at its pattern, its check, or linesFor().`);
}

/** A value, and texts it might stand in, the likeliest first. */
function propose(rule: Rule, random: SeededRandom): { readonly secret: string; readonly texts: readonly string[] } {
  const credential = (credentialSamples[rule.id] ?? infrastructureSamples[rule.id])?.(random);
  if (credential) return { secret: credential.secret, texts: [credential.text] };
  const made = sampleOfPattern(rule.pattern, random);
  const secret = finish(rule, made.secret);
  return { secret, texts: linesFor(rule, providerById(rule.provider), secret, made.text) };
}

/** Whether the whole engine, with every rule, flags exactly the secret by this rule. */
export function firesOn(ruleId: string, text: string, secret: string): boolean {
  return findingsOf(text).some(({ ruleId: id, span }) => id === ruleId && text.slice(span.start, span.end) === secret);
}

/** All findings, those that raise no alarm by themselves too. */
export function findingsOf(text: string, uri = 'sample.txt'): readonly Finding[] {
  return engine.scan({ uri, languageId: uri.endsWith('.txt') ? 'plaintext' : '', text });
}

/** A rule without alarm speaks when a severity is set for it by name. */
const everyRule: Settings['severity'] = Object.fromEntries(catalogue.map(({ id }) => [id, 'warning']));

const engine = createEngine(
  { ...defaultSettings, confidence: 'possible', severity: everyRule },
  { fingerprint: value => `fp${value.length}`, now: () => Date.UTC(2026, 0, 1) },
);

function requireRule(id: string): Rule {
  const rule = ruleById(id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule;
}

/** What chance does not give: checksums and marks that a rule's check looks for. */
function finish({ id }: Rule, secret: string): string {
  if (/^(?:gh[posur]|npm)_[A-Za-z0-9]{36,}$/.test(secret)) return withCrc(secret.slice(0, 40));
  if (/^openai-(?:project|service-account|admin)-key$/.test(id)) return `${secret}${['T3Blbk', 'FJ'].join('')}${secret.slice(-20)}`;
  return (finishing[id] ?? (value => value))(secret);
}

const live = 'sk_live_';
const finishing: Readonly<Record<string, (secret: string) => string>> = {
  'gcp-service-account-key': secret => `${pem('PRIVATE KEY', seededRandom(secret, 1), 26).replaceAll('\n', '\\n')}\\n`,
  'kubernetes-secret': secret => Buffer.from(hexOf(secret, 24)).toString('base64'),
  'workos-api-key': secret => `${live}${'a2V5X'}${secret.slice(live.length)}`,
  'highnote-api-key': secret => `${live}${'a2V5X'}${secret.slice(live.length)}`,
  'paystack-secret-key': secret => live + hexOf(secret, 40),
};

/** As many hex digits as asked for, drawn from the text. */
function hexOf(text: string, length: number): string {
  const random = seededRandom(text, 1);
  return Array.from({ length }, () => random.below(16).toString(16)).join('');
}

/** The token with its last six characters replaced by the checksum of those after the prefix. */
function withCrc(token: string): string {
  const prefix = token.indexOf('_') + 1;
  return token.slice(0, -6) + crcBase62(token.slice(prefix, -6));
}
