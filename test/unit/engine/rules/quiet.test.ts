// Code, settings and texts of many kinds that talk about keys and hold none: not a word about any line of them.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scanSample } from '../../../support/scan-sample.ts';

const folder = path.resolve('test/fixtures/quiet');
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());

describe('nothing is flagged in', () => {
  it('four hundred lines and more', () => {
    const lines = files.flatMap(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8').trimEnd().split('\n'));
    assert.ok(lines.length > 400, String(lines.length));
  });

  for (const { parentPath, name } of files) {
    const file = path.join(parentPath, name);
    const uri = path.relative(folder, file).replaceAll('\\', '/');
    // As if it stood among the sources: in tests and documents less is shown.
    it(uri, () => {
      const found = scanSample(readFileSync(file, 'utf8'), { uri: `src/${uri}`, languageId: '' });
      assert.deepEqual(
        found.map(({ ruleId, value }) => `${ruleId} ${value}`),
        [],
      );
    });
  }
});
