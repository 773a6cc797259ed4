// Finding + language → the edits that put an environment lookup in the literal's place, or the reason why not.

import type { Finding } from '../finding.ts';
import { languageOf } from '../languages/catalogue.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { ProjectFacts } from '../project/project-facts.ts';
import type { LookupStyle } from '../settings/settings.ts';
import type { SyntaxTree } from '../syntax/syntax-tree.ts';
import type { SourceText, Span } from '../text.ts';
import { type CodeView, isTooLong, viewCode } from './code-view.ts';
import { collectPlaces, type LeftPlace, withOccurrences } from './collect-places.ts';
import { type Dialect, type FileContext, type WriteLookup, withheld } from './dialect.ts';
import { dialectOf } from './dialects/catalogue.ts';
import { EditList } from './edit-list.ts';
import { adviceFor } from './format-advice.ts';
import { formatFixOf } from './formats/catalogue.ts';
import type { FixPlan } from './plan.ts';
import { isPublicName } from './public-names.ts';
import type { Literal } from './read-literal.ts';

export interface EnvironmentFixRequest {
  readonly source: SourceText;
  /** Of one value in this text; the first is the one the user asked about. */
  readonly findings: readonly Pick<Finding, 'span'>[];
  readonly variable: string;
  readonly style: LookupStyle;
  /** Also the other findings, and any other place of the same characters. */
  readonly everyPlace: boolean;
  /** Texts of the other files of the same package or folder: helpers that are there are not written again. */
  readonly siblings?: readonly string[];
  /** Of the project the file belongs to, where the caller knows them. */
  readonly project?: ProjectFacts;
  /** Of the source's text, where there is one: see planVerifiedFix. */
  readonly syntax?: SyntaxTree;
  /** Written instead of the language's own lookup: the project's pattern, a call of a helper. */
  readonly lookup?: WriteLookup;
  /** Why that cannot stand in a literal's place, where the language would take an expression. */
  readonly refusePlace?: RefusePlace;
}

export type RefusePlace = (view: CodeView, literal: Literal) => Phrase | undefined;

export function planEnvironmentFix(request: EnvironmentFixRequest): FixPlan {
  const { source, variable } = request;
  const format = formatFixOf(source);
  if (format !== undefined) return isVariableName(variable) ? format.plan(request) : withheld(noName(variable));
  const language = languageOf(source);
  const dialect = language === undefined ? undefined : dialectOf(language);
  if (language === undefined || dialect === undefined) return withheld(adviceFor(language));
  if (!isVariableName(variable)) return withheld(noName(variable));
  if (isPublicName(variable)) return withheld(phrase('Variables named like {0} are built into what browsers download.', variable));
  if (isTooLong(source)) return withheld(phrase('This file is too long for a fix: replace the value by hand.'));
  const view = viewCode(source, language, request.syntax);
  const refusal = dialect.refuse?.(view, contextOf(request));
  return refusal === undefined ? planRewrites(request, view, dialect) : withheld(refusal);
}

function contextOf({ source: { uri }, project }: EnvironmentFixRequest): FileContext {
  return { uri, ...(project && { project }) };
}

function isVariableName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text);
}

function noName(variable: string): Phrase {
  return phrase('“{0}” is not a name for an environment variable.', variable);
}

function planRewrites(request: EnvironmentFixRequest, view: CodeView, dialect: Dialect): FixPlan {
  const { source, findings, variable, style, everyPlace, siblings = [] } = request;
  const [first] = findings;
  if (first === undefined) return withheld(gone);
  const spans = everyPlace
    ? withOccurrences(
        source.text,
        findings.map(({ span }) => span),
      )
    : [first.span];
  const { value, literals, left } = collectPlaces(view, spans);
  const places = literals.reduce((sum, { secrets }) => sum + secrets.length, 0);
  const context = contextOf(request);
  const replaced = literals.map(({ span }) => span);
  const lookup = request.lookup ?? dialect.environmentLookup({ view, variable, style, places, spans: replaced, siblings, context });
  const draft = new Draft(view, dialect, context, { lookup, ...(request.refusePlace && { refusePlace: request.refusePlace }) });
  const stay = [...left];
  for (const literal of literals) {
    const reason = draft.add(literal);
    if (reason !== undefined) stay.push(...literal.secrets.map(span => ({ span, reason })));
  }
  if (draft.places === 0) return withheld(reasonAt(first.span, stay));
  const edits = [...draft.edits.edits, ...(dialect.supply?.(view, draft.needs, { siblings }) ?? [])];
  return { kind: 'edits', edits: edits.sort(byStart), variable, value, places: draft.places, left: stay.sort(byStart) };
}

const gone = phrase('The value is no longer there.');

function byStart(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start;
}

/** What is wrong with the place the user asked about. */
function reasonAt(asked: Span, left: readonly LeftPlace[]): Phrase {
  const place = left.find(({ span }) => span.start === asked.start) ?? left[0];
  return place?.reason ?? gone;
}

/** What the tree says of the place, or where there is none, what the code around it looks like. */
function refusePlace(view: CodeView, literal: Literal, { refusals, guessRefusal }: Dialect): Phrase | undefined {
  if (view.syntax === undefined) return guessRefusal?.(view, literal);
  if (view.syntax.isBrokenAt(literal.span)) return phrase('The code around the value has a syntax error.');
  return refusals?.[view.syntax.positionOf(literal.span)];
}

type Writing = Required<Pick<EnvironmentFixRequest, 'lookup'>> & Pick<EnvironmentFixRequest, 'refusePlace'>;

/** Collects the edits of all places that can be rewritten. */
class Draft {
  readonly edits = new EditList();
  readonly needs = new Set<string>();
  places = 0;
  readonly #view: CodeView;
  readonly #dialect: Dialect;
  readonly #context: FileContext;
  readonly #writing: Writing;

  constructor(view: CodeView, dialect: Dialect, context: FileContext, writing: Writing) {
    this.#view = view;
    this.#dialect = dialect;
    this.#context = context;
    this.#writing = writing;
  }

  /** Why the literal has to stay; `undefined` when it is taken. */
  add(literal: Literal): Phrase | undefined {
    const refusal = refusePlace(this.#view, literal, this.#dialect) ?? this.#writing.refusePlace?.(this.#view, literal);
    if (refusal !== undefined) return refusal;
    const lookup = (quote: string) => this.#writing.lookup(quote, literal.span.start);
    const result = this.#dialect.rewrite({ view: this.#view, literal, context: this.#context, lookup });
    if (result.kind === 'withheld') return result.reason;
    if (!this.edits.add(result.edits)) return phrase('Another change of this fix is in the way.');
    for (const need of result.needs) this.needs.add(need);
    this.places += literal.secrets.length;
    return undefined;
  }
}
