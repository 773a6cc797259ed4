// The command `key-hygiene`: starts the terminal (terminal.ts), from its compiled form where there is one.

import { join } from 'node:path';
import { version } from '../package.json';
import { processOutput } from './cli/process-output.ts';

const words = process.argv.slice(2);

// Who asks for it asks often (editors, hooks), and it needs nothing of the rest.
if (words[0] === '--version' || words[0] === '-v') processOutput(1, () => process.stdout).write(`${version}\n`);
else startTerminal();

function startTerminal(): void {
  const { startProgram }: typeof import('./node/compiled-program.ts') = require('./node/compiled-program.ts');
  const file = join(__dirname, 'terminal.js');
  const { exports: terminal, keep } = startProgram<typeof import('./terminal.ts')>(file, process.env);
  void terminal.runTerminal(words).then(hasScanned => {
    // A scan uses the functions that are worth keeping; what has none here, or all in threads, would keep next to none.
    if (hasScanned) keep();
  });
}
