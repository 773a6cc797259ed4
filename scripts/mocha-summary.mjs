// Reads mocha's closing lines from the output of a run.

/**
 * Of several runs one after the other, the last one's.
 * @param {string} output
 * @returns {{ passed: number, failed: number } | undefined} undefined without a summary: the run died on the way
 */
export function readMochaSummary(output) {
  // Colours are off in pipes, but the extension host may be told otherwise.
  const text = withoutColours(output);
  const closing = [...text.matchAll(/^\s*(\d+) passing\b/gm)].at(-1);
  if (closing === undefined) return undefined;
  const failing = /^\s*(\d+) failing\b/m.exec(text.slice(closing.index));
  return { passed: Number(closing[1]), failed: Number(failing?.[1] ?? 0) };
}

/**
 * The outermost suites that mocha lists as failed at the end of a run, each once.
 * @param {string} output
 * @returns {string[]}
 */
export function readFailedSuites(output) {
  const list = withoutColours(output).split(/^\s*\d+ failing\b.*$/m)[1] ?? '';
  return [...new Set([...list.matchAll(/^ {2}\d+\) (.+)$/gm)].map(([, title = '']) => title))];
}

/** @param {string} text */
function withoutColours(text) {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');
}
