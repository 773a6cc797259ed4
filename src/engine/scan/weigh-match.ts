// Whether a match is a secret: its entropy, its rule's own check, and the reasons to believe or doubt that the rule asks for.

import type { Confidence } from '../finding.ts';
import type { Rule, Verdict } from '../rules/rule.ts';
import { MatchInText, type Surroundings } from './match-in-text.ts';
import { confidenceAfter, type Judgement, judge } from './reasons/catalogue.ts';
import { entropyOf } from './reasons/entropy.ts';
import type { Match } from './rule-matcher.ts';
import type { Reason } from './trace.ts';

export interface WeighedMatch {
  readonly match: Match;
  /** Whose key it is after the check had its say. */
  readonly rule: Rule;
  /** The rule's, where the check does not know better. */
  readonly provider: string;
  /** As written, or `''`. */
  readonly name: string;
  readonly facts: readonly string[];
  /** What the characters at the match's place say when decoded or joined, where that is the key. In memory only. */
  readonly decoded?: string;
  /** Read for explanations only: a scan leaves them out. */
  readonly reasons: readonly Reason[];
  /** `undefined`: not a secret. */
  readonly confidence: Confidence | undefined;
}

/** Doubts of rules that name none. */
const usualDoubts: readonly string[] = ['placeholder'];

/** The check says how sure the value itself makes us; the doubts lower that. */
export function weighMatch(match: Match, surroundings: Surroundings): WeighedMatch {
  const { rule } = match;
  const inText = new MatchInText(match, surroundings);
  const shy = lacksEntropy(inText.value, rule);
  if (shy) return refused(inText, match, shy);
  const verdict = verdictOn(inText, rule);
  if (!verdict) return refused(inText, match, { name: 'check', verdict: 'refuse', detail: 'does not pass the rule’s own check' });
  const { confidence, reasons } = judge(inText, rule.doubts ?? usualDoubts, verdict.confidence);
  return told(match, inText, verdict, surroundings, { reasons: [...reasonsOf(verdict, rule), ...reasons], confidence });
}

/**
 * The same without reasons, and `undefined` for what is no secret. That is nearly all, and a scan wants to know nothing more of it: here the
 * doubts are asked in the order of what they cost, and the first that refuses ends it.
 */
export function weighBelieved(match: Match, surroundings: Surroundings): WeighedMatch | undefined {
  const { rule } = match;
  const inText = new MatchInText(match, surroundings);
  if (rule.minEntropy !== undefined && entropyOf(inText.value) < rule.minEntropy) return undefined;
  let verdict: Verdict | undefined;
  const confidence = confidenceAfter(inText, rule.doubts ?? usualDoubts, () => {
    verdict = verdictOn(inText, rule);
    return verdict?.confidence;
  });
  return confidence && verdict && told(match, inText, verdict, surroundings, { reasons: [], confidence });
}

/** The same of a match that differs in nothing but its place. */
export function movedTo(match: Match, { rule, provider, name, facts, reasons, confidence }: WeighedMatch): WeighedMatch {
  return { match, rule, provider, name, facts, reasons, confidence };
}

function verdictOn(inText: MatchInText, rule: Rule): Verdict | undefined {
  return rule.check ? rule.check(inText) : { confidence: rule.confidence };
}

/** Written out: objects that are spread together cost a key press several microseconds each. */
function told(
  match: Match,
  inText: MatchInText,
  verdict: Verdict,
  surroundings: Surroundings,
  { reasons, confidence }: Judgement,
): WeighedMatch {
  const { ruleId, provider, facts = [] } = verdict;
  const rule = (ruleId === undefined ? undefined : surroundings.ruleById(ruleId)) ?? match.rule;
  return { match, rule, provider: provider ?? rule.provider, name: inText.name, facts, reasons, confidence };
}

function refused(inText: MatchInText, match: Match, reason: Reason): WeighedMatch {
  const { rule } = match;
  return {
    match,
    rule,
    provider: rule.provider,
    get name() {
      return inText.name;
    },
    facts: [],
    reasons: [reason],
    confidence: undefined,
  };
}

function lacksEntropy(value: string, rule: Rule): Reason | undefined {
  if (rule.minEntropy === undefined) return undefined;
  const bits = entropyOf(value);
  if (bits >= rule.minEntropy) return undefined;
  return { name: 'entropy', verdict: 'refuse', detail: `entropy ${bits.toFixed(1)} bits a character, less than ${rule.minEntropy}` };
}

function reasonsOf({ confidence, facts = [] }: Verdict, rule: Rule): readonly Reason[] {
  const matched: Reason = { name: 'pattern', verdict: 'believe', detail: 'has the form of this kind of key' };
  if (!rule.check) return [matched];
  const verdict = confidence === 'possible' ? 'doubt' : 'believe';
  return [matched, ...facts.map((detail): Reason => ({ name: 'check', verdict, detail }))];
}
