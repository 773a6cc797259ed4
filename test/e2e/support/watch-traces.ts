// What can be seen of a program while it runs and is gone afterwards: command lines and environments of processes, temporary files.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SAMPLE_MS = 100;

export interface Traces {
  /** Each with where it was seen. */
  readonly seen: () => readonly (readonly [string, string])[];
  readonly stop: () => void;
}

/** Looks again and again. Processes are looked at where the system has them as files. */
export function watchTraces(temporaryFolder: string): Traces {
  const seen = new Map<string, string>();
  const sample = (): void => {
    for (const file of [...filesOfProcesses(), ...filesIn(temporaryFolder)]) {
      const text = textOf(file);
      if (text !== '') seen.set(text, file);
    }
  };
  const timer = setInterval(sample, SAMPLE_MS);
  return {
    seen: () => [...seen].map(([text, file]) => [file, text] as const),
    stop: () => clearInterval(timer),
  };
}

function filesOfProcesses(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const ids = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return ids.flatMap(id => [`/proc/${id}/cmdline`, `/proc/${id}/environ`]);
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name));
}

/** Nothing of what went meanwhile, or is another user's. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
