// The command `key-hygiene`: starts the terminal (terminal.ts), from its compiled form where there is one.

import { join } from 'node:path';
import { startProgram } from './node/compiled-program.ts';

const words = process.argv.slice(2);
const { exports: terminal, keep } = startProgram<typeof import('./terminal.ts')>(join(__dirname, 'terminal.js'), process.env);

void terminal.runTerminal(words).then(() => {
  // A scan uses the functions that are worth keeping; `--version` would keep next to none.
  if (words[0] === 'scan') keep();
});
