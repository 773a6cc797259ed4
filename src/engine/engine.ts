// The one door to the engine: text in, plain data out. Pure: the same text and settings give the same answers everywhere.

import type { Finding } from './finding.ts';
import { hideSecretsOf } from './hide-secrets.ts';
import type { Problem } from './hygiene/problem.ts';
import { checkLandmarks, textChecks } from './hygiene/text/catalogue.ts';
import { TextChecks } from './hygiene/text/find-text-problems.ts';
import { lineMapOf } from './line-map.ts';
import { mergeSpans } from './merge-spans.ts';
import { once } from './once.ts';
import { remember } from './remember.ts';
import { catalogue } from './rules/catalogue.ts';
import { customRules } from './rules/custom-rules.ts';
import type { Rule } from './rules/rule.ts';
import { Accept, type Shown } from './scan/accept.ts';
import type { ScanObserver } from './scan/attempts.ts';
import { createDeriveText, toSource } from './scan/derive/derive-text.ts';
import { findingAt } from './scan/document-finding.ts';
import { type FileReport, type LocatedFinding, placeOf } from './scan/file-report.ts';
import { accountFileRule, matchFileLines } from './scan/match-file-lines.ts';
import type { Surroundings } from './scan/match-in-text.ts';
import { createMatchRules, type MeetLandmark } from './scan/match-rules.ts';
import { MetPlaces } from './scan/met-places.ts';
import type { Match } from './scan/rule-matcher.ts';
import { compareStrength, settleOverlaps } from './scan/settle-overlaps.ts';
import { type CompiledTables, unpackTables } from './scan/tables/compiled-tables.ts';
import { tablesStamp } from './scan/tables/stamp.ts';
import type { AsciiEncoder } from './scan/text-block.ts';
import type { Trace } from './scan/trace.ts';
import { traceOf } from './scan/trace-of.ts';
import { type WeighedMatch, weighBelieved, weighMatch } from './scan/weigh-match.ts';
import { WeighMemo } from './scan/weigh-memo.ts';
import { type WholeText, wholeTextOf } from './scan/whole-text.ts';
import { scanLandmarks } from './scan-landmarks.ts';
import type { Fingerprint } from './secret.ts';
import type { Settings } from './settings/settings.ts';
import { overlaps, type SourceText, type Span } from './text.ts';
import { findUsages } from './usages/find-usages.ts';
import { LandmarksMet, landmarks } from './usages/landmarks.ts';

export interface EngineDeps {
  readonly fingerprint: Fingerprint;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A `TextEncoder`, where there is one: it makes scans of large texts faster, never different. */
  readonly encoder?: AsciiEncoder;
  /** The compiled tables of the catalogue as the build has written them; where they are not at hand the engine makes its own. */
  readonly readTables?: () => Uint8Array | undefined;
  /** SHA-1 in hex, for baselines of other tools that hold such hashes. */
  readonly sha1?: (value: string) => string;
}

export interface Engine {
  readonly settings: Settings;
  /** Findings in order of their start, not overlapping, at or above the confidence threshold, suppressed ones left out. */
  scan(source: SourceText): readonly Finding[];
  /** The same for a part of a document. Findings are told where they reach into `wanted`: the text around it is there to be read. */
  scanPart(source: SourceText, whole: WholeText, wanted?: Span): PartScan;
  /** Findings, usages and problems of a whole file, located in lines: what workers send. */
  report(source: SourceText): FileReport;
  /** The same with what a scan of its parts will need. */
  reportOpen(source: SourceText, whole: WholeText): OpenReport;
  /** Why the given span is or is not flagged: one trace for each rule that matched there, the strongest first. */
  explain(source: SourceText, span: Span): readonly Trace[];
}

interface Openings {
  /** Offsets at which something begins that text further down may complete: a private key's first line. */
  readonly openings: readonly number[];
}

interface OpenReport extends Openings {
  readonly report: FileReport;
}

interface PartScan extends Shown, Openings {
  /** Where keys are believed to stand, shown or not: what is told of the text must not hold them. Sorted, not overlapping. */
  readonly secrets: readonly Span[];
}

interface WeighWishes {
  /** Also matches that are sure to be refused. */
  readonly isThorough?: boolean;
  /** Only matches that reach into this. */
  readonly wanted?: Span | undefined;
}

/** For tests: other rules, and someone who watches. */
export interface EngineOptions {
  readonly rules?: readonly Rule[];
  readonly observer?: ScanObserver;
}

