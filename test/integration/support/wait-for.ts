// Waiting for a state of the editor: what happens there happens later, and how much later is nobody's business.

const POLL_MS = 20;

/** The first result of `probe` that is neither undefined nor false; mocha's timeout ends the waiting. */
export async function waitFor<T>(probe: () => T | undefined | false | Thenable<T | undefined | false>): Promise<T> {
  for (;;) {
    const result = await probe();
    if (result !== undefined && result !== false) return result;
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}
