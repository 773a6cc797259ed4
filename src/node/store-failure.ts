// Why a value could not be stored, thrown inside the value store and answered as `failed` at its door.

import type { Phrase } from '../engine/phrase.ts';
import { phrase } from '../engine/phrase.ts';
import { errorCode } from './error-code.ts';

export class StoreFailure extends Error {
  readonly phrase: Phrase;

  constructor(reason: Phrase) {
    super(reason.text);
    this.name = 'StoreFailure';
    this.phrase = reason;
  }
}

/** The reason of any failure: system errors by their code, as their messages quote paths. */
export function reasonOf(
  error: unknown,
  doing: (code: string) => Phrase = code => phrase('The value could not be stored ({0}).', code),
): Phrase {
  return error instanceof StoreFailure ? error.phrase : doing(errorCode(error));
}
