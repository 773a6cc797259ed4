// Tells parts of test file paths from mocha's options, as both stand behind `npm run test:… --`.

// The options of mocha that take a value and make sense for a chosen run.
const WITH_VALUE = new Set(['-g', '--grep', '-f', '--fgrep', '-t', '--timeout', '-R', '--reporter', '--retries', '-s', '--slow']);

/**
 * @param {readonly string[]} args
 * @returns {{ filters: string[], options: string[] }}
 */
export function splitTestArguments(args) {
  /** @type {string[]} */
  const filters = [];
  /** @type {string[]} */
  const options = [];
  args.forEach((arg, index) => {
    const isOption = arg.startsWith('-') || WITH_VALUE.has(args[index - 1] ?? '');
    (isOption ? options : filters).push(arg);
  });
  return { filters, options };
}
