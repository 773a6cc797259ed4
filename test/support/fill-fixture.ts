// Fixtures hold placeholders where a key stands: `{{secret}}`, `{{secret:2}}` for another one, and near misses of it:
// `{{secret|half}}` its first half, `{{secret|masked}}` its start and then x, `{{secret|spoiled}}` with a foreign character amid.

import { sampleSecret } from './sample-secret.ts';

export interface FilledFixture {
  readonly text: string;
  /** The whole keys that stand in the text; near misses are none. */
  readonly secrets: readonly string[];
}

export function fillFixture(template: string, ruleId: string): FilledFixture {
  const secrets: string[] = [];
  const text = template.replace(/\{\{secret(?::(\d+))?(?:\|(\w+))?\}\}/g, (_, seed: string | undefined, change: string | undefined) => {
    const secret = sampleSecret(ruleId, Number(seed ?? 1));
    if (change === undefined) {
      secrets.push(secret);
      return secret;
    }
    const changed = changes[change];
    if (!changed) throw new Error(`A fixture of ${ruleId} asks for {{secret|${change}}}: there are ${Object.keys(changes).join(', ')}.`);
    return changed(secret);
  });
  return { text, secrets };
}

const changes: Readonly<Record<string, (secret: string) => string>> = {
  half: secret => secret.slice(0, Math.floor(secret.length / 2)),
  masked: secret =>
    secret.slice(0, Math.min(8, secret.length / 3)) + 'x'.repeat(secret.length - Math.min(8, Math.floor(secret.length / 3))),
  spoiled: secret => {
    const middle = Math.floor(secret.length / 2);
    return `${secret.slice(0, middle)}§${secret.slice(middle + 1)}`;
  },
};
