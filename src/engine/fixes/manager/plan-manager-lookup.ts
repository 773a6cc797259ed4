// The fix that reads the value from a secret manager: a call in the literal's place, its import, and a helper file the project
// has or gets.

import { managerTitles } from '../../managers/manager-titles.ts';
import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { FixPlan } from '../plan.ts';
import { planEnvironmentFix } from '../plan-environment-fix.ts';
import type { WayPlace } from '../way-place.ts';
import { helperLanguageOf } from './catalogue.ts';
import type { CallSite } from './helper-language.ts';
import { environmentNeeds, secretName } from './secret-name.ts';

export function planManagerLookup(place: WayPlace): FixPlan {
  const { request, view, context } = place;
  const target = request.manager;
  if (target === undefined) return withheld(phrase('No secret manager is chosen.'));
  const { address, folder } = target;
  const language = helperLanguageOf(view.language);
  const source = language?.sources[address.manager];
  if (language === undefined || source === undefined)
    return withheld(
      phrase(
        '{0} is not read from {1}: start the program with its secrets in the environment.',
        managerTitles[address.manager],
        view.language.title,
      ),
    );
  const name = secretName(address);
  if (name === undefined) return withheld(phrase('The secret’s name has characters that cannot be written in code: {0}.', address.name));
  const path = context.uri.startsWith(`${folder}/`) ? context.uri.slice(folder.length + 1) : undefined;
  if (path === undefined) return withheld(phrase('Save the file in a folder first: its code needs a helper beside it.'));
  const site: CallSite = { ...place, target, path, name };
  const call = language.call(site, source);
  if (call.kind === 'withheld') return call;
  const { lookup, refusePlace, also, edits = [], next = [] } = call;
  const plan = planEnvironmentFix({ ...request, lookup, ...(refusePlace && { refusePlace }) });
  if (plan.kind === 'withheld') return plan;
  // The place that was asked about decides; others may stay.
  const asked = request.findings[0]?.span.start;
  const stays = plan.left.find(({ span }) => span.start === asked);
  if (stays !== undefined) return withheld(stays.reason);
  const command = language.install(site, source.packages);
  const dependency = language.dependency?.(site, source.packages);
  const installing = [
    ...(dependency ? [dependency] : []),
    ...(command === undefined ? [] : [phrase('Install what it needs: “{0}”.', command)]),
  ];
  const all = [...edits, ...plan.edits].sort((a, b) => a.span.start - b.span.start);
  return {
    ...plan,
    edits: all,
    secret: address,
    next: [...next, ...installing, ...environmentNeeds(address)],
    ...(also && { also }),
    ...(command !== undefined && { command }),
  };
}
