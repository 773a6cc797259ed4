// Texts that this project has anyway: its sources, and the packages it uses.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(process.cwd());

export interface ProjectText {
  readonly file: string;
  readonly text: string;
}

/** Source files of ordinary size, at most about `most` of each folder, spread evenly over it. */
export function projectTexts(folders: readonly string[], most: number): readonly ProjectText[] {
  return folders
    .flatMap(folder => filesIn(path.join(root, folder), most))
    .map(file => ({ file: path.relative(root, file), text: readFileSync(file, 'utf8') }));
}

function filesIn(folder: string, most: number): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:[cm]?[jt]s|json)$/.test(file))
    .map(file => path.join(folder, file))
    .filter(file => statSync(file).isFile() && statSync(file).size < 60_000)
    .sort();
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, index) => index % step === 0);
}
