// An error of our own for a log: where it happened, but not its message, which may quote what was scanned.

export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return [`${error.name}${code}`, ...framesOf(error)].join('\n');
}

/** The calls that led to the error, the innermost first. A stack begins with the message, whose lines may look like calls. */
export function framesOf({ stack = '', message }: Error): readonly string[] {
  const end = stack.indexOf(message) + message.length;
  return stack
    .slice(end)
    .split('\n')
    .filter(line => /^\s+at /.test(line));
}
