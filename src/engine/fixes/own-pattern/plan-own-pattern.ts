// The fix in the project's own words: its schema of the environment, its settings object, its framework's configuration.

import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import { EditList } from '../edit-list.ts';
import type { FixPlan } from '../plan.ts';
import { planEnvironmentFix } from '../plan-environment-fix.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import type { WayPlace } from '../way-place.ts';
import { findAppSettings } from './dotnet-app-settings.ts';
import { findDotnetConfiguration } from './dotnet-configuration.ts';
import { findGoConfiguration } from './go-configuration.ts';
import { findJavascriptSchema } from './javascript-schema.ts';
import { findLaravelConfig } from './laravel-config.ts';
import type { FindOwnPattern, OwnPattern } from './own-pattern.ts';
import { findPythonReader } from './python-reader.ts';
import { findPythonSettings } from './python-settings.ts';
import { findRailsCredentials } from './rails-credentials.ts';
import { findSpringValue } from './spring-value.ts';
import { findViper } from './viper.ts';

/** By language id; the first that finds something wins. */
const patterns: Readonly<Record<string, readonly FindOwnPattern[]>> = {
  javascript: [findJavascriptSchema],
  typescript: [findJavascriptSchema],
  python: [findPythonSettings, findPythonReader],
  go: [findGoConfiguration, findViper],
  php: [findLaravelConfig],
  java: [findSpringValue],
  ruby: [findRailsCredentials],
  csharp: [findDotnetConfiguration, findAppSettings],
};

export function planOwnPattern(place: WayPlace): FixPlan {
  const [literal] = place.literals;
  const found = literal === undefined ? undefined : findPattern(place, literal);
  if (literal === undefined || found === undefined) return withheld(phrase('No pattern of the project’s own is known here.'));
  const { variable = place.request.variable, also, change, beside = [], next, userSecrets } = found;
  if (place.taken.has(variable)) return withheld(phrase('{0} already stands for another value.', variable));
  const plan =
    'lookup' in change
      ? planEnvironmentFix({ ...place.request, variable, lookup: change.lookup })
      : planEdits(place, literal, change.edits);
  if (plan.kind === 'withheld') return plan;
  const edits = new EditList();
  if (!edits.add(plan.edits) || !edits.add(beside)) return withheld(phrase('Another change of this fix is in the way.'));
  const rest = { ...(also && { also: [also] }), ...(next && { next }), ...(userSecrets !== undefined && { userSecrets }) };
  return { ...plan, edits: edits.edits, variable, ...rest };
}

function findPattern(place: WayPlace, literal: Literal): OwnPattern | undefined {
  for (const find of patterns[place.view.language.id] ?? []) {
    const found = find(place, literal);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** They are of one place: another one would keep the key. */
function planEdits({ literals, isEverywhere, request }: WayPlace, literal: Literal, edits: OwnEdits): FixPlan {
  if (literals.length > 1 || !isEverywhere || !isWhole(literal)) return withheld(phrase('The value is also used elsewhere in this file.'));
  return { kind: 'edits', edits, variable: request.variable, value: literal.value, places: 1, left: [] };
}

type OwnEdits = Extract<OwnPattern['change'], { edits: unknown }>['edits'];
