// Files that no tool fills in from the environment: what to do about a key in them, by the file's name and place.

import { type Phrase, phrase } from '../../phrase.ts';
import type { SourceText } from '../../text.ts';
import { withheld } from '../dialect.ts';
import type { FormatFix } from './format-fix.ts';
import { readJson } from './json-file.ts';
import { pathOf } from './source-path.ts';

interface Advice extends Pick<FormatFix, 'id' | 'title'> {
  readonly path: RegExp;
  /** All of it stands in the text, where the path does not tell. */
  readonly text?: readonly RegExp[];
  readonly reason: Phrase;
}

const advice: readonly Advice[] = [
  {
    id: 'wrangler',
    title: 'Wrangler configuration',
    path: /\/wrangler\.(?:toml|jsonc?)$/,
    reason: phrase('“vars” are not encrypted: “wrangler secret put” keeps the value, .dev.vars holds it for development.'),
  },
  {
    id: 'fly',
    title: 'fly.toml',
    path: /\/fly\.toml$/,
    reason: phrase('Rows of “env” are plain text: remove this one, and “fly secrets import” reads it from standard input.'),
  },
  {
    id: 'netlify',
    title: 'netlify.toml',
    path: /\/netlify\.toml$/,
    reason: phrase('Netlify fills in nothing here: remove the row and set the variable for the site.'),
  },
  {
    id: 'vercel',
    title: 'vercel.json',
    path: /\/vercel\.json$/,
    reason: phrase('Vercel fills in nothing here: remove the row, and “vercel env add” asks for its value.'),
  },
  {
    id: 'app-engine',
    title: 'App Engine configuration',
    path: /\/app\.ya?ml$/,
    text: [/^(?:runtime|env_variables):/m],
    reason: phrase('App Engine fills in nothing here: keep the value in Secret Manager and read it when the program starts.'),
  },
  {
    id: 'cloud-build',
    title: 'Cloud Build configuration',
    path: /\/cloudbuild[\w.-]*\.ya?ml$/,
    reason: phrase('Keep the value in Secret Manager, and name it under “availableSecrets” and “secretEnv”.'),
  },
  {
    id: 'cloudformation',
    title: 'CloudFormation template',
    path: /\.(?:ya?ml|json|template)$/,
    text: [/AWSTemplateFormatVersion|["']?Transform["']?:\s*["']?AWS::Serverless/],
    reason: phrase('Keep the value in Secrets Manager and write a dynamic reference: {0}', '{{resolve:secretsmanager:NAME}}'),
  },
  {
    id: 'codebuild',
    title: 'CodeBuild build specification',
    path: /\/buildspec[\w.-]*\.ya?ml$/,
    reason: phrase('“variables” are plain text: keep the value in Secrets Manager and name it under “secrets-manager”.'),
  },
  {
    id: 'docker-config',
    title: 'Docker credentials',
    path: /\/\.docker\/config\.json$|\/\.dockercfg$/,
    reason: phrase('Set a credential store (“credsStore”) and log in again: “docker login --password-stdin”.'),
  },
  {
    id: 'kubeconfig',
    title: 'kubeconfig',
    path: /\/\.kube\/config$|kubeconfig|\.ya?ml$/,
    text: [/^kind:[ \t]*Config\b/m, /^users:/m],
    reason: phrase('Keep this file out of the project, and let “exec” fetch the credentials.'),
  },
  {
    id: 'python-packages',
    title: 'Python package settings',
    path: /\/\.pypirc$/,
    reason: phrase('Remove the password: twine reads {0}, or asks the keyring.', 'TWINE_PASSWORD'),
  },
  {
    id: 'pyproject',
    title: 'pyproject.toml',
    path: /\/(?:pyproject|uv)\.toml$/,
    reason: phrase(
      'This file is published with the package: name an index here, and give its password in the environment of uv, Poetry or PDM.',
    ),
  },
  {
    id: 'mise',
    title: 'mise configuration',
    path: /\/(?:\.?mise(?:\.[\w-]+)*\.toml|mise\/config(?:\.[\w-]+)*\.toml)$/,
    // https://mise.jdx.dev/environments/
    reason: phrase(
      'Keep the value in .env and let mise read that: “{0}” below “{1}” in the place of this row.',
      "_.file = '.env'",
      '[env]',
    ),
  },
  {
    id: 'streamlit',
    title: 'Secrets of Streamlit',
    path: /\/\.streamlit\/secrets\.toml$/,
    // https://docs.streamlit.io/develop/concepts/connections/secrets-management
    reason: phrase('This file is for secrets: keep it out of git, and set the same in the settings of the deployed app.'),
  },
  {
    id: 'cargo',
    title: 'Cargo configuration',
    path: /\/(?:\.cargo\/(?:config|credentials)(?:\.toml)?|cargo\.toml)$/,
    reason: phrase('Cargo reads tokens of registries from its environment: {0}', 'CARGO_REGISTRIES_NAME_TOKEN'),
  },
  {
    id: 'composer-auth',
    title: 'Composer credentials',
    path: /\/auth\.json$/,
    text: [/"(?:http-basic|github-oauth|gitlab-token|gitlab-oauth|bearer|bitbucket-oauth)"/],
    reason: phrase('Keep this file out of git: Composer takes the same JSON from {0}.', 'COMPOSER_AUTH'),
  },
  {
    id: 'gradle-properties',
    title: 'gradle.properties',
    path: /\/gradle\.properties$/,
    reason: phrase(
      'Remove the row: Gradle takes the property from {0} and its name, or from gradle.properties in your home folder.',
      'ORG_GRADLE_PROJECT_',
    ),
  },
  {
    id: 'git-credentials',
    title: 'Stored credentials',
    path: /\/(?:\.git-credentials|[._]netrc|\.pgpass|\.my\.cnf)$/,
    reason: phrase('This file is for credentials: keep it in your home folder, readable by you only, and out of every project.'),
  },
  {
    id: 'aws-credentials',
    title: 'AWS credentials',
    path: /\/\.aws\/(?:credentials|config)$/,
    reason: phrase('Sign in with “aws sso login” or let “credential_process” fetch the key: this file keeps it as plain text.'),
  },
  {
    id: 'dotnet-config',
    title: '.NET configuration file',
    path: /\/(?:web|app)(?:\.[\w-]+)?\.config$/,
    reason: phrase(
      'Move the setting to a file of its own that git ignores (“file”, “configSource”), or read it with a configuration builder.',
    ),
  },
  {
    id: 'functions-settings',
    title: 'Local settings of Azure Functions',
    path: /\/local\.settings\.json$/,
    reason: phrase('This file is for your machine only: keep it out of git.'),
  },
];

export const advisedFormats: readonly FormatFix[] = [
  appSettings(),
  ...advice.map(({ id, title, path, text, reason }) => ({
    id,
    title,
    matches: (source: SourceText) => path.test(pathOf(source)) && (text ?? []).every(pattern => pattern.test(source.text)),
    plan: () => withheld(reason),
  })),
];

/** https://learn.microsoft.com/aspnet/core/security/app-secrets */
function appSettings(): FormatFix {
  return {
    id: 'appsettings',
    title: 'appsettings.json',
    matches: source => /\/appsettings(?:\.[\w-]+)*\.json$/.test(pathOf(source)),
    plan: ({ source, findings: [first] }) => {
      const place = first === undefined ? undefined : readJson(source.text)?.valueAt(first.span);
      const name = place?.kind === 'value' ? place.keys.join('__') : 'Section__Key';
      return withheld(phrase('Leave the row empty: {0} in the environment fills it, or “dotnet user-secrets” on your machine.', name));
    },
  };
}
