// The box at the top of the workbench: the command palette, files by name, lines by number, and questions of extensions.
import type { Locator, Page } from 'playwright-core';

export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget');
  }

  async runCommand(title: string): Promise<void> {
    await this.#openWith('F1', `>${title}`);
    await this.choose(title);
  }

  /** A command that goes on with a question in the same box: `answer` it or `cancel`. */
  async runAskingCommand(title: string): Promise<void> {
    await this.#openWith('F1', `>${title}`);
    await this.#rows().filter({ hasText: title }).first().click();
    await this.#rows().first().waitFor({ state: 'hidden' });
  }

  /** A command that goes on with a list in the same box, which has such a row: `answer` it or `tick` some. */
  async runListingCommand(title: string, row: string): Promise<void> {
    await this.#openWith('F1', `>${title}`);
    await this.#rows().filter({ hasText: title }).first().click();
    await this.#rows().filter({ hasText: row }).first().waitFor();
  }

  /** Ticks a row of a list that takes several. */
  async tick(text: string): Promise<void> {
    await this.#rows().filter({ hasText: text }).first().click();
  }

  async openFile(file: string): Promise<void> {
    await this.#openWith('Control+P', file);
    await this.choose(file.split('/').at(-1) ?? file);
  }

  async goTo(line: number, column: number): Promise<void> {
    await this.#openWith('Control+G', `:${line}:${column}`);
    await this.#accept();
  }

  /** Chooses the first row that contains the text. */
  async choose(text: string): Promise<void> {
    await this.#rows().filter({ hasText: text }).first().click();
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** Answers a question for text. */
  async answer(text: string): Promise<void> {
    await this.#input().fill(text);
    await this.#accept();
  }

  /** The rows on the screen, each with its description. */
  async rows(): Promise<string[]> {
    await this.#rows().first().waitFor();
    const texts = await this.#rows().allInnerTexts();
    return texts.map(text => text.replaceAll(/\s+/g, ' ').trim());
  }

  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#widget.waitFor({ state: 'hidden' });
  }

  async #openWith(keys: string, text: string): Promise<void> {
    await this.#page.keyboard.press(keys);
    // The box is drawn before it takes the keyboard: until then the text would go into the editor.
    await this.#widget.locator('.quick-input-box input:focus').fill(text);
  }

  async #accept(): Promise<void> {
    await this.#page.keyboard.press('Enter');
    await this.#widget.waitFor({ state: 'hidden' });
  }

  #input(): Locator {
    // Not the box that ticks all rows of a list.
    return this.#widget.locator('.quick-input-box input:not([type="checkbox"])');
  }

  #rows(): Locator {
    return this.#widget.locator('.quick-input-list .monaco-list-row');
  }
}
