// Google Secret Manager: a project, and a name without slashes.

import { refuseLength, translateName } from './alphabet.ts';
import type { Manager, NameParts, NameRefused } from './manager.ts';
import { managerTitles } from './manager-titles.ts';
import { fillNameTemplate } from './name-template.ts';
import type { SecretAddress } from './secret-address.ts';
import { shellWord } from './shell-word.ts';

const title = managerTitles['google-secret-manager'];

export const googleSecretManager: Manager = {
  id: 'google-secret-manager',
  title,
  containerTitle: 'project',
  namesSource: 'https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets/create',
  addressOf,
  referenceTo: ({ container, name }) => `projects/${container || '-'}/secrets/${name}/versions/latest`,
  consolePage: ({ container, name }) => {
    const project = container === '' ? '' : `?project=${encodeURIComponent(container)}`;
    return `https://console.cloud.google.com/security/secret-manager/secret/${encodeURIComponent(name)}/versions${project}`;
  },
  readCommand: ({ container, name }) => `gcloud secrets versions access latest --secret=${shellWord(name)}${projectOption(container)}`,
  leastPrivilege: ({ container, name }) => ({
    title: 'IAM binding',
    languageId: 'shellscript',
    text: [
      '# SERVICE_ACCOUNT: the e-mail address of the account that the program runs as.',
      `gcloud secrets add-iam-policy-binding ${shellWord(name)}${projectOption(container)} \\`,
      '  --member="serviceAccount:$SERVICE_ACCOUNT" --role=roles/secretmanager.secretAccessor',
      '',
    ].join('\n'),
    source: 'https://cloud.google.com/secret-manager/docs/access-control',
  }),
};

function projectOption(project: string): string {
  return project === '' ? '' : ` --project=${shellWord(project)}`;
}

function addressOf(container: string, template: string, parts: NameParts): SecretAddress | NameRefused {
  const filled = fillNameTemplate(template, parts);
  if (filled.kind === 'refused') return filled;
  const steps = [...filled.steps, ...(filled.field === undefined ? [] : [filled.field])];
  const name = translateName(steps.join('-'), /[^A-Za-z0-9_-]+/g, '-').replace(/-{2,}/g, '-');
  return refuseLength(title, name, 255) ?? { manager: 'google-secret-manager', container, name };
}
