// From each way to keep a key, the next better one.

import { type Phrase, phrase } from '../phrase.ts';
import type { StorageGrade } from './storage-grade.ts';

export function nextStepOf(grade: StorageGrade): Phrase {
  return steps[grade];
}

const steps: Readonly<Record<StorageGrade, Phrase>> = {
  hardcoded: phrase('Replace it with an environment lookup, then rotate it if it was ever committed or shared.'),
  config: phrase('Move the value to the environment, or to a secret manager, and refer to it by name.'),
  environment: phrase('Keep the value in a secret manager, and keep the file private and out of git until then.'),
  encrypted: phrase('Keep the private key of the file out of git, or the value in a secret manager; rotate it regularly.'),
  manager: phrase('Nothing better is known: rotate it regularly.'),
};
