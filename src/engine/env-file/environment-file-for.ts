// Which file keeps the values of a source: the one that its framework or its language reads, else the one of the settings.

import { environmentFileOf } from '../project/framework.ts';
import type { ProjectFacts } from '../project/project-facts.ts';
import { localSettingsFile } from './set-local-setting.ts';

export interface EnvironmentFileChoice {
  /** File name such as `.env.local`. */
  readonly envFile: string;
  /** The tools of the project read it in the project's own folder and nowhere else. */
  readonly inProjectFolder: boolean;
}

export interface EnvironmentFileQuestion {
  readonly languageId: string;
  readonly project: ProjectFacts | undefined;
  /** From the settings. */
  readonly envFile: string;
  /** A person chose the file of the settings: then it wins. */
  readonly isChosen: boolean;
}

export function environmentFileFor({ languageId, project, envFile, isChosen }: EnvironmentFileQuestion): EnvironmentFileChoice {
  if (isChosen) return { envFile, inProjectFolder: false };
  // https://stat.ethz.ch/R-manual/R-devel/library/base/html/Startup.html: R reads it where it is started.
  if (languageId === 'r') return { envFile: '.Renviron', inProjectFolder: false };
  if (project === undefined) return { envFile, inProjectFolder: false };
  const own = project.entries.includes('host.json') ? localSettingsFile : environmentFileOf(project);
  return own === undefined ? { envFile, inProjectFolder: false } : { envFile: own, inProjectFolder: true };
}
