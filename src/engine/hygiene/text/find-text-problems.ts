// Runs the checks that need one text, and locates what they found.

import { lineMapOf } from '../../line-map.ts';
import { compilePathGlob, type MatchesPath } from '../../scan/path-globs.ts';
import { readSuppressions } from '../../scan/suppress.ts';
import type { Settings } from '../../settings/settings.ts';
import { everyRule } from '../../settings/severity.ts';
import type { SourceText } from '../../text.ts';
import { checkSeverity } from '../check-severity.ts';
import type { Problem } from '../problem.ts';
import { CheckedText, type TextFacts } from './checked-text.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export class TextChecks {
  readonly #settings: Settings;
  readonly #ignored: readonly { readonly rule: string; readonly matches: MatchesPath }[];
  readonly #byLandmark = new Map<string, TextCheck[]>();
  readonly #aboutKeys: readonly TextCheck[];
  readonly #aboutFiles: readonly { readonly check: TextCheck; readonly files: RegExp }[];
  /** Whether one of those may be asked about a file of this name: most names need one look. */
  readonly #mayBeAbout: RegExp;

  constructor(checks: readonly TextCheck[], settings: Settings) {
    const { policy } = settings;
    const asked = checks.filter(check => checkSeverity(check, settings) !== 'off');
    this.#settings = settings;
    this.#ignored = policy.ignoreRules.map(({ rule, path }) => ({ rule, matches: compilePathGlob(path, policy.folder) }));
    for (const check of asked) {
      for (const landmark of check.landmarks ?? []) this.#byLandmark.set(landmark, [...(this.#byLandmark.get(landmark) ?? []), check]);
    }
    this.#aboutKeys = asked.filter(({ isAboutKeys }) => isAboutKeys);
    this.#aboutFiles = asked.flatMap(check => (check.files ? [{ check, files: check.files }] : []));
    this.#mayBeAbout = new RegExp(this.#aboutFiles.map(({ files }) => files.source).join('|') || '^(?!)', 'i');
  }

  /** Sorted by place. Comments that ignore a check by its id count as they do for rules. */
  find(facts: TextFacts): readonly Problem[] {
    const asked = this.#asked(facts);
    return asked.size === 0 ? none : this.#problemsOf(facts, asked);
  }

  #problemsOf(facts: TextFacts, asked: ReadonlySet<TextCheck>): readonly Problem[] {
    const { source } = facts;
    const text = new CheckedText(facts, this.#settings.policy);
    const found: FoundProblem[] = [];
    for (const check of asked) for (const sighting of check.find(text)) found.push({ check, sighting });
    if (found.length === 0) return none;
    const isSuppressed = this.#settings.policy.heedsComments === false ? () => false : readSuppressions(source);
    const shown = found.filter(({ check, sighting }) => !isSuppressed(sighting.span, check.id) && !this.#isIgnored(check.id, source.uri));
    return locate(source, shown);
  }

  /** Of most texts nothing is asked. */
  #asked({ source, findings, usages, met }: TextFacts): ReadonlySet<TextCheck> {
    const hasKeys = findings.length + usages.length > 0;
    const name = source.uri.slice(source.uri.lastIndexOf('/') + 1);
    const mayBeAbout = this.#mayBeAbout.test(name);
    if (!hasKeys && !mayBeAbout && met.isEmpty) return nothing;
    const asked = new Set<TextCheck>();
    if (mayBeAbout) for (const { check, files } of this.#aboutFiles) if (files.test(name)) asked.add(check);
    if (hasKeys) for (const check of this.#aboutKeys) asked.add(check);
    for (const landmark of met.landmarks()) for (const check of this.#byLandmark.get(landmark) ?? []) asked.add(check);
    return asked;
  }

  #isIgnored(id: string, uri: string): boolean {
    return this.#ignored.some(({ rule, matches }) => (rule === id || rule === everyRule) && matches(uri));
  }
}

interface FoundProblem {
  readonly check: TextCheck;
  readonly sighting: Sighting;
}

function locate({ uri, text }: SourceText, found: readonly FoundProblem[]): readonly Problem[] {
  const lines = lineMapOf(text);
  const problems = found.map(({ check, sighting }): Problem => {
    const start = lines.positionAt(sighting.span.start);
    const end = lines.positionAt(sighting.span.end);
    return { checkId: check.id, uri, ...sighting, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  });
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const none: readonly Problem[] = [];
const nothing: ReadonlySet<TextCheck> = new Set();
