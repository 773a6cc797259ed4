// From what is believed to what is shown: threshold, severity, policy and comments have their say here, and the value is left behind.

import { createAcceptance, type FindAcceptance } from '../baseline/acceptance.ts';
import { type Confidence, type Finding, reaches } from '../finding.ts';
import type { HideSecrets } from '../hide-secrets.ts';
import { lineMapOf } from '../line-map.ts';
import { providerById } from '../rules/providers.ts';
import type { Rule } from '../rules/rule.ts';
import { type Fingerprint, mask } from '../secret.ts';
import type { Settings } from '../settings/settings.ts';
import { everyRule, setSeverity, severityOf } from '../settings/severity.ts';
import type { SourceText, Span } from '../text.ts';
import type { Writable } from '../writable.ts';
import { lineAround } from './line-around.ts';
import { compilePathGlob, type MatchesPath } from './path-globs.ts';
import { readSuppressions } from './suppress.ts';
import type { Reason } from './trace.ts';
import type { WeighedMatch } from './weigh-match.ts';
import type { WholeText } from './whole-text.ts';

export interface AcceptDeps {
  readonly fingerprint: Fingerprint;
  /** Hex. Baselines of another tool hold such hashes; without it they are not compared. */
  readonly sha1?: (value: string) => string;
}

export interface Shown {
  readonly findings: readonly Finding[];
  /** How many more there are that the project's baseline, or a list it keeps for another tool, accepts. */
  readonly accepted: number;
}

const acceptedName = 'accepted';

/** How much of a line other tools' lists may ask about, either side of a value. */
const lineLimit = 300;

export class Accept {
  readonly #settings: Settings;
  readonly #deps: AcceptDeps;
  readonly #acceptance: FindAcceptance | undefined;
  readonly #ignoredFingerprints: ReadonlySet<string>;
  readonly #ignoredRules: readonly { readonly rule: string; readonly matches: MatchesPath }[];
  readonly #excluded: readonly MatchesPath[];

  constructor(settings: Settings, deps: AcceptDeps) {
    const { policy } = settings;
    this.#settings = settings;
    this.#deps = deps;
    this.#acceptance = createAcceptance(policy.accepted, policy.folder);
    this.#ignoredFingerprints = new Set(policy.ignoreFingerprints.map(ignored => ignored.fingerprint));
    this.#ignoredRules = policy.ignoreRules.map(({ rule, path }) => ({ rule, matches: compilePathGlob(path, policy.folder) }));
    this.#excluded = [...settings.exclude, ...policy.exclude].map(glob => compilePathGlob(glob, policy.folder));
  }

  /** Whether texts of this name are looked at at all. */
  looksAt(uri: string): boolean {
    return this.#settings.enable && !this.#excluded.some(matches => matches(uri));
  }

  /** `believed` must not overlap and be sorted. A name that holds a secret, of whatever match, is no name. */
  findings(source: SourceText, whole: WholeText, believed: readonly WeighedMatch[], hide: HideSecrets): Shown {
    const objectionTo = this.objections(source, whole);
    const findings: Finding[] = [];
    let accepted = 0;
    for (const weighed of believed) {
      const objection = objectionTo(weighed);
      if (!objection) findings.push(this.#toFinding(source, weighed, hide));
      else if (objection.name === acceptedName) accepted++;
    }
    return { findings, accepted };
  }

  /** Tells why a believed match is no finding all the same. */
  objections(source: SourceText, whole: WholeText): (weighed: WeighedMatch) => Reason | undefined {
    const isSuppressed = this.#settings.policy.heedsComments === false ? () => false : readSuppressions(source, whole);
    const lineOf = (offset: number): number => lineMapOf(source.text).positionAt(offset).line + whole.firstLine;
    return weighed => {
      const { rule, match, confidence } = weighed;
      if (!confidence) return undefined;
      const detail =
        this.#objectionToRule(source.uri, rule, confidence) ??
        objectionToLook(whole, confidence) ??
        (isSuppressed(match.secret, rule.id) && refused('suppressed', 'ignored by a comment'));
      return detail || this.#objectionToValue(source, weighed, lineOf);
    };
  }

  #objectionToRule(uri: string, rule: Rule, confidence: Confidence): Reason | undefined {
    if (!reaches(confidence, this.#settings.confidence))
      return refused('threshold', `${confidence}, but only ${this.#settings.confidence} ones are shown`);
    if (severityOf({ ruleId: rule.id, confidence }, this.#settings) === 'off') return refused('severity', 'the rule is switched off');
    if (rule.alarm === false && !setSeverity(rule.id, this.#settings))
      return refused('alarm', 'no secret by itself: shown when a severity is set for the rule');
    if (this.#ignoredRules.some(ignored => (ignored.rule === rule.id || ignored.rule === everyRule) && ignored.matches(uri)))
      return refused('suppressed', 'the policy ignores the rule here');
    return undefined;
  }

  #objectionToValue({ uri, text }: SourceText, weighed: WeighedMatch, lineOf: (offset: number) => number): Reason | undefined {
    if (!this.#acceptance && this.#ignoredFingerprints.size === 0) return undefined;
    const { match } = weighed;
    const fingerprint = (): string => this.#deps.fingerprint(keyOf(text, weighed));
    if (this.#ignoredFingerprints.size > 0 && this.#ignoredFingerprints.has(fingerprint())) {
      return refused('suppressed', 'the policy ignores this value');
    }
    const accepted = this.#acceptance?.({
      uri,
      secret: writtenAt(text, match),
      match: text.slice(match.span.start, match.span.end),
      line: () => lineOf(match.secret.start),
      lineText: () => sliceOf(text, lineAround(text, match.secret, lineLimit)),
      fingerprint,
      sha1: this.#deps.sha1,
    });
    return accepted === undefined ? undefined : refused(acceptedName, accepted);
  }

  #toFinding({ text }: SourceText, weighed: WeighedMatch, hide: HideSecrets): Finding {
    const { rule, provider, match, name, facts, confidence } = weighed;
    const value = keyOf(text, weighed);
    const variable = rule.variable ?? providerById(provider)?.variable;
    const finding: Writable<Finding> = {
      ruleId: rule.id,
      provider,
      kind: rule.kind,
      span: match.secret,
      confidence: confidence ?? rule.confidence,
      masked: mask(value),
      fingerprint: this.#deps.fingerprint(value),
    };
    if (rule.isCustom) finding.title = rule.title;
    if (name !== '' && hide(name, match.secret) === name) finding.name = name;
    if (variable !== undefined) finding.variable = variable;
    if (facts.length > 0) finding.facts = facts;
    return finding;
  }
}

function objectionToLook({ look }: WholeText, confidence: Confidence): Reason | undefined {
  if (confidence === 'certain' || look() === 'by hand') return undefined;
  return refused('look', `the file looks ${look()}: only certain keys are shown there`);
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function refused(name: string, detail: string): Reason {
  return { name, verdict: 'refuse', detail };
}

/** Encoded, escaped or joined from parts, a key is the same key as where it is written plainly. */
function keyOf(text: string, { match, decoded }: WeighedMatch): string {
  return decoded === undefined ? writtenAt(text, match) : withPlainLineEnds(decoded);
}

/** What other tools' lists hold hashes of. */
function writtenAt(text: string, { secret }: WeighedMatch['match']): string {
  return withPlainLineEnds(text.slice(secret.start, secret.end));
}

/** A key of many lines is the same key in a file with other line ends. */
function withPlainLineEnds(value: string): string {
  return value.replaceAll('\r\n', '\n');
}
