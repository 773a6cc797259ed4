// The command line: words and streams in, exit code out. Commands are loaded when they are asked for.

import { framesOf } from '../engine/describe-error.ts';
import { errorCode } from '../node/error-code.ts';
import { type Deps, type ExitCode, exitCodes, type Streams } from './command-line.ts';
import { help } from './help.ts';
import { UserError } from './user-error.ts';

export async function runCli(words: readonly string[], streams: Streams, deps: Deps): Promise<ExitCode> {
  try {
    return await runCommand(words, streams, deps);
  } catch (error) {
    streams.stderr.write(`key-hygiene: ${error instanceof UserError ? error.message : describeBug(error)}\n`);
    return exitCodes.failure;
  }
}

async function runCommand([command, ...words]: readonly string[], streams: Streams, deps: Deps): Promise<ExitCode> {
  switch (command) {
    case 'scan': {
      const { scanCommand } = await import('./scan-command.ts');
      return scanCommand(words, streams, deps);
    }
    case 'init': {
      const { initCommand } = await import('./init-command.ts');
      return initCommand(words, streams, deps);
    }
    case 'baseline': {
      const { baselineCommand } = await import('./baseline-command.ts');
      return baselineCommand(words, streams, deps);
    }
    case '--help':
    case '-h':
    case 'help':
      streams.stdout.write(help);
      return exitCodes.clean;
    case '--version':
    case '-v':
      streams.stdout.write(`${deps.version}\n`);
      return exitCodes.clean;
    case undefined:
      throw new UserError('Which command? "key-hygiene scan" looks for keys in this folder, "key-hygiene --help" tells the rest.');
    default:
      throw new UserError(`There is no command "${command}". "key-hygiene --help" tells which there are.`);
  }
}

/** Where it happened, but not the message: that may quote what was scanned. */
function describeBug(error: unknown): string {
  const frames = error instanceof Error ? framesOf(error) : [];
  return [`This is a bug in Key Hygiene (${errorCode(error)}).`, ...frames.slice(0, 5)].join('\n');
}
