// GitLab pipelines: the row of a variable goes, as the project's own variable of that name takes over; scripts read the variable.
// https://docs.gitlab.com/ci/variables/#cicd-variable-precedence

import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import { type ConfigValue, isUnclear } from './config-file.ts';
import { rewriteYamlScript } from './embedded-script.ts';
import type { FormatFix } from './format-fix.ts';
import { type PlaceRewrite, planPlaces } from './plan-places.ts';
import { replacePlace } from './reference-format.ts';
import { pathOf } from './source-path.ts';
import { dropRow } from './yaml-edits.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export const gitlabCi: FormatFix = {
  id: 'gitlab-ci',
  title: 'GitLab pipeline',
  matches: source => /[/.]gitlab-ci\.ya?ml$|\/\.gitlab\/ci\/[^/]+\.ya?ml$/.test(pathOf(source)),
  plan: request => planPlaces(request, readYaml, (place, file) => rewrite(request, place, file)),
};

function rewrite(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const next = [phrase('Add {0} to the CI/CD variables of the project, masked and hidden.', request.variable)];
  const result = rewriteAt(request, place, file);
  return result.kind === 'withheld' ? result : { ...result, next };
}

function rewriteAt(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const { variable } = request;
  const { keys, path, secret, prefix, suffix } = place;
  if (keys.some(key => /^(?:before_|after_)?script$/.test(key))) return rewriteYamlScript(request, place, file);
  const isVariable = keys.at(-2) === 'variables' || (keys.at(-3) === 'variables' && keys.at(-1) === 'value');
  if (!isVariable) return withheld(noVariable);
  const value = secret.replaceAll('$$', () => '$');
  if (secret.replaceAll('$$', '').includes('$')) return withheld(isUnclear);
  const isDescribed = keys.at(-2) !== 'variables';
  if (keys.at(isDescribed ? -2 : -1) !== variable) return replacePlace(file, place, `$${variable}`, { value });
  const row = isDescribed || prefix + suffix !== '' ? undefined : dropRow(file, path);
  if (row === undefined) return withheld(phrase('Take the row of {0} away: a variable of the project has the same name.', variable));
  return { kind: 'rewrite', value, edits: [row.edit], changes: [{ kind: 'remove', path: row.removed }], next: [] };
}

const noVariable = phrase(
  'GitLab does not fill in variables everywhere: take the value from a CI/CD variable in a script or under “variables”.',
);
