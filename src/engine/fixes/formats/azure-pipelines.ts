// Azure Pipelines: `$(NAME)`, and through the step's environment in scripts, as secret variables are not in it by themselves.
// https://learn.microsoft.com/azure/devops/pipelines/process/set-secret-variables

import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import type { ConfigValue } from './config-file.ts';
import type { FormatFix } from './format-fix.ts';
import { noPosixShell } from './github-actions.ts';
import { type PlaceRewrite, planPlaces } from './plan-places.ts';
import { replacePlace } from './reference-format.ts';
import { pathOf } from './source-path.ts';
import { rewriteStep } from './step-environment.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export const azurePipelines: FormatFix = {
  id: 'azure-pipelines',
  title: 'Azure pipeline',
  matches: source =>
    source.languageId === 'azure-pipelines' ||
    /\/azure-pipelines[^/]*\.ya?ml$|\/\.(?:azure-pipelines|azuredevops|pipelines)\/.*\.ya?ml$/.test(pathOf(source)),
  plan: request => planPlaces(request, readYaml, (place, file) => rewrite(request, place, file)),
};

function rewrite(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const result = rewriteAt(request, place, file);
  const next = [phrase('Add {0} to the variables of the pipeline, or to a variable group, as a secret.', request.variable)];
  return result.kind === 'withheld' ? result : { ...result, next };
}

function rewriteAt(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const { variable } = request;
  const { keys, path } = place;
  const reference = `$(${variable})`;
  const key = keys.at(-1) ?? '';
  const group = keys.at(-2) ?? '';
  if (group === 'variables' || (keys.at(-3) === 'variables' && key === 'value')) {
    return key.toLowerCase() === variable.toLowerCase() ? withheld(ownName(variable)) : replacePlace(file, place, reference);
  }
  if (keys.includes('steps') && (group === 'env' || group === 'inputs')) return replacePlace(file, place, reference);
  if (!/^(?:script|bash|pwsh|powershell)$/.test(key)) return withheld(noVariable);
  const isWindows = /\b(?:windows|vs20\d\d)/i.test(file.text);
  if (key !== 'bash' && (key !== 'script' || isWindows)) return withheld(noPosixShell);
  const step = path.slice(0, -1);
  return rewriteStep({ request, place, file, step, environments: [[...step, 'env']], reference });
}

const ownName = (variable: string) =>
  phrase('Take the row of {0} away and add it to the pipeline as a secret; scripts get it through “env” of their step.', variable);

const noVariable = phrase('Azure Pipelines fills in no variables here: give the value to “env” of a step.');
