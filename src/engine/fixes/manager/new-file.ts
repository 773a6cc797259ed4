// A file that a fix creates.

import type { FileEdits } from '../plan.ts';

export function newFile(path: string, text: string): FileEdits {
  return { path, text: '', edits: [{ span: { start: 0, end: 0 }, newText: text }], isNew: true };
}