export function createEngine(settings: Settings, deps: EngineDeps, { rules: known = catalogue, observer }: EngineOptions = {}): Engine {
  const rules = [...known, ...customRules(settings.policy)];
  const compiled = known === catalogue && tablesStamp !== undefined ? compiledTables(deps, tablesStamp) : undefined;
  const matchRules = createMatchRules(rules, { encoder: deps.encoder, observer, landmarks: scanLandmarks, compiled });
  const deriveText = createDeriveText(deps.encoder);
  const accept = new Accept(settings, deps);
  /** At each key press the same keys are met around it. A whole text would be kept in memory by what is remembered of it. */
  const acceptInPart = once(() => new Accept(settings, { ...deps, fingerprint: remember(mostRemembered, deps.fingerprint) }));
  const memo = new WeighMemo(weighBelieved);
  const byId = once(() => new Map(rules.map(rule => [rule.id, rule])));
  const ruleById = (id: string): Rule | undefined => byId().get(id);
  const met = new LandmarksMet();
  const textProblems = new TextChecks(textChecks, settings);
  const metByChecks = new MetPlaces(checkLandmarks);
  const meet: MeetLandmark = (landmark, start) =>
    landmark < landmarks.length ? met.meet(landmark, start) : metByChecks.meet(landmark - landmarks.length, start);

  /** Every match is weighed; those that `weighing` returns are. */
  function weigh(source: SourceText, { mentions }: WholeText, weighing: Weighing, { isThorough, wanted }: WeighWishes = {}) {
    const weighed: WeighedMatch[] = [];
    const surroundings = { source, mentions, now: deps.now(), ruleById };
    const take = (match: Match): boolean => {
      const isWanted = !wanted || overlaps(match.span, wanted);
      // A list is given up where its values are refused one after the other: those ahead must be weighed to know of the others.
      if (!isWanted && !match.rule.values) return false;
      const one = weighing(match, surroundings);
      if (one && isWanted) weighed.push(one);
      return one?.confidence !== undefined;
    };
    met.begin();
    metByChecks.begin();
    const openings = matchRules(source.text, take, { meet, uri: source.uri, isThorough, until: wanted?.end });
    matchFileLines(source, () => ruleById(accountFileRule), take);
    const derived = weighDerived(source, surroundings, weighing, isThorough);
    return { weighed: derived.length === 0 ? weighed : [...weighed, ...derived], openings };
  }

  /** What is encoded, escaped or joined. */
  function weighDerived(source: SourceText, surroundings: Surroundings, weighing: Weighing, isThorough = false): readonly WeighedMatch[] {
    const derived = deriveText(source);
    if (derived.isEmpty) return none;
    const { text } = derived;
    const found: WeighedMatch[] = [];
    const inDerived = { ...surroundings, source: { ...source, text } };
    const take = (match: Match): boolean => {
      const one = weighing(match, inDerived);
      const here = one && toSource(one, derived, text);
      if (here) found.push(here);
      return one?.confidence !== undefined;
    };
    // Of the same shape as above: another one would have the compiler begin anew.
    matchRules(text, take, { meet: undefined, uri: source.uri, isThorough, until: undefined });
    return found;
  }

  function scanPart(source: SourceText, whole: WholeText, wanted?: Span): PartScan {
    if (!accept.looksAt(source.uri)) return { findings: [], accepted: 0, openings: [], secrets: [] };
    const { weighed, openings } = weigh(source, whole, wanted ? memo.weigh : weighBelieved, { wanted });
    if (weighed.length === 0) return { findings: [], accepted: 0, openings, secrets: [] };
    const secrets = secretsOf(weighed);
    const hide = hideSecretsOf(source.text, secrets);
    const { findings, accepted } = (wanted ? acceptInPart() : accept).findings(source, whole, settleOverlaps(weighed), hide);
    return { findings, accepted, openings, secrets };
  }

  function reportOpen(source: SourceText, whole: WholeText): OpenReport {
    met.forget();
    metByChecks.begin();
    const { findings, accepted, openings, secrets } = scanPart(source, whole);
    const usages = findUsages(source, { findings, secrets, met }, deps.fingerprint);
    const problems = accept.looksAt(source.uri) ? textProblems.find({ source, findings, usages, met: metByChecks, now: deps.now() }) : [];
    const report = { uri: source.uri, findings: locate(source.text, findings), usages };
    return { report: problems.length + accepted > 0 ? withMore(report, problems, accepted) : report, openings };
  }

  return {
    settings,
    scan: source => scanPart(source, wholeTextOf(source)).findings,
    scanPart,
    report: source => reportOpen(source, wholeTextOf(source)).report,
    reportOpen,
    explain: (source, span) => {
      const whole = wholeTextOf(source);
      const { weighed } = weigh(source, whole, weighMatch, { isThorough: true });
      const there = weighed.filter(({ match }) => overlaps(match.secret, span));
      const hide = hideSecretsOf(source.text, secretsOf(weighed.filter(({ confidence }) => confidence !== undefined)));
      const objectionTo = accept.objections(source, whole);
      return there.toSorted(compareStrength).map(one => traceOf(source.text, one, objectionTo(one), hide));
    },
  };
}

/** What is kept of a match. Where nothing is, it is not believed. */
type Weighing = (match: Match, surroundings: Surroundings) => WeighedMatch | undefined;

const mostRemembered = 200;

const none: readonly WeighedMatch[] = [];

function compiledTables({ readTables }: EngineDeps, stamp: number): CompiledTables | undefined {
  const bytes = readTables?.();
  return bytes && unpackTables(bytes, stamp);
}

function secretsOf(weighed: readonly WeighedMatch[]): readonly Span[] {
  return mergeSpans(weighed.map(({ match }) => match.secret));
}

/** Few reports have any of it: to spread nothing into each costs as much as all the checks ask. */
function withMore(report: FileReport, problems: readonly Problem[], accepted: number): FileReport {
  return { ...report, ...(problems.length > 0 && { problems }), ...(accepted > 0 && { accepted }) };
}

function locate(text: string, findings: readonly Finding[]): readonly LocatedFinding[] {
  if (findings.length === 0) return [];
  const lines = lineMapOf(text);
  return findings.map(finding => Object.assign(findingAt(placeOf(finding, lines), finding), { span: finding.span }));
}
