// Measuring: medians of several rounds, processor time where other programs must not count.

/** The middle one of the values, or the one at another share of the way (0.99 for the slowest hundredth). */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How many rounds are the compiler's, however many megabytes a round has. */
export function warmUpRounds(megabytes: number): number {
  return Math.ceil(warmUpMegabytes / megabytes);
}

/** Measured: after so much text our scan gets no faster, and it is more than the others need. */
const warmUpMegabytes = 200;

/** Milliseconds of wall time. */
export function millisecondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Median milliseconds of processor time of the work, after one round to warm up. */
export function processorMilliseconds(rounds: number, work: () => void): number {
  work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return quantile(times);
}
