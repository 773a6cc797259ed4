// VS Code as a person sees it: the real workbench in Chromium, on a folder of its own, with the packaged VSIX installed.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { installCodeServer } from '../../../scripts/test-host/install-code-server.mjs';
import { createServerFolders, type Server, type ServerFolders, startServer } from '../../../scripts/test-host/start-server.mjs';
import { launchedBrowser } from './browser.ts';
import { EditorPane } from './editor-pane.ts';
import { installedVsix } from './installed-vsix.ts';
import { KeysView } from './keys-view.ts';
import { ProblemsPanel } from './problems-panel.ts';
import { QuickInput } from './quick-input.ts';
import { TestFolder } from './test-folder.ts';
import { waitFor } from './wait-for.ts';

export interface LaunchOptions {
  /** The folder's files, by path. A value is the text. */
  readonly files?: Readonly<Record<string, string>>;
  /** A folder that exists already and is opened as it is, instead of one made of `files`. */
  readonly folder?: string;
  /** Of the files, the `.code-workspace` to open in the place of the folder. */
  readonly workspace?: string;
  /** User settings over the quiet ones that the tests start with. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files in the home folder of the person who sits there, by path. */
  readonly home?: Readonly<Record<string, string>>;
  /** Opens the folder in Restricted Mode. */
  readonly restricted?: boolean;
  /** `trace`: everything that VS Code and its extensions would log. */
  readonly logLevel?: 'trace';
  readonly size?: { readonly width: number; readonly height: number };
}

// Typed text has to arrive as it was typed: nothing completes, closes or indents it.
const PLAIN_TYPING = {
  'editor.acceptSuggestionOnEnter': 'off',
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  'editor.detectIndentation': false,
  'editor.inlineSuggest.enabled': false,
  'editor.minimap.enabled': false,
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.suggestOnTriggerCharacters': false,
};

// Below mocha’s limit, so that a start that fails says so itself.
const START_TIMEOUT_MS = 60_000;
const STATE_TIMEOUT_MS = 40_000;
const FOLDERS_TIMEOUT_MS = 10_000;

export class Workbench {
  readonly folder: TestFolder;
  readonly page: Page;
  readonly editor: EditorPane;
  readonly problems: ProblemsPanel;
  readonly keys: KeysView;
  readonly quickInput: QuickInput;
  readonly #server: Server;
  readonly #userData: string;
  readonly #temporary: string;
  #address = '';

  private constructor(folder: TestFolder, page: Page, server: Server, { userData, temp }: ServerFolders) {
    this.folder = folder;
    this.page = page;
    this.#server = server;
    this.#userData = userData;
    this.#temporary = temp;
    this.quickInput = new QuickInput(page);
    this.editor = new EditorPane(page, this.quickInput);
    this.problems = new ProblemsPanel(page);
    this.keys = new KeysView(page);
  }

