// An error of our own for a log: where it happened, but not its message, which may quote what was scanned.

export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return [`${error.name}${code}`, ...frames].join('\n');
}
