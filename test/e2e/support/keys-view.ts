// The activity-bar container "Key Hygiene" and the tree in it.
import { errors, type Locator, type Page } from 'playwright-core';

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** 1 for the rows that are not inside another. */
  readonly level: number;
  readonly expanded: boolean | undefined;
}

/** Another attempt follows, or the wait that tells. */
function ignoreTimeout(error: unknown): void {
  if (!(error instanceof errors.TimeoutError)) throw error;
}

/** A row as a screen reader has it. */
export interface SpokenRow {
  readonly role: string;
  readonly label: string;
  /** What its buttons are called. */
  readonly actions: readonly string[];
}

export class KeysView {
  readonly details: KeyDetails;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.details = new KeyDetails(page);
  }

  /** The extension is installed and its manifest is in use. */
  async waitForContainer(timeout?: number): Promise<void> {
    await this.#container().waitFor(timeout === undefined ? {} : { timeout });
  }

  /** While the window is still loading, a click may hide what is about to be shown. */
  async show(): Promise<void> {
    for (let attempt = 0; attempt < 4 && !(await this.#pane().isVisible()); attempt++) {
      await this.#container().click();
      await this.#pane().waitFor({ timeout: 5000 }).catch(ignoreTimeout);
    }
    await this.#pane().waitFor();
  }

  /** The text of the badge on the activity bar, empty without one. */
  async badge(): Promise<string> {
    const badge = this.#container().locator('.badge-content');
    return (await badge.count()) === 0 ? '' : badge.innerText();
  }

  async rows(): Promise<TreeRow[]> {
    await this.show();
    return this.#rows().evaluateAll(rows =>
      rows.map(row => ({
        label: row.querySelector('.label-name')?.textContent?.trim() ?? '',
        description: row.querySelector('.label-description')?.textContent?.trim() ?? '',
        level: Number(row.getAttribute('aria-level')),
        expanded: row.hasAttribute('aria-expanded') ? row.getAttribute('aria-expanded') === 'true' : undefined,
      })),
    );
  }

  async waitForRow(text: string | RegExp): Promise<void> {
    await this.show();
    await this.#row(text).waitFor();
  }

  /** The line above the rows. */
  async waitForMessage(text: string): Promise<void> {
    await this.#pane().locator('.message').filter({ hasText: text }).waitFor();
  }

  /** Clicks a row: a key opens or closes, a usage is shown in the editor. */
  async click(text: string | RegExp): Promise<void> {
    await this.waitForRow(text);
    await this.#row(text).click();
  }

  /** Clicks the row of a key while the details are open. Rows move as files change, and another key may get the click: then it is clicked again. */
  async showDetailsOf(name: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.click(name);
      try {
        return await this.details.waitForKey(name);
      } catch (error) {
        if (attempt === mostAttempts) throw error;
      }
    }
  }

  /** Selects a row together with those that are. */
  async addToSelection(text: string | RegExp): Promise<void> {
    await this.waitForRow(text);
    await this.#row(text).click({ modifiers: ['Control'] });
  }

  /** Chooses an entry of a row's context menu. */
  async chooseFromMenu(text: string | RegExp, entry: string): Promise<void> {
    await this.waitForRow(text);
    await this.#row(text).click({ button: 'right' });
    // A menu that has just opened takes no clicks, so that the one that opened it cannot choose.
    await this.#page.locator('.monaco-menu .action-item').filter({ hasText: entry }).first().hover();
    await this.#page.keyboard.press('Enter');
  }

  /** Opens every row that can be opened. */
  async expandAll(): Promise<void> {
    await this.#rows().first().click();
    // VS Code's own: "expand all below".
    await this.#page.keyboard.press('Home');
    for (let index = 0; index < (await this.#rows().count()); index++) {
      if ((await this.#rows().nth(index).getAttribute('aria-expanded')) === 'false')
        await this.#rows().nth(index).locator('.monaco-tl-twistie').click();
    }
  }

  async spokenRows(): Promise<readonly SpokenRow[]> {
    return this.#rows().evaluateAll(readSpoken);
  }

  /** One row of each kind that has buttons. */
  async rowsWithButtons(): Promise<readonly { readonly row: string; readonly actions: readonly string[] }[]> {
    const rows = await this.spokenRows();
    const kinds = new Map(rows.filter(({ actions }) => actions.length > 0).map(row => [row.actions.join(), row]));
    return [...kinds.values()].map(({ label, actions }) => ({ row: label, actions }));
  }

  /** The entries of the menu of the row with that label. */
  async menuOf(label: string): Promise<readonly string[]> {
    const labels = (await this.spokenRows()).map(row => row.label);
    await this.#rows().nth(labels.indexOf(label)).click({ button: 'right' });
    const entries = this.#page.locator('.monaco-menu .action-label');
    await entries.first().waitFor();
    const texts = await entries.allInnerTexts();
    await this.#page.keyboard.press('Escape');
    await this.#page.locator('.monaco-menu').waitFor({ state: 'detached' });
    // Else what the pointer rests on opens a hover over the rows around it.
    await this.#page.mouse.move(0, 0);
    return texts.map(text => text.trim());
  }

  /** Presses the button that starts a scan, then the one that is in its place while it runs. */
  async startAndStopScan(): Promise<void> {
    await this.show();
    await this.#pressTitleButton('Scan Workspace');
    await this.#pressTitleButton('Stop Scan');
  }

  /** The text that an empty view shows instead of rows. */
  async welcome(): Promise<string> {
    await this.show();
    return this.#pane().locator('.welcome-view').innerText();
  }

  async #pressTitleButton(name: string): Promise<void> {
    // By a key: buttons move while the title is drawn anew, and a pointer would miss them.
    await this.#page.getByRole('toolbar').getByRole('button', { name, exact: true }).press('Enter');
  }

  #container(): Locator {
    // The item rather than the link in it, which the badge covers.
    return this.#page.locator('.activitybar .action-item:has(a[aria-label^="Key Hygiene"])').first();
  }

  #pane(): Locator {
    return paneNamed(this.#page, 'Keys');
  }

  #rows(): Locator {
    return this.#pane().locator('.monaco-list-row');
  }

  #row(text: string | RegExp): Locator {
    return this.#rows().filter({ hasText: text }).first();
  }
}

