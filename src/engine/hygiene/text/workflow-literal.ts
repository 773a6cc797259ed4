// Values written into the settings of a pipeline, where the service keeps secrets of its own.

import { phrase } from '../../phrase.ts';
import { isPlaceholderValue } from '../../usages/placeholder-value.ts';
import { isSecretName } from '../../usages/secret-name.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const workflowLiteral: TextCheck = {
  id: 'workflow-literal',
  family: 'exposure',
  title: 'Secret written into a workflow',
  why: 'Whoever can read the repository can read its workflows, forks carry them on, and nothing hides the value in the logs. Keep it among the secrets of the repository or the project and let the workflow name it.',
  severity: 'warning',
  source: 'https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets',
  files: /\.ya?ml$/,
  find: text => {
    const service = services.find(({ path }) => path.test(text.path));
    if (!service) return [];
    return [...text.text.matchAll(row)].flatMap(({ index, groups, indices }): readonly Sighting[] => {
      const { name = '', value = '' } = groups ?? {};
      const [start, end] = indices?.groups?.['value'] ?? [index, index];
      const span = { start, end };
      const finding = text.findingIn(span);
      const isKnownKey = finding !== undefined && finding.provider !== 'generic';
      if (!isSecretName(name) || !(isKnownKey || looksReal(value))) return [];
      return [
        {
          span,
          names: [name],
          ...(finding && { fingerprint: finding.fingerprint }),
          message: phrase(
            '{0} is written into this workflow: keep it among the secrets of the project ({1}).',
            name,
            service.reference(name),
          ),
        },
      ];
    });
  },
};

const services: readonly { readonly path: RegExp; readonly reference: (name: string) => string }[] = [
  { path: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/, reference: name => `\${{ secrets.${name} }}` },
  { path: /(?:^|\/)\.(?:gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/, reference: name => `\${{ secrets.${name} }}` },
  { path: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/, reference: name => `$(${name})` },
  {
    path: /(?:^|\/)(?:\.gitlab-ci|bitbucket-pipelines|\.travis|\.circleci\/config|\.drone|\.woodpecker)\.ya?ml$/,
    reference: name => `$${name}`,
  },
];

const row =
  /^[ \t]{0,80}(?:- )?["']?(?<name>[A-Za-z_]\w{0,99})["']?:[ \t]{1,40}(?:"(?=[^"\r\n]*")|'(?=[^'\r\n]*'))?(?<value>[^\s"'#$|>&*{[!][^\s"']{0,400})/dgm;

/** Databases that live as long as the run have passwords like `postgres` and `test123`: nobody is harmed by those. */
function looksReal(value: string): boolean {
  if (value.length < 10 || isPlaceholderValue(value) || /\$\{|\$\(|^(?:https?|file):|^[./~]/.test(value)) return false;
  if (/test|example|dummy|fake|local|mock|sample|postgres|mysql|root|admin|changeme|default|ci[-_]/i.test(value)) return false;
  return /\d/.test(value) && /[A-Za-z]/.test(value) && !/^[\d.:-]+$/.test(value) && new Set(value).size >= 8;
}
