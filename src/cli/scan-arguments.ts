// The words behind `key-hygiene scan`, checked.

import { parseArgs } from 'node:util';
import type { Confidence } from '../engine/finding.ts';
import { UserError } from './user-error.ts';

const formats = ['text', 'json', 'jsonl', 'sarif'] as const;
export type Format = (typeof formats)[number];
const confidences: readonly Confidence[] = ['certain', 'likely', 'possible'];

export interface ScanArguments {
  /** As typed; `.` when none was. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly output: string | undefined;
  readonly confidence: Confidence | undefined;
  readonly exclude: readonly string[];
  readonly explain: boolean;
  readonly usePolicy: boolean;
  /** Whether findings of the project's own baseline are accepted. */
  readonly useBaseline: boolean;
  readonly stdin: boolean;
  /** What git would commit, rather than what is on disk. */
  readonly staged: boolean;
  readonly stdinFilename: string | undefined;
  readonly help: boolean;
}

export function readScanArguments(words: readonly string[]): ScanArguments {
  const { values, positionals } = parse(words);
  if (values.stdin && positionals.length > 0) throw new UserError('--stdin and paths do not go together.');
  if (values.staged && (values.stdin || positionals.length > 0)) throw new UserError('--staged goes with neither paths nor --stdin.');
  if (values['stdin-filename'] !== undefined && !values.stdin) throw new UserError('--stdin-filename needs --stdin.');
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    format: oneOf('--format', values.format ?? 'text', formats),
    output: values.output,
    confidence: values.confidence === undefined ? undefined : oneOf('--confidence', values.confidence, confidences),
    exclude: values.exclude ?? [],
    explain: values.explain ?? false,
    usePolicy: !values['no-policy'],
    useBaseline: true,
    stdin: values.stdin ?? false,
    staged: values.staged ?? false,
    stdinFilename: values['stdin-filename'],
    help: values.help ?? false,
  };
}

/** Without options there is nothing to parse: Node's parser takes a while to load. */
function parse(words: readonly string[]): Pick<ReturnType<typeof parseOptions>, 'values' | 'positionals'> {
  return words.some(word => word.startsWith('-')) ? parseOptions(words) : { values: {}, positionals: [...words] };
}

function parseOptions(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f' },
        output: { type: 'string', short: 'o' },
        confidence: { type: 'string' },
        exclude: { type: 'string', multiple: true },
        explain: { type: 'boolean' },
        'no-policy': { type: 'boolean' },
        stdin: { type: 'boolean' },
        staged: { type: 'boolean' },
        'stdin-filename': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // Node's sentence names the option; what follows its first sentence explains Node's own syntax.
    const [sentence = ''] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    throw new UserError(`${sentence.replace(/\.$/, '')}. "key-hygiene --help" tells the options.`);
  }
}

function oneOf<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find(choice => choice === value);
  if (found === undefined) throw new UserError(`${option} must be one of ${choices.join(', ')}, not "${value}".`);
  return found;
}
