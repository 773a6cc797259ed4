// Whether a match is a secret: its entropy, its rule's own check, and the reasons to believe or doubt that the rule asks for.

import type { Confidence } from '../finding.ts';
import type { MatchContext, Rule, Verdict } from '../rules/rule.ts';
import type { SourceText, Span } from '../text.ts';
import { assignedName } from './assigned-name.ts';
import { lineAround } from './line-around.ts';
import { judge } from './reasons/catalogue.ts';
import { entropyOf } from './reasons/entropy.ts';
import type { Match } from './rule-matcher.ts';
import type { Reason } from './trace.ts';

/** What weighing may ask about the whole text and the world. */
export interface Surroundings {
  readonly source: SourceText;
  /** Whether the document says this anywhere (lower-case needle). */
  readonly mentions: (needle: string) => boolean;
  readonly now: number;
  readonly ruleById: (id: string) => Rule | undefined;
}

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
  readonly reasons: readonly Reason[];
  /** `undefined`: not a secret. */
  readonly confidence: Confidence | undefined;
}

/** How much of a line is read either side of a value. */
const lineLimit = 300;

/** How far `near` looks either side of a match. */
const nearLimit = 200;

/** Doubts of rules that name none. */
const usualDoubts: readonly string[] = ['placeholder'];

/** The check says how sure the value itself makes us; the doubts lower that. */
export function weighMatch(match: Match, surroundings: Surroundings): WeighedMatch {
  const { text, uri, languageId } = surroundings.source;
  const { rule, secret } = match;
  const value = text.slice(secret.start, secret.end);
  // Many matches are refused before anybody asks for the line they stand on, or how they are called.
  let onLine: Span | undefined;
  const line = (): Span => {
    onLine ??= lineAround(text, { start: secret.start, end: secret.start }, lineLimit);
    return onLine;
  };
  let found: string | undefined;
  const name = (): string => {
    found ??= assignedName(text, secret.start, line().start);
    return found;
  };
  const refused = (reason: Reason): WeighedMatch => ({
    match,
    rule,
    provider: rule.provider,
    get name() {
      return name();
    },
    facts: [],
    reasons: [reason],
    confidence: undefined,
  });
  const shy = lacksEntropy(value, rule);
  if (shy) return refused(shy);
  const verdict = rule.check ? rule.check(matchContext(match, value, name, line, surroundings)) : { confidence: rule.confidence };
  if (!verdict) return refused({ name: 'check', verdict: 'refuse', detail: 'does not pass the rule’s own check' });
  const candidate = { value, name: name(), line: sliceOf(text, line()), column: secret.start - line().start, uri, languageId };
  const judgement = judge(candidate, rule.doubts ?? usualDoubts, verdict.confidence);
  const named = (verdict.ruleId === undefined ? undefined : surroundings.ruleById(verdict.ruleId)) ?? rule;
  return {
    match,
    rule: named,
    provider: verdict.provider ?? named.provider,
    name: candidate.name,
    facts: verdict.facts ?? [],
    reasons: [...reasonsOf(verdict, rule), ...judgement.reasons],
    confidence: judgement.confidence,
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

function matchContext(match: Match, secret: string, name: () => string, onLine: () => Span, surroundings: Surroundings): MatchContext {
  const { source, mentions, now } = surroundings;
  const { text, uri } = source;
  let line: string | undefined;
  let around: string | undefined;
  return {
    secret,
    match: text.slice(match.span.start, match.span.end),
    get line() {
      line ??= sliceOf(text, linesOf(text, match.span, onLine()));
      return line;
    },
    get name() {
      return name();
    },
    mentions,
    near: needle => {
      around ??= text.slice(Math.max(0, match.span.start - nearLimit), match.span.end + nearLimit).toLowerCase();
      return around.includes(needle);
    },
    uri,
    now,
  };
}

/** Nearly every match stands on the line of its secret, and long lines are dear to measure. */
function linesOf(text: string, match: Span, onLine: Span): Span {
  return match.start >= onLine.start && match.end <= onLine.end ? onLine : lineAround(text, match, lineLimit);
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
