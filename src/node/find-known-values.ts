// Reads environment files and looks for their values in others. Runs on the thread that reads: values never leave it.

import type { CancelToken } from '../engine/cancel.ts';
import type { Engine } from '../engine/engine.ts';
import { type KnownValue, type KnownValuePlace, KnownValues } from '../engine/hygiene/workspace/known-values.ts';
import { isPublic } from '../engine/hygiene/workspace/values-of.ts';
import { fileKindOf } from '../engine/usages/file-kind.ts';
import { readText } from './read-text.ts';

/** Environment files among `files` are passed by: that is where values belong. Stops before the next file when cancelled. */
export function findKnownValues(
  environmentFiles: readonly string[],
  files: readonly string[],
  engine: Engine,
  token: CancelToken,
): readonly KnownValuePlace[] {
  const known = new KnownValues(environmentFiles.flatMap(file => valuesIn(file, engine)));
  const places: KnownValuePlace[] = [];
  if (known.isEmpty) return places;
  for (const file of files) {
    if (token.isCancellationRequested) break;
    const uri = file.replaceAll('\\', '/');
    if (fileKindOf({ uri, languageId: '' }) === 'environment') continue;
    const read = readText(file, engine.settings.maxFileSize);
    if (read.kind === 'skipped') continue;
    places.push(...known.findIn({ uri, languageId: '', text: read.text }).map(place => ({ ...place, uri: file })));
  }
  return places;
}

function valuesIn(file: string, engine: Engine): readonly KnownValue[] {
  const read = readText(file, engine.settings.maxFileSize);
  if (read.kind === 'skipped') return [];
  const { usages } = engine.report({ uri: file.replaceAll('\\', '/'), languageId: '', text: read.text });
  return usages.flatMap(usage => {
    const { kind, name, fingerprint, span } = usage;
    if (kind !== 'config' || name === undefined || fingerprint === undefined || isPublic(usage)) return [];
    return [{ value: read.text.slice(span.start, span.end), fingerprint, name, file }];
  });
}
