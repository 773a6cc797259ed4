// Reads mocha's closing lines from the output of a run.

/**
 * @param {string} output
 * @returns {{ passed: number, failed: number } | undefined} undefined without a summary: the run died on the way
 */
export function readMochaSummary(output) {
  const passed = lastCount(output, /^\s*(\d+) passing\b/gm);
  if (passed === undefined) return undefined;
  return { passed, failed: lastCount(output, /^\s*(\d+) failing\b/gm) ?? 0 };
}

/**
 * @param {string} output
 * @param {RegExp} line
 */
function lastCount(output, line) {
  // Colours are off in pipes, but the extension host may be told otherwise.
  const count = [...withoutColours(output).matchAll(line)].at(-1)?.[1];
  return count === undefined ? undefined : Number(count);
}

/** @param {string} text */
function withoutColours(text) {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');
}
