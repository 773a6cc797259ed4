// The boundary between VS Code and our code: what throws behind it becomes a sentence for people or a line in the log.

import * as vscode from 'vscode';
import { describeError } from '../engine/describe-error.ts';
import { translate } from './convert.ts';
import { commands } from './ids.ts';
import type { Logger } from './log.ts';
import { UserError } from './user-error.ts';

export class Boundary {
  readonly #log: Logger;
  #told = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  registerCommand<Args extends unknown[]>(id: string, run: (...args: Args) => Promise<void> | void): vscode.Disposable {
    return vscode.commands.registerCommand(id, async (...args: Args) => {
      try {
        await run(...args);
      } catch (error) {
        this.#tell(id, error);
      }
    });
  }

  /** The same call, for event listeners and timers: an error ends here. */
  guard<Args extends unknown[]>(name: string, run: (...args: Args) => Promise<void> | void): (...args: Args) => void {
    return (...args) => {
      void this.#attempt(name, async () => run(...args));
    };
  }

  /** A listener's call that runs now rather than a tick later, for what must keep pace with typing. */
  guardSync<Args extends unknown[]>(name: string, run: (...args: Args) => void): (...args: Args) => void {
    return (...args) => {
      try {
        run(...args);
      } catch (error) {
        this.report(name, error);
      }
    };
  }

  /** A bug: logged with where it happened, and said once so that the log is found. */
  report(name: string, error: unknown): void {
    this.#log.error(`${name}: ${describeError(error)}`);
    if (this.#told) return;
    this.#told = true;
    void this.#offerLog();
  }

  async #attempt(name: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#tell(name, error);
    }
  }

  #tell(name: string, error: unknown): void {
    if (error instanceof UserError) void vscode.window.showWarningMessage(translate(error.phrase));
    else if (!(error instanceof vscode.CancellationError)) this.report(name, error);
  }

  async #offerLog(): Promise<void> {
    const show = vscode.l10n.t('Show Log');
    const choice = await vscode.window.showErrorMessage(vscode.l10n.t('Key Hygiene ran into a problem of its own.'), show);
    if (choice === show) await vscode.commands.executeCommand(commands.showLog);
  }
}
