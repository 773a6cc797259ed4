// GitHub Actions workflows: `${{ secrets.NAME }}` where the secrets are known, through the step's environment in scripts.
// https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability

import { type Phrase, phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import type { ConfigValue } from './config-file.ts';
import type { FormatFix } from './format-fix.ts';
import { type Outline, outlineAt } from './outline.ts';
import { type PlaceRewrite, planPlaces } from './plan-places.ts';
import { replacePlace } from './reference-format.ts';
import { pathOf } from './source-path.ts';
import { rewriteStep } from './step-environment.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export const githubActions: FormatFix = {
  id: 'github-actions',
  title: 'GitHub Actions workflow',
  matches: source => /\/\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(pathOf(source)),
  plan: request => planPlaces(request, readYaml, (place, file) => rewrite(request, place, file)),
};

const withSecrets = new RegExp(
  [
    '^env/[^/]+$',
    '^jobs/[^/]+/(?:env|secrets)/[^/]+$',
    '^jobs/[^/]+/steps/\\d+/(?:env|with)/[^/]+$',
    '^jobs/[^/]+/(?:container|services/[^/]+)/(?:env|credentials)/[^/]+$',
  ].join('|'),
);

function rewrite(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const at = place.keys.join('/');
  const name = secretName(request.variable);
  const reference = `\${{ secrets.${name} }}`;
  const next = [phrase('Add {0} to the secrets of the repository: “gh secret set {0}” asks for its value.', name)];
  if (isInExpression(place)) return withheld(inExpression);
  if (withSecrets.test(at)) return replacePlace(file, place, reference, { next });
  if (!/^jobs\/[^/]+\/steps\/\d+\/run$/.test(at)) return withheld(reasonAt(at));
  const [document = 0, , job = ''] = place.path;
  const step = place.path.slice(0, -1);
  if (!isPosixShell(shellOf(file.outline, document, job, step))) return withheld(noPosixShell);
  const environments = [
    [...step, 'env'],
    [document, 'jobs', job, 'env'],
    [document, 'env'],
  ];
  const result = rewriteStep({ request, place, file, step, environments, reference });
  return result.kind === 'withheld' ? result : { ...result, next };
}

/** Names that begin with `GITHUB_` belong to GitHub. */
export function secretName(variable: string): string {
  return variable.replace(/^GITHUB_/i, 'GH_');
}

/** Between `${{` and `}}`. */
export function isInExpression({ prefix }: Pick<ConfigValue, 'prefix'>): boolean {
  return prefix.lastIndexOf('${{') > prefix.lastIndexOf('}}');
}

export const inExpression = phrase('The value is inside an expression: write the whole expression anew.');
export const noPosixShell = phrase('This step does not run in a POSIX shell: give it the value in “env” and read it there by hand.');

function reasonAt(at: string): Phrase {
  if (/(?:^|\/)if$/.test(at)) return phrase('Conditions cannot read secrets: give the value to “env” and compare there.');
  if (/^jobs\/[^/]+\/with\//.test(at)) return phrase('Inputs of a reusable workflow take no secrets: pass the value under “secrets”.');
  if (/^on\//.test(at)) return phrase('Defaults of inputs take no secrets: declare a secret under “on.workflow_call.secrets” and pass it.');
  return phrase('GitHub fills in no secrets here: give the value to “env” of a step and use it there.');
}

export function isPosixShell(shell: string): boolean {
  return /^(?:ba|da|k|z)?sh\b/.test(shell);
}

export function shellOf(outline: Outline, document: string | number, job: string | number, step: readonly (string | number)[]): string {
  const places = [
    [...step, 'shell'],
    [document, 'jobs', job, 'defaults', 'run', 'shell'],
    [document, 'defaults', 'run', 'shell'],
  ];
  const named = places.map(path => outlineAt(outline, path)).find(shell => shell !== undefined);
  if (named !== undefined) return String(named);
  const machines = [outlineAt(outline, [document, 'jobs', job, 'runs-on']), outlineAt(outline, [document, 'jobs', job, 'strategy'])];
  return /windows/i.test(JSON.stringify(machines)) ? 'pwsh' : 'bash';
}
