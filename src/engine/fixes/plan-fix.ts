// Finding + language + way → the fix. Each way reads the same code; the plain lookup is planned without them.

import { languageOf } from '../languages/catalogue.ts';
import { phrase } from '../phrase.ts';
import { isTooLong, viewCode } from './code-view.ts';
import { collectPlaces, withOccurrences } from './collect-places.ts';
import { type FileContext, withheld } from './dialect.ts';
import { dialectOf } from './dialects/catalogue.ts';
import type { FixRequest } from './fix-way.ts';
import { formatFixOf } from './formats/catalogue.ts';
import { planGateway } from './gateway/plan-gateway.ts';
import { helperFileNames, helperLayout, helperRoots } from './manager/catalogue.ts';
import { planFormatManager } from './manager/formats/plan-format-manager.ts';
import { managerOfHelper } from './manager/helper-mark.ts';
import { planInjection } from './manager/plan-injection.ts';
import { planManagerLookup } from './manager/plan-manager-lookup.ts';
import { planOwnPattern } from './own-pattern/plan-own-pattern.ts';
import type { FixPlan } from './plan.ts';
import { planEnvironmentFix } from './plan-environment-fix.ts';
import { planClientDefault } from './sdk/plan-client-default.ts';
import type { WayPlace } from './way-place.ts';

export function planFix(request: FixRequest): FixPlan {
  const { way = 'lookup' } = request;
  if (way === 'lookup') return planEnvironmentFix(request);
  if (way === 'injection') return planInjection(request);
  const format = way === 'manager' ? formatFixOf(request.source) : undefined;
  if (format !== undefined) return planFormatManager(format, request);
  const place = placeOf(request);
  if ('kind' in place) return place;
  if (way === 'manager') return planManagerLookup(place);
  if (way === 'client-default') return planClientDefault(place);
  return way === 'gateway' ? planGateway(place) : planOwnPattern(place);
}

function placeOf(request: FixRequest): WayPlace | FixPlan {
  const { source, findings, project, syntax } = request;
  const language = languageOf(source);
  const dialect = language === undefined ? undefined : dialectOf(language);
  const [first] = findings;
  if (language === undefined || dialect === undefined || first === undefined || isTooLong(source)) return withheld(unknown);
  const view = viewCode(source, language, syntax);
  const context: FileContext = { uri: source.uri, ...(project && { project }) };
  const refusal = dialect.refuse?.(view, context);
  if (refusal !== undefined) return withheld(refusal);
  const spans = withOccurrences(
    source.text,
    findings.map(({ span }) => span),
  );
  const { literals, left } = collectPlaces(view, spans);
  return { view, literals, isEverywhere: left.length === 0, context, request, taken: request.taken ?? new Set() };
}

const unknown = phrase('Nothing more is known of this file.');

/** How to find the helpers that earlier fixes have written, for whoever makes a `ManagerTarget`: of use only with the rest of this file. */
export const helperSearch = { fileNames: helperFileNames, layout: helperLayout, roots: helperRoots, managerOf: managerOfHelper };
