// The Problems panel.
import type { Page } from 'playwright-core';

export class ProblemsPanel {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The panel's rows, files and problems alike, as they are written. */
  async rows(): Promise<string[]> {
    const panel = this.#page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.#page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    const texts = await panel.locator('.monaco-list-row').allInnerTexts();
    return texts.map(text => text.replaceAll(/\s+/g, ' ').trim());
  }

  async waitForProblem(text: string | RegExp): Promise<void> {
    await this.rows();
    await this.#page.locator('.markers-panel .monaco-list-row').filter({ hasText: text }).first().waitFor();
  }
}
