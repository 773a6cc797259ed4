import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processOutput } from '../../../src/cli/process-output.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const noStream = () => assert.fail('the stream was asked for');

describe('process output', () => {
  it('writes to a file without Node’s stream, in order and whole', () => {
    const file = join(temporaryFolder(), 'out.txt');
    const descriptor = openSync(file, 'w');
    const output = processOutput(descriptor, noStream);
    output.write('ä'.repeat(100_000));
    output.write('end\n');
    closeSync(descriptor);
    assert.equal(readFileSync(file, 'utf8'), `${'ä'.repeat(100_000)}end\n`);
    assert.equal(output.isTTY, false);
  });

  it('leaves what is no file and no pipe to the stream', () => {
    const stream = process.stdout;
    const closed = openSync(join(temporaryFolder({ a: '' }), 'a'), 'r');
    closeSync(closed);
    assert.equal(
      processOutput(closed, () => stream),
      stream,
    );
  });
});
