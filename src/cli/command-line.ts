// What a command is given by whoever starts it: words, streams, and the parts that only a composition root can make.

import type { Engine } from '../engine/engine.ts';
import type { EngineRecipe } from '../node/scan-messages.ts';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Each is loaded when it is asked for: take them out of here no earlier than they are used. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
}

export interface Deps {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** The bundled scan thread. */
  readonly workerPath: string;
  /** Loads the engine when it is first asked for: `--help` needs none. */
  readonly makeEngine: (recipe: EngineRecipe) => Promise<Engine>;
}

export const exitCodes = { clean: 0, findings: 1, failure: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
