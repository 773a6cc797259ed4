// Whether anything in a project seems to load its environment file, and what to do where nothing does. A program whose values
// lie in a file that nobody reads fails on its first lookup.

import { runCommand } from '../env-file/encrypted/run-command.ts';
import { environmentFormatOf } from '../env-file/environment-format.ts';
import { languageOf } from '../languages/catalogue.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { SourceText } from '../text.ts';
import { environmentFileOf, frameworkOf } from './framework.ts';
import type { ProjectFacts } from './project-facts.ts';

export interface LoadingQuestion {
  readonly source: SourceText;
  readonly project: ProjectFacts | undefined;
  /** File name such as `.env`. */
  readonly envFile: string;
  /** Only dotenvx can read it then. */
  readonly isEncrypted?: boolean;
}

export interface LoadingAdvice {
  readonly note: Phrase;
  readonly kind: 'command' | 'line';
  /** The command, or the line of code, that loads the file: to be copied. */
  readonly copy: string;
}

/** `undefined` where something loads the file, or may: silence is better than a wrong claim. */
export function adviseLoading({ source, project, envFile, isEncrypted = false }: LoadingQuestion): LoadingAdvice | undefined {
  if (isEncrypted) return mentionsDotenvx(source, project) ? undefined : throughDotenvx(envFile);
  const language = languageOf(source)?.id;
  const runtime = runtimes.find(({ languages }) => languages.includes(language ?? ''));
  // Files of another format are read by the one tool that has it.
  if (runtime === undefined || !environmentFormatOf(envFile).hasExample || envFile === '.dev.vars') return undefined;
  const manifests = Object.values(project?.manifests ?? {}).join('\n');
  const isLoaded =
    runtime.loaders.test(manifests) || runtime.inCode.test(source.text) || (project !== undefined && toolLoads(project, envFile));
  if (isLoaded) return undefined;
  return runtime.advise(project, envFile) ?? inShell(envFile);
}

function mentionsDotenvx({ text }: SourceText, project: ProjectFacts | undefined): boolean {
  return [text, ...Object.values(project?.manifests ?? {})].some(content => /dotenvx|dotenv_?privatekey/i.test(content));
}

function throughDotenvx(envFile: string): LoadingAdvice {
  const copy = runCommand(envFile);
  return { note: phrase('{0} is encrypted: start the program with “{1} …”, which opens it.', envFile, copy), kind: 'command', copy };
}

/** Tools that load the file for whatever they start, whichever language it is in. */
function toolLoads(project: ProjectFacts, envFile: string): boolean {
  const framework = frameworkOf(project);
  const isOwnTool = framework === 'bun' || environmentFileOf(project) !== undefined;
  return isOwnTool || (envFile === '.env' && project.entries.some(name => starters.test(name)));
}

