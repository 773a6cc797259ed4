// Bitbucket pipelines: scripts and the variables of pipes read the repository's variables.
// https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/

import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import type { ConfigValue } from './config-file.ts';
import { rewriteYamlScript } from './embedded-script.ts';
import type { FormatFix } from './format-fix.ts';
import { type PlaceRewrite, planPlaces } from './plan-places.ts';
import { replacePlace } from './reference-format.ts';
import { nameOf } from './source-path.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export const bitbucketPipelines: FormatFix = {
  id: 'bitbucket-pipelines',
  title: 'Bitbucket pipeline',
  matches: source => /^bitbucket-pipelines\.ya?ml$/.test(nameOf(source)),
  plan: request => planPlaces(request, readYaml, (place, file) => rewrite(request, place, file)),
};

function rewrite(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const at = place.keys.join('/');
  const isPipe = /\/(?:after-)?script\/\d+\/variables\/[^/]+$/.test(at);
  if (!isPipe && !/\/(?:after-)?script\/\d+$/.test(at)) return withheld(noVariable);
  const result = isPipe ? replacePlace(file, place, `$${request.variable}`) : rewriteYamlScript(request, place, file);
  const next = [phrase('Add {0} to the variables of the repository or the deployment, secured.', request.variable)];
  return result.kind === 'withheld' ? result : { ...result, next };
}

const noVariable = phrase('Bitbucket fills in no variables here: read the value in a script, from a variable of the repository.');
