// What the engine says about a text. A finding never carries the secret itself:
// it carries where the secret is, a masked preview and a keyed one-way fingerprint.

import type { KeyKind } from './rules/rule.ts';
import type { Span } from './text.ts';

/** `certain`: the format alone proves it. `likely`: format and surroundings agree. `possible`: worth a look when asked for. */
export type Confidence = 'certain' | 'likely' | 'possible';

export interface Finding {
  readonly ruleId: string;
  /** Provider id (`openai`), or `generic`. */
  readonly provider: string;
  readonly kind: KeyKind;
  /** Exactly the secret's characters. */
  readonly span: Span;
  readonly confidence: Confidence;
  readonly masked: string;
  /** Keyed hash of the value; equal values have equal fingerprints under one project's salt. */
  readonly fingerprint: string;
  /** What the rule looks for, when it is one of the project's own: the catalogue knows the others. */
  readonly title?: string;
  /** The identifier, key or variable the value is assigned to, as written (`apiKey`, `OPENAI_API_KEY`), when there is one. */
  readonly name?: string;
  /** The official environment variable of this kind of key, when there is one. */
  readonly variable?: string;
  /** What offline decoding told, in plain words (JWT expiry, key kind). Never a part of the secret. */
  readonly facts?: readonly string[];
}

const ranks: Readonly<Record<Confidence, number>> = { possible: 0, likely: 1, certain: 2 };

/** Whether `confidence` reaches `threshold`. */
export function reaches(confidence: Confidence, threshold: Confidence): boolean {
  return ranks[confidence] >= ranks[threshold];
}
