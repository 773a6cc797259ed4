// The short name of a system error. Error messages are never passed on: they quote paths and sometimes input.

/** `EACCES`, `ENOENT` …, else the error's class (`RangeError`). */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
