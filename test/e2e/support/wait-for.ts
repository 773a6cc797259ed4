// Waiting for a state that no locator of Playwright can express.

const POLL_MS = 50;
// Far above what anything takes: machines are shared, and only what fails waits so long.
const TIMEOUT_MS = 40_000;

/** The first result of `probe` that is neither undefined nor false. `state` says what was there instead when time is up. */
export async function waitFor<T>(
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  state: () => string | Promise<string>,
): Promise<T> {
  for (const end = Date.now() + TIMEOUT_MS; ; ) {
    const result = await probe();
    if (result !== undefined && result !== false) return result;
    if (Date.now() > end) throw new Error(`Not within ${TIMEOUT_MS / 1000} s: ${await state()}`);
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}