/** Compose, foreman and its kin, direnv, mise, Task, just, Tilt, pipenv; requirements that lie deeper than we read. */
const starters =
  /^(?:(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml|Procfile.*|\.envrc|\.?mise\.toml|Taskfile\.ya?ml|\.?[Jj]ustfile|Tiltfile|Pipfile|requirements|environment\.ya?ml|setup\.cfg)$/;

interface Runtime {
  /** Ids in `languages/catalogue.ts`. */
  readonly languages: readonly string[];
  /** Packages, or options of commands, in a manifest. */
  readonly loaders: RegExp;
  /** Calls in the file itself. */
  readonly inCode: RegExp;
  /** For this project; the way of every shell where it has none of its own. */
  readonly advise: (project: ProjectFacts | undefined, envFile: string) => LoadingAdvice | undefined;
}

const runtimes: readonly Runtime[] = [
  {
    languages: ['javascript', 'typescript'],
    loaders:
      /dotenv|env-file|loadEnvFile|"(?:env-cmd|envalid-cli|@nestjs\/config|@adonisjs\/core|@strapi\/strapi|@redwoodjs\/core|@medusajs\/medusa|@react-router\/dev|@remix-run\/dev|firebase-functions|@prisma\/client|prisma|directus|vercel|netlify-cli|sst|convex)"/,
    inCode: /dotenv|loadEnvFile|@next\/env|loadEnv\(/,
    // https://nodejs.org/api/cli.html#--env-filefile · https://docs.deno.com/runtime/reference/env_variables/
    advise: (project, envFile) =>
      command(project && frameworkOf(project) === 'deno' ? `deno run --env-file=${envFile}` : `node --env-file=${envFile}`, envFile),
  },
  {
    languages: ['python'],
    loaders: /dotenv|environs|django-environ|python-decouple|pydantic[-_]settings|dynaconf|starlette|env-file|honcho/i,
    inCode: /dotenv|decouple|pydantic_settings|environs|read_env\(|dynaconf/i,
    // https://docs.astral.sh/uv/concepts/configuration-files/#env · https://saurabh-kumar.com/python-dotenv/
    advise: (project, envFile) => {
      if (project?.entries.includes('uv.lock')) return command(`uv run --env-file ${envFile}`, envFile);
      return line('from dotenv import load_dotenv; load_dotenv()', 'pip install python-dotenv', envFile);
    },
  },
  {
    languages: ['go'],
    loaders: /godotenv|spf13\/viper|cleanenv|koanf/,
    inCode: /godotenv|viper|cleanenv/,
    // https://github.com/joho/godotenv#usage
    advise: (_, envFile) => line('import _ "github.com/joho/godotenv/autoload"', 'go get github.com/joho/godotenv', envFile),
  },
  {
    languages: ['ruby'],
    loaders: /dotenv|foreman|overmind/i,
    inCode: /dotenv/i,
    // https://github.com/bkeepers/dotenv#usage
    advise: (_, envFile) => line('require "dotenv/load"', 'bundle add dotenv', envFile),
  },
  {
    languages: ['php'],
    loaders: /dotenv|laravel\/|symfony\/(?:framework-bundle|runtime)|roots\/bedrock/,
    inCode: /Dotenv/,
    // https://github.com/vlucas/phpdotenv#usage
    advise: (_, envFile) => line('Dotenv\\Dotenv::createImmutable(__DIR__)->load();', 'composer require vlucas/phpdotenv', envFile),
  },
  {
    languages: ['rust'],
    loaders: /dotenv|figment/,
    inCode: /dotenv/,
    // https://docs.rs/dotenvy/latest/dotenvy/fn.dotenv.html
    advise: (_, envFile) => line('dotenvy::dotenv().ok();', 'cargo add dotenvy', envFile),
  },
  {
    languages: ['java', 'kotlin', 'scala', 'groovy'],
    // Quarkus reads `.env` by itself: https://quarkus.io/guides/config-reference#env-file
    loaders: /dotenv|io\.quarkus/,
    inCode: /[Dd]otenv/,
    advise: () => undefined,
  },
  {
    languages: ['csharp', 'fsharp', 'vb'],
    // Aspire hands its own settings to what it starts.
    loaders: /DotNetEnv|dotenv\.net|Aspire/,
    inCode: /DotNetEnv|DotEnv/,
    // https://github.com/tonerdo/dotnet-env#usage
    advise: (project, envFile) => {
      // What belongs to no project can take no package.
      if (!project?.entries.some(name => /\.(?:cs|fs|vb)proj$/.test(name))) return undefined;
      return line('DotNetEnv.Env.Load();', 'dotnet add package DotNetEnv', envFile);
    },
  },
  {
    languages: ['shellscript'],
    loaders: /(?!)/,
    inCode: /(?:^|[\s;&|])(?:\.|source)\s+\S*\.env\b|env-file|dotenv/,
    advise: () => undefined,
  },
  {
    languages: ['r'],
    loaders: /dotenv/,
    inCode: /readRenviron|dotenv/,
    // https://stat.ethz.ch/R-manual/R-devel/library/base/html/readRenviron.html
    advise: (_, envFile) => ({
      note: phrase('Nothing here seems to load {0}: begin the program with “{1}”.', envFile, `readRenviron("${envFile}")`),
      kind: 'line',
      copy: `readRenviron("${envFile}")`,
    }),
  },
  {
    languages: ['makefile'],
    loaders: /(?!)/,
    inCode: /^-?s?include\s.*\.env\b|env-file|dotenv/m,
    advise: () => undefined,
  },
  {
    languages: ['perl', 'lua', 'c', 'cpp', 'swift', 'elixir', 'julia'],
    loaders: /dotenv|vapor/i,
    inCode: /dotenv/i,
    advise: () => undefined,
  },
];

function command(copy: string, envFile: string): LoadingAdvice {
  return { note: phrase('Nothing here seems to load {0}: start the program with “{1}”.', envFile, copy), kind: 'command', copy };
}

/** Such calls look for `.env` and for nothing else. */
function line(copy: string, install: string, envFile: string): LoadingAdvice | undefined {
  if (envFile !== '.env') return undefined;
  return {
    note: phrase('Nothing here seems to load {0}: begin the program with “{1}” (after “{2}”).', envFile, copy, install),
    kind: 'line',
    copy,
  };
}

function inShell(envFile: string): LoadingAdvice {
  const copy = `set -a; . ./${envFile}; set +a`;
  return {
    note: phrase('Nothing here seems to load {0}: run “{1}” in the shell that starts the program.', envFile, copy),
    kind: 'command',
    copy,
  };
}
