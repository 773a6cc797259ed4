// One measure in a process of its own: `run-measure NAME LIST`, LIST being a file with the paths of the source files as JSON. Its figure
// goes to standard output as JSON.

import { readFileSync } from 'node:fs';
import { measures } from './measures.ts';
import { readSourceFiles } from './source-texts.ts';

const [name = '', list = ''] = process.argv.slice(2);
const measure = measures[name as keyof typeof measures];
if (!measure) throw new Error(`There is no measure ${name}.`);
const files = readSourceFiles(JSON.parse(readFileSync(list, 'utf8')));
void Promise.resolve(measure(files)).then(figure => process.stdout.write(JSON.stringify(figure)));