  static async launch({
    files = {},
    folder,
    workspace,
    settings = {},
    home = {},
    restricted = false,
    logLevel,
    size,
  }: LaunchOptions = {}): Promise<Workbench> {
    const codeServer = await installCodeServer();
    const folders = createServerFolders({ settings: { ...PLAIN_TYPING, ...settings }, extensions: await installedVsix(codeServer) });
    const homeFolder = new TestFolder(folders.home);
    for (const [name, text] of Object.entries(home)) homeFolder.write(name, text);
    const server = await startServer(codeServer, folders, { restricted, ...(logLevel && { logLevel }) });
    const browser = await launchedBrowser();
    const context = await browser.newContext({ viewport: size ?? { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(STATE_TIMEOUT_MS);
    const workbench = new Workbench(folder === undefined ? TestFolder.of(files) : new TestFolder(folder), page, server, folders);
    try {
      const { path: root } = workbench.folder;
      const opened = workspace === undefined ? { folder: root } : { workspace: path.join(root, workspace) };
      await page.goto(`${server.url}/?${new URLSearchParams(opened)}`);
      // It appears when the extension's manifest is in use.
      await workbench.keys.waitForContainer(START_TIMEOUT_MS);
      if (workspace !== undefined) await workbench.#waitForFolders();
    } catch (error) {
      // Nobody else could: the caller never gets the workbench.
      console.log(`screenshot: ${await workbench.screenshot('launch')}`);
      await workbench.dispose();
      throw error;
    }
    return workbench;
  }

  /** A workbench that asks for the workspace file before the server hands out files takes it for empty: loaded again, it has it. */
  async #waitForFolders(): Promise<void> {
    const folder = this.page.locator('.explorer-folders-view .monaco-list-row').first();
    try {
      await folder.waitFor({ timeout: FOLDERS_TIMEOUT_MS });
    } catch {
      await this.page.reload();
      await folder.waitFor();
      await this.keys.waitForContainer();
    }
  }

  /** Leaves VS Code, as closing its window does; `reopen` comes back to the same folder. */
  async close(): Promise<void> {
    this.#address = this.page.url();
    await this.page.goto('about:blank');
  }

  async reopen(): Promise<void> {
    await this.page.goto(this.#address);
    await this.keys.waitForContainer(START_TIMEOUT_MS);
  }

  /** What is known of the keys is on disk for the next session. */
  async waitForKeptKeys(): Promise<void> {
    const isKept = (): boolean =>
      readdirSync(this.#userData, { recursive: true, encoding: 'utf8' }).some(file => file.endsWith('keys.sealed'));
    await waitFor(isKept, () => 'nothing was kept');
  }

  /** Opens a file of the folder the way a person does: Ctrl+P, its name, Enter. */
  async open(file: string): Promise<EditorPane> {
    await this.quickInput.openFile(file);
    await this.editor.waitForTab(path.posix.basename(file));
    return this.editor;
  }

  /** Runs a command from the command palette by its title, as `Category: Title`. */
  async commandPalette(title: string): Promise<void> {
    await this.quickInput.runCommand(title);
  }

  /** The texts of the notifications on the screen. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  async waitForNotification(text: string | RegExp): Promise<void> {
    await this.page.locator('.notification-toast .notification-list-item-message').filter({ hasText: text }).first().waitFor();
  }

  /** Presses a button of a notification or dialog. */
  async pressButton(label: string): Promise<void> {
    await this.page
      .locator('.notification-toast .monaco-button, .monaco-dialog-box .monaco-button')
      .filter({ hasText: label })
      .first()
      .click();
  }

  /** The texts of the status bar's items. */
  async statusBar(): Promise<string[]> {
    const texts = await this.page.locator('.part.statusbar .statusbar-item').allInnerTexts();
    return texts.map(text => text.trim()).filter(text => text !== '');
  }

  async waitForStatus(text: RegExp): Promise<void> {
    await waitFor(
      async () => (await this.statusBar()).some(item => text.test(item)),
      async () => `the status bar says ${(await this.statusBar()).join(' · ')}`,
    );
  }

  /** Writes test-results/<name>.png and returns its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join('test-results', `${name.replaceAll(/[^\w.-]+/g, '-')}.png`);
    mkdirSync('test-results', { recursive: true });
    await this.page.screenshot({ path: file });
    return file;
  }

  /** For `afterEach`: a test that failed leaves what was on the screen. */
  async screenshotOnFailure(test: Mocha.Test | undefined): Promise<void> {
    if (test?.state === 'failed') console.log(`      screenshot: ${await this.screenshot(test.fullTitle())}`);
  }

  /** That of the server and what it starts. */
  get temporaryFolder(): string {
    return this.#temporary;
  }

  /** What is on the server's disk, in its log, and in the browser's storage, with where it is. Databases are searched as they are. */
  async everythingKept(): Promise<readonly (readonly [string, string])[]> {
    const roots = [path.dirname(this.#userData), this.folder.path];
    const files = roots.flatMap(root =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && !entry.parentPath.includes('extensions'))
        .map(entry => path.join(entry.parentPath, entry.name)),
    );
    const onDisk = files.map(file => [file, readFileSync(file, 'latin1')] as const);
    const inBrowser = JSON.stringify(await this.page.context().storageState({ indexedDB: true }));
    // Files that VS Code has in the browser (logs, backups) are bytes, and bytes come as base64.
    const bytes = [...inBrowser.matchAll(/"b":"([\w+/=-]+)"/g)].map(([, text = '']) => Buffer.from(text, 'base64').toString('latin1'));
    return [...onDisk, ['log', this.#server.log()], ['browser', inBrowser], ['files in the browser', bytes.join('\n')]];
  }

  async dispose(): Promise<void> {
    await this.page.context().close();
    await this.#server.stop();
  }
}
