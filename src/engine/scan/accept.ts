// From what is believed to what is shown: threshold, severity, policy and comments have their say here, and the value is left behind.

import { type Finding, reaches } from '../finding.ts';
import { providerById } from '../rules/providers.ts';
import { type Fingerprint, mask } from '../secret.ts';
import type { Settings } from '../settings/settings.ts';
import { setSeverity, severityOf } from '../settings/severity.ts';
import type { SourceText } from '../text.ts';
import { compilePathGlob, type MatchesPath } from './path-globs.ts';
import { type IsSuppressed, readSuppressions } from './suppress.ts';
import type { Reason } from './trace.ts';
import type { WeighedMatch } from './weigh-match.ts';

export class Accept {
  readonly #settings: Settings;
  readonly #fingerprint: Fingerprint;
  readonly #ignoredFingerprints: ReadonlySet<string>;
  readonly #ignoredRules: readonly { readonly rule: string; readonly matches: MatchesPath }[];
  readonly #excluded: readonly MatchesPath[];

  constructor(settings: Settings, fingerprint: Fingerprint) {
    const { policy } = settings;
    this.#settings = settings;
    this.#fingerprint = fingerprint;
    this.#ignoredFingerprints = new Set(policy.ignoreFingerprints.map(ignored => ignored.fingerprint));
    this.#ignoredRules = policy.ignoreRules.map(({ rule, path }) => ({ rule, matches: compilePathGlob(path, policy.folder) }));
    this.#excluded = [...settings.exclude, ...policy.exclude].map(glob => compilePathGlob(glob, policy.folder));
  }

  /** Whether texts of this name are looked at at all. */
  looksAt(uri: string): boolean {
    return this.#settings.enable && !this.#excluded.some(matches => matches(uri));
  }

  /** What comments suppress, where they are trusted. */
  suppressions(source: SourceText): IsSuppressed {
    return this.#settings.policy.heedsComments === false ? () => false : readSuppressions(source);
  }

  /** `believed` must not overlap and be sorted. */
  findings(source: SourceText, believed: readonly WeighedMatch[]): readonly Finding[] {
    const isSuppressed = this.suppressions(source);
    return believed.filter(weighed => !this.objection(source, weighed, isSuppressed)).map(weighed => this.#toFinding(source, weighed));
  }

  /** Why a believed match is no finding all the same. */
  objection({ uri, text }: SourceText, { rule, match, confidence }: WeighedMatch, isSuppressed: IsSuppressed): Reason | undefined {
    if (!confidence) return undefined;
    if (!reaches(confidence, this.#settings.confidence))
      return refused('threshold', `${confidence}, but only ${this.#settings.confidence} ones are shown`);
    if (severityOf({ ruleId: rule.id, confidence }, this.#settings) === 'off') return refused('severity', 'the rule is switched off');
    if (rule.alarm === false && !setSeverity(rule.id, this.#settings))
      return refused('alarm', 'no secret by itself: shown when a severity is set for the rule');
    if (this.#ignoredRules.some(ignored => ignored.rule === rule.id && ignored.matches(uri)))
      return refused('suppressed', 'the policy ignores the rule here');
    if (isSuppressed(match.secret, rule.id)) return refused('suppressed', 'ignored by a comment');
    if (this.#ignoredFingerprints.size > 0 && this.#ignoredFingerprints.has(this.#fingerprint(secretOf(text, match)))) {
      return refused('suppressed', 'the policy ignores this value');
    }
    return undefined;
  }

  #toFinding({ text }: SourceText, { rule, provider, match, name, facts, confidence }: WeighedMatch): Finding {
    const value = secretOf(text, match);
    const variable = rule.variable ?? providerById(provider)?.variable;
    return {
      ruleId: rule.id,
      provider,
      kind: rule.kind,
      span: match.secret,
      confidence: confidence ?? rule.confidence,
      masked: mask(value),
      fingerprint: this.#fingerprint(value),
      ...(rule.isCustom && { title: rule.title }),
      ...(name === '' ? {} : { name }),
      ...(variable === undefined ? {} : { variable }),
      ...(facts.length === 0 ? {} : { facts }),
    };
  }
}

function refused(name: string, detail: string): Reason {
  return { name, verdict: 'refuse', detail };
}

/** A key of many lines is the same key in a file with other line ends. */
function secretOf(text: string, { secret }: WeighedMatch['match']): string {
  return text.slice(secret.start, secret.end).replaceAll('\r\n', '\n');
}
