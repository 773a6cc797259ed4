// Infisical: `project/environment`, and a path of folders that ends with the secret's name.

import { refuseLength, translateName } from './alphabet.ts';
import { hclString } from './hcl-string.ts';
import type { LeastPrivilege, Manager, NameParts, NameRefused } from './manager.ts';
import { managerTitles } from './manager-titles.ts';
import { fillNameTemplate } from './name-template.ts';
import type { SecretAddress } from './secret-address.ts';
import { shellWord } from './shell-word.ts';

const title = managerTitles.infisical;

export const infisical: Manager = {
  id: 'infisical',
  title,
  containerTitle: 'project and environment',
  namesSource: 'https://infisical.com/docs/documentation/platform/folder',
  addressOf,
  consolePage: ({ container }, endpoint = '') => {
    const { project } = infisicalPlace(container);
    const server = /^https?:\/\//.test(endpoint) ? endpoint.replace(/\/+$/, '') : 'https://app.infisical.com';
    return project === '' ? undefined : `${server}/project/${encodeURIComponent(project)}/secrets/overview`;
  },
  injection: 'infisical run --',
  readCommand: ({ container, name }) => {
    const { project, environment } = infisicalPlace(container);
    const { folder, key } = infisicalName(name);
    const options = [
      project && `--projectId=${shellWord(project)}`,
      environment && `--env=${shellWord(environment)}`,
      `--path=${shellWord(folder)}`,
    ];
    return ['infisical secrets get', shellWord(key), ...options, '--plain'].filter(word => word !== '').join(' ');
  },
  leastPrivilege,
};

export function infisicalPlace(container: string): { readonly project: string; readonly environment: string } {
  const [project = '', environment = ''] = container.split('/', 2);
  return { project: project.trim(), environment: environment.trim() };
}

/** `/shop/OPENAI_API_KEY` is `OPENAI_API_KEY` in `/shop`; without folders it is in `/`. */
export function infisicalName(name: string): { readonly folder: string; readonly key: string } {
  const end = name.lastIndexOf('/');
  return { folder: end <= 0 ? '/' : name.slice(0, end), key: name.slice(end + 1) };
}

/** The container says the environment, so that no folder is called after it. */
function addressOf(container: string, template: string, parts: NameParts): SecretAddress | NameRefused {
  const filled = fillNameTemplate(template, { ...parts, environment: '' });
  if (filled.kind === 'refused') return filled;
  const steps = [...filled.steps, ...(filled.field === undefined ? [] : [filled.field])];
  const folders = steps
    .slice(0, -1)
    .map(step => translateName(step, /[^A-Za-z0-9-]+/g, '-'))
    .filter(step => step !== '');
  const key = translateName(steps.at(-1) ?? '', /[^A-Za-z0-9_.-]+/g, '_');
  return refuseLength(title, key, 255) ?? { manager: 'infisical', container, name: `/${[...folders, key].join('/')}` };
}

/** Machine identities get roles; a role that is as narrow as this is written in Terraform or in the console's form. */
function leastPrivilege({ container, name }: SecretAddress): LeastPrivilege {
  const { project, environment } = infisicalPlace(container);
  const { folder, key } = infisicalName(name);
  const text = [
    "# The role of the program's machine identity.",
    `resource "infisical_project_role" "read_${key.toLowerCase().replace(/[^a-z0-9_]+/g, '_')}" {`,
    `  project_id = ${project === '' ? 'var.project_id' : hclString(project)}`,
    `  name       = ${hclString(`Read ${key}`)}`,
    `  slug       = ${hclString(`read-${key.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`)}`,
    '  permissions_v2 = [{',
    '    subject = "secrets"',
    '    action  = ["describeSecret", "readValue"]',
    '    conditions = jsonencode({',
    ...(environment === '' ? [] : [`      environment = { "$eq" = ${hclString(environment)} }`]),
    `      secretPath  = { "$eq" = ${hclString(folder)} }`,
    `      secretName  = { "$eq" = ${hclString(key)} }`,
    '    })',
    '  }]',
    '}',
    '',
  ].join('\n');
  return {
    title: 'Project role',
    languageId: 'terraform',
    text,
    source: 'https://infisical.com/docs/internals/permissions/project-permissions',
  };
}
