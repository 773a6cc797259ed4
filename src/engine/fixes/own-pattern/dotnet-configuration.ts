// `configuration["Section:Key"]` of .NET, where an IConfiguration is at hand. The value goes to the user secrets of a project that
// has some, else to the environment, which .NET reads as `Section__Key`.
// https://learn.microsoft.com/dotnet/core/extensions/configuration · https://learn.microsoft.com/aspnet/core/security/app-secrets

import { parse } from 'jsonc-parser';
import { phrase } from '../../phrase.ts';
import type { ProjectFacts } from '../../project/project-facts.ts';
import { pathInProject } from '../../project/side.ts';
import { userSecretsOf } from '../../project/user-secrets.ts';
import { isJson } from '../../settings/value-reader.ts';
import type { WayPlace } from '../way-place.ts';
import { type ConfigurationInScope, configurationAt } from './dotnet-scope.ts';
import type { OwnPattern } from './own-pattern.ts';
import { pascalCase, sectionNameOf, spellSection } from './section-name.ts';

export function findDotnetConfiguration({ view, context, literals, request, taken }: WayPlace): OwnPattern | undefined {
  const { project, uri } = context;
  if (project === undefined || pathInProject(project, uri) === undefined) return undefined;
  const found = new Map<number, ConfigurationInScope>();
  for (const { span } of literals) {
    const configuration = configurationAt(view, span.start);
    // The same fix writes all places of the value.
    if (configuration === undefined) return undefined;
    found.set(span.start, configuration);
  }
  const secrets = userSecretsOf(project);
  const reads = (source: 'userSecrets' | 'environment'): boolean => [...found.values()].every(configuration => configuration[source]);
  const userSecrets = secrets !== undefined && reads('userSecrets') ? secrets : undefined;
  if (userSecrets === undefined && !reads('environment')) return undefined;
  const key = freeKey(keyOf(request.variable, project), taken);
  const variable = key.replaceAll(':', '__');
  const failing = request.style === 'plain' ? '' : ` ?? throw new System.InvalidOperationException("${key} is not set")`;
  const lookup = (_: string, at: number) => {
    const name = found.get(at)?.name ?? 'configuration';
    return { expression: `${name}["${key}"]${failing}`, isAtomic: failing === '', needs: [] };
  };
  if (userSecrets === undefined) return { variable, change: { lookup } };
  const next = phrase('User secrets are read in development only: elsewhere set the environment variable {0}.', variable);
  return { variable, change: { lookup }, userSecrets, next: [next] };
}

/** `OPENAI_API_KEY` → `OpenAI:ApiKey`; a section that the settings have already is written as it is there. `OpenAI__ApiKey` is a key itself. */
function keyOf(variable: string, project: ProjectFacts): string {
  if (variable.includes('__')) return variable.replaceAll('__', ':');
  const parts = sectionNameOf(variable);
  if (parts === undefined) return pascalCase(variable);
  const section = spellSection(parts.section, sectionsOf(project));
  return `${section}:${pascalCase(parts.name)}`;
}

/** In all of its spellings: .NET takes no notice of capitals. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  const used = new Set([...taken].map(name => name.replaceAll('__', ':').toLowerCase()));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? key : `${key}${number}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

function sectionsOf({ sources }: ProjectFacts): readonly string[] {
  const settings: unknown = parse(sources?.['appsettings.json'] ?? '{}');
  return isJson(settings) ? Object.keys(settings).filter(name => isJson(settings[name])) : [];
}
