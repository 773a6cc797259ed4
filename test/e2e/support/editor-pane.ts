// The text editor in front: its text as it is drawn, the cursor, squiggles and the menu of quick fixes.
import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quick-input.ts';
import { readSquiggles, type Squiggle } from './read-squiggles.ts';
import { waitFor } from './wait-for.ts';

export interface QuickFix {
  readonly title: string;
  readonly disabled: boolean;
}

// Where nothing is offered there is no lightbulb to wait for.
const LIGHTBULB_TIMEOUT_MS = 1_500;
const MENU_TIMEOUT_MS = 5_000;
const MENU_ATTEMPTS = 4;

export class EditorPane {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  async waitForTab(name: string): Promise<void> {
    await this.#page.locator('.part.editor .tab.active').filter({ hasText: name }).waitFor();
    await this.#page.locator('.part.editor .monaco-editor .view-lines').first().waitFor();
  }

  /** Types at the cursor, key by key; a line break is Enter. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Puts text at the cursor at once, as a paste does. */
  async insert(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
  }

  async press(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
  }

  /** Line and column start at 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.#quickInput.goTo(line, column);
    await this.#page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${line}, Col ${column}` })
      .waitFor();
    await this.#focused();
  }

  /** Puts the cursor at the start of the first place on the screen that has the text. */
  async goToText(text: string): Promise<void> {
    const lines = (await this.text()).split('\n');
    const line = lines.findIndex(candidate => candidate.includes(text));
    if (line < 0) throw new Error(`Not on the screen: ${text}`);
    await this.goTo(line + 1, (lines[line] ?? '').indexOf(text) + 1);
  }

  async selectAll(): Promise<void> {
    await this.press('Control+A');
  }

  /** In the editor: a tree that still has the keyboard would take the keys for its own. */
  async undo(): Promise<void> {
    await this.#focused();
    await this.press('Control+Z');
  }

  async save(): Promise<void> {
    await this.press('Control+S');
    await this.#page.locator('.part.editor .tab.active:not(.dirty)').waitFor();
  }

  /** The lines on the screen; a file that is longer than the editor is high is not whole. */
  async text(): Promise<string> {
    return this.#pane().evaluate(pane => {
      const lines = [...pane.querySelectorAll<HTMLElement>('.view-line')];
      const inOrder = lines.sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top));
      // The editor draws spaces as non-breaking ones, and an empty line as nothing.
      return inOrder.map(line => (line.textContent ?? '').replaceAll('\u00a0', ' ')).join('\n');
    });
  }

  async waitForText(fits: (text: string) => boolean): Promise<string> {
    return waitFor(
      async () => {
        const text = await this.text();
        return fits(text) && text;
      },
      async () => `the editor shows ${JSON.stringify(await this.text())}`,
    );
  }

  /** What is underlined, with the characters that the line is drawn under. */
  async squiggles(): Promise<Squiggle[]> {
    return this.#pane().evaluate(readSquiggles);
  }

  async waitForSquiggles(count: number): Promise<Squiggle[]> {
    return waitFor(
      async () => {
        const squiggles = await this.squiggles();
        return squiggles.length === count && squiggles;
      },
      async () => `the editor underlines ${(await this.squiggles()).length} places`,
    );
  }

  /** What the menu of quick fixes at the cursor (Ctrl+.) offers. */
  async quickFixes(): Promise<QuickFix[]> {
    const rows = await this.openQuickFixes();
    const fixes = await rows.evaluateAll(elements =>
      elements.map(row => ({
        title: row.querySelector('.title')?.textContent?.trim() ?? '',
        disabled: row.classList.contains('option-disabled'),
      })),
    );
    await this.press('Escape');
    await this.#quickFixesClosed();
    return fixes;
  }

  async chooseQuickFix(title: string | RegExp): Promise<void> {
    const rows = await this.openQuickFixes();
    await rows.filter({ hasText: title }).first().click();
    await this.#quickFixesClosed();
  }

  /** One that goes on outside the editor, such as in the refactor preview. */
  async chooseQuickFixThatLeaves(title: string | RegExp): Promise<void> {
    const rows = await this.openQuickFixes();
    await rows.filter({ hasText: title }).first().click();
    await this.#quickFixMenu().waitFor({ state: 'hidden' });
  }

  /** Ctrl+., Enter: what a person does who trusts the first offer. */
  async acceptPreferredQuickFix(): Promise<void> {
    await this.openQuickFixes();
    await this.press('Enter');
    await this.#quickFixesClosed();
  }

  /** The text of the hover at the cursor. */
  async hover(): Promise<string> {
    const contents = this.#page.locator('.monaco-hover:not(.hidden) .hover-contents');
    for (let attempt = 1; ; attempt++) {
      await this.press('Control+K');
      await this.press('Control+I');
      try {
        await contents.first().waitFor({ timeout: MENU_TIMEOUT_MS });
        return (await contents.allInnerTexts()).join('\n');
      } catch (error) {
        // As with menus: a hover whose content changes while it opens is given up.
        if (attempt === MENU_ATTEMPTS) throw error;
      }
    }
  }

  /** Leaves the menu open; gives its rows. */
  async openQuickFixes(): Promise<Locator> {
    const rows = this.#quickFixMenu().locator('.monaco-list-row.action');
    await this.#waitForLightbulb();
    for (let attempt = 1; ; attempt++) {
      await this.press('Control+.');
      try {
        await rows.first().waitFor({ timeout: MENU_TIMEOUT_MS });
        return rows;
      } catch (error) {
        // The editor gives up a menu whose actions change while it opens; a person presses the keys again.
        if (attempt === MENU_ATTEMPTS) throw error;
      }
    }
  }

  /** The editor asks for actions by itself when the cursor rests, and would give up a menu that was asked for in between. */
  async #waitForLightbulb(): Promise<void> {
    const lightbulb = this.#pane().locator('.lightBulbWidget, .margin-view-overlays [class*="codicon-gutter-lightbulb"]');
    await lightbulb
      .filter({ visible: true })
      .first()
      .waitFor({ timeout: LIGHTBULB_TIMEOUT_MS })
      .catch(() => undefined);
  }

  async #quickFixesClosed(): Promise<void> {
    await this.#quickFixMenu().waitFor({ state: 'hidden' });
    await this.#focused();
  }

  async #focused(): Promise<void> {
    await this.#pane().and(this.#page.locator('.focused')).waitFor();
  }

  #quickFixMenu(): Locator {
    return this.#page.locator('.action-widget:not(.action-list-submenu-panel)');
  }

  #pane(): Locator {
    return this.#page.locator('.part.editor .editor-group-container.active .monaco-editor').first();
  }
}
