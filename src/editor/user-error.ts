// What a person can be told as it is: the request could not be met, and nothing is wrong with the extension.

import type { Phrase } from '../engine/phrase.ts';
import { formatPhrase } from '../engine/phrase.ts';

export class UserError extends Error {
  /** The sentence for the message, still to be translated. */
  readonly phrase: Phrase;

  constructor(phrase: Phrase) {
    super(formatPhrase(phrase));
    this.phrase = phrase;
  }
}
