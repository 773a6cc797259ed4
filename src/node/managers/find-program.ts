// Where a manager's own program is: on the PATH, but never inside a workspace, which may bring a program of the same name.

import { access, constants, realpath } from 'node:fs/promises';
import { delimiter, isAbsolute, join, sep } from 'node:path';
import type { ManagerHost } from './manager-session.ts';

/** Absolute; `undefined` where there is none. */
export async function findProgram(name: string, { environment, workspaceFolders }: ManagerHost): Promise<string | undefined> {
  const closed = await Promise.all(workspaceFolders().map(realPathOf));
  // Windows calls it `Path`.
  const path = environment['PATH'] ?? environment['Path'] ?? '';
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    for (const file of fileNames(name, environment)) {
      const program = join(folder, file);
      if (!(await isExecutable(program))) continue;
      const real = await realPathOf(program);
      if (!closed.some(root => real === root || real.startsWith(root + sep) || program.startsWith(root + sep))) return program;
    }
  }
  return undefined;
}

function fileNames(name: string, environment: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform !== 'win32') return [name];
  const endings = (environment['PATHEXT'] ?? '.EXE;.CMD').split(';').filter(ending => /^\.(?:com|exe|cmd|bat)$/i.test(ending));
  return endings.map(ending => name + ending.toLowerCase());
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false; // which of the reasons does not matter: it cannot be started
  }
}

async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path; // it may be gone: then nothing is started from it
  }
}
