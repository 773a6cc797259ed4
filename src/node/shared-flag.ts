// A cancel token that threads share: a flag in memory, because a thread busy with a file reads no messages.

import type { CancelToken } from '../engine/cancel.ts';

export function newFlag(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

export function raiseFlag(flag: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(flag), 0, 1);
}

export function flagToken(flag: SharedArrayBuffer): CancelToken {
  const cell = new Int32Array(flag);
  return {
    get isCancellationRequested() {
      return Atomics.load(cell, 0) !== 0;
    },
  };
}
