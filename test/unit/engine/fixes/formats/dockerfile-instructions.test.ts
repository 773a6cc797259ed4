import assert from 'node:assert/strict';
import { hasOwnEscape, readInstructions } from '../../../../../src/engine/fixes/formats/dockerfile-instructions.ts';

function read(text: string): readonly (readonly [string, string, string])[] {
  return readInstructions(text).map(({ name, options, body }) => [name, options.trim(), text.slice(body.start, body.end)]);
}

describe('instructions of a Dockerfile', () => {
  it('go on behind a backslash, over comments and blank lines', () => {
    assert.deepEqual(read('from debian:12\n\n# c\nRUN a \\\n  # d\n\n  && b\nCMD x\n'), [
      ['FROM', '', 'debian:12'],
      ['RUN', '', 'a \\\n  # d\n\n  && b'],
      ['CMD', '', 'x'],
    ]);
  });

  it('have their options apart from what they run', () => {
    assert.deepEqual(read('RUN --mount=type=cache,target=/a \\\r\n  --network=none \\\r\n  make --all\r\n'), [
      ['RUN', '--mount=type=cache,target=/a \\\r\n  --network=none \\', 'make --all'],
    ]);
  });

  it('take in their here-documents', () => {
    assert.deepEqual(read('RUN <<EOF\nENV a\nEOF\nCMD x\n'), [
      ['RUN', '', '<<EOF\nENV a\nEOF'],
      ['CMD', '', 'x'],
    ]);
  });

  it('go on behind another character where a directive says so', () => {
    assert.ok(hasOwnEscape('# syntax=docker/dockerfile:1\n# escape=`\nFROM a\n'));
    assert.ok(!hasOwnEscape('FROM a\n# escape=`\n'));
  });
});
