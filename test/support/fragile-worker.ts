// A scan thread for tests whose engine flags the word `KEY` and breaks down in two ways, as the text of a file tells it.

import { parentPort } from 'node:worker_threads';
import type { Engine } from '../../src/engine/engine.ts';
import { serveScans } from '../../src/node/scan-thread.ts';

if (parentPort) {
  serveScans(parentPort, ({ settings }) => ({ settings, report }) as Partial<Engine> as Engine);
}

function report({ uri, text }: { readonly uri: string; readonly text: string }): ReturnType<Engine['report']> {
  if (text.includes('end the thread')) process.exit(1);
  if (text.includes('throw')) throw new RangeError(`quotes ${text}`);
  const start = text.indexOf('KEY');
  const finding = {
    ruleId: 'word',
    provider: 'generic',
    kind: 'secret' as const,
    span: { start, end: start + 3 },
    confidence: 'certain' as const,
    masked: '•••',
    fingerprint: '',
    line: 0,
    column: start,
    endLine: 0,
    endColumn: start + 3,
  };
  return { uri, findings: start < 0 ? [] : [finding], usages: [] };
}
