// The formats whose own way of taking a value from outside we know. The first that matches wins: narrow before wide.

import type { SourceText } from '../../text.ts';
import { advisedFormats } from './advised-formats.ts';
import { ansible } from './ansible.ts';
import { azurePipelines } from './azure-pipelines.ts';
import { bitbucketPipelines } from './bitbucket-pipelines.ts';
import { circleci } from './circleci.ts';
import { dockerCompose } from './docker-compose.ts';
import { dockerfile } from './dockerfile.ts';
import { devcontainerJson, editorMcpJson, editorSettings, launchJson, projectMcpJson, tasksJson } from './editor-json.ts';
import type { FormatFix } from './format-fix.ts';
import { githubActions } from './github-actions.ts';
import { githubCompositeAction } from './github-composite-action.ts';
import { gitlabCi } from './gitlab-ci.ts';
import { helm } from './helm.ts';
import { jenkinsfile } from './jenkinsfile.ts';
import { kubernetes } from './kubernetes.ts';
import { npmrc, pipRequirements, yarnrc } from './registry-settings.ts';
import { springProperties, springYaml } from './spring.ts';
import { terraform } from './terraform.ts';
import { bunfig, pipfile, supabase, telegraf } from './toml-settings.ts';
import { maven, nuget } from './xml-settings.ts';
import { dbtProfiles, openTelemetryCollector, railsYaml, serverless, symfonyYaml } from './yaml-settings.ts';

export const formats: readonly FormatFix[] = [
  githubActions,
  githubCompositeAction,
  gitlabCi,
  circleci,
  azurePipelines,
  bitbucketPipelines,
  jenkinsfile,
  dockerCompose,
  dockerfile,
  terraform,
  helm,
  kubernetes,
  springYaml,
  springProperties,
  npmrc,
  yarnrc,
  pipRequirements,
  maven,
  nuget,
  launchJson,
  tasksJson,
  devcontainerJson,
  editorMcpJson,
  projectMcpJson,
  editorSettings,
  serverless,
  dbtProfiles,
  railsYaml,
  symfonyYaml,
  ansible,
  openTelemetryCollector,
  supabase,
  pipfile,
  bunfig,
  telegraf,
  ...advisedFormats,
];

export function formatFixOf(source: SourceText): FormatFix | undefined {
  return formats.find(({ matches }) => matches(source));
}