const mostAttempts = 5;

/** The view below the tree: what is known of the selected key. */
class KeyDetails {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async waitForKey(name: string): Promise<void> {
    await this.#page.locator(`.pane-header[aria-label^="Key Details "][aria-label*="${name}"]`).waitFor({ timeout: 5000 });
  }

  async waitForRow(text: string | RegExp): Promise<void> {
    await this.#rows().filter({ hasText: text }).first().waitFor();
  }

  async waitForNoRow(text: string | RegExp): Promise<void> {
    await this.#rows().filter({ hasText: text }).first().waitFor({ state: 'detached' });
  }

  async click(text: string | RegExp): Promise<void> {
    await this.#rows().filter({ hasText: text }).first().click();
  }

  /** Presses a button in a row. Rows move up when one above them goes, away from under the mouse: it is led there again. */
  async pressInRow(text: string | RegExp, button: string): Promise<void> {
    const row = this.#rows().filter({ hasText: text }).first();
    for (let attempt = 1; ; attempt++) {
      await row.hover();
      try {
        return await row.getByRole('button', { name: button }).click({ timeout: 2000 });
      } catch (error) {
        if (attempt === mostAttempts) throw error;
      }
    }
  }

  async spokenRows(): Promise<readonly SpokenRow[]> {
    return this.#rows().evaluateAll(readSpoken);
  }

  async waitForMessage(text: string): Promise<void> {
    await paneNamed(this.#page, 'Key Details').locator('.message').filter({ hasText: text }).waitFor();
  }

  /** Presses the button in its header; the tree has the place to itself again. */
  async hide(): Promise<void> {
    await paneNamed(this.#page, 'Key Details').getByRole('button', { name: 'Hide Details', exact: true }).press('Enter');
    await paneNamed(this.#page, 'Key Details').waitFor({ state: 'detached' });
  }

  #rows(): Locator {
    return paneNamed(this.#page, 'Key Details').locator('.monaco-list-row');
  }
}

/** Runs in the page. */
function readSpoken(rows: readonly Element[]): SpokenRow[] {
  return rows.map(row => ({
    role: row.getAttribute('role') ?? '',
    label: row.getAttribute('aria-label') ?? '',
    // Without the shortcut that VS Code adds.
    actions: [...row.querySelectorAll('.actions .action-label')].map(button =>
      (button.getAttribute('aria-label') ?? '').replace(/ \(.+\)$/, ''),
    ),
  }));
}

/** By the beginning of its header's label, which goes on with a description. */
function paneNamed(page: Page, name: string): Locator {
  return page.locator('.sidebar .pane').filter({ has: page.locator(`.pane-header[aria-label^="${name} "]`) });
}
