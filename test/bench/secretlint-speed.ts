// What secretlint's recommended rules make of the same texts, in process: the packager brings them along.

import path from 'node:path';
import { megabytesOf, type SourceFile } from './source-texts.ts';
import { quantile } from './timing.ts';

/** Rounds that are the compiler's, and those that count. More of them, and it is slowed by all that it has noted of the earlier ones. */
const warmUp = 2;
const rounds = 5;

/** Megabytes a second of processor time. */
export async function measureSecretlint(files: readonly SourceFile[]): Promise<number> {
  const lint = await secretlintRules();
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const before = process.cpuUsage();
    for (const file of files) await lint(file);
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) times.push((user + system) / 1e6);
  }
  return megabytesOf(files) / quantile(times);
}

async function secretlintRules(): Promise<(file: SourceFile) => Promise<unknown>> {
  const [{ lintSource }, { creator }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
  return ({ path: filePath, text }) =>
    lintSource({ source: { filePath, content: text, ext: path.extname(filePath), contentType: 'text' }, options: { config } });
}
