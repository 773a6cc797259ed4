import assert from 'node:assert/strict';
import { MessageChannel } from 'node:worker_threads';
import type { Engine } from '../../../src/engine/engine.ts';
import { defaultSettings } from '../../../src/engine/settings/settings.ts';
import { recipeOf } from '../../../src/node/scan-messages.ts';
import { serveScans } from '../../../src/node/scan-thread.ts';
import { newFlag } from '../../../src/node/shared-flag.ts';

describe('scan thread', () => {
  it('says once that it is warm, behind its first hundred files', async () => {
    const { port1: thread, port2: host } = new MessageChannel();
    const engine = { settings: defaultSettings } as Engine;
    let warm = 0;
    serveScans(
      thread,
      () => engine,
      () => warm++,
    );
    const scan = async (count: number): Promise<number> => {
      const files = Array.from({ length: count }, (_, index) => `/is/not/there/${index}`);
      const answered = new Promise(resolve => {
        host.on('message', ({ kind }) => kind === 'scanned' && resolve(kind));
      });
      host.postMessage({ kind: 'scan', files, recipe: { ...recipeOf(defaultSettings, '') }, cancel: newFlag() });
      await answered;
      await new Promise(resolve => setImmediate(resolve));
      host.removeAllListeners('message');
      return warm;
    };
    try {
      assert.deepEqual([await scan(60), await scan(60), await scan(500)], [0, 1, 1]);
    } finally {
      host.close();
    }
  });
});
