// CircleCI: rows of an environment are taken as they are written, so the row goes and the project's variable takes over.
// https://circleci.com/docs/guides/security/set-environment-variable/

import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import type { ConfigValue } from './config-file.ts';
import { rewriteYamlScript } from './embedded-script.ts';
import type { FormatFix } from './format-fix.ts';
import { type PlaceRewrite, planPlaces } from './plan-places.ts';
import { replacePlace } from './reference-format.ts';
import { pathOf } from './source-path.ts';
import { dropRow } from './yaml-edits.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export const circleci: FormatFix = {
  id: 'circleci',
  title: 'CircleCI configuration',
  matches: source => /\/\.circleci\/[^/]+\.ya?ml$/.test(pathOf(source)),
  plan: request => planPlaces(request, readYaml, (place, file) => rewrite(request, place, file)),
};

function rewrite(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const result = rewriteAt(request, place, file);
  const next = [phrase('Add {0} to the environment variables of the project, or to a context that the job uses.', request.variable)];
  return result.kind === 'withheld' ? result : { ...result, next };
}

function rewriteAt(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const { variable } = request;
  const at = place.keys.join('/');
  if (/\/steps\/(?:.*\/)?run(?:\/command)?$/.test(at)) return rewriteYamlScript(request, place, file);
  // https://circleci.com/docs/guides/execution-managed/private-images/
  if (/\/docker\/\d+\/(?:auth\/password|aws_auth\/aws_secret_access_key)$/.test(at)) return replacePlace(file, place, `$${variable}`);
  if (place.keys.at(-2) !== 'environment') return withheld(noVariable);
  if (/\/docker\/[1-9]\d*\//.test(at))
    return withheld(phrase('Containers beside the first get no variables of the project: set this one there by hand.'));
  if (place.keys.at(-1) !== variable || place.prefix + place.suffix !== '') return withheld(notFilledIn(variable));
  const row = dropRow(file, place.path);
  if (row === undefined) return withheld(notFilledIn(variable));
  return { kind: 'rewrite', value: place.secret, edits: [row.edit], changes: [{ kind: 'remove', path: row.removed }], next: [] };
}

const noVariable = phrase('CircleCI fills in no variables here: read the value in a command, from a variable of the project.');

const notFilledIn = (variable: string) =>
  phrase('CircleCI takes the rows of an environment as they are written: remove this one and add {0} to the project.', variable);
