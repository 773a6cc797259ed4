// Says what is wrong in settings or in a project's policy, with a button that opens it. Once: then not again until it was right.

import * as vscode from 'vscode';
import { formatPhrase, type Phrase } from '../engine/phrase.ts';
import { policyFileName } from '../engine/settings/policy.ts';
import { projectFileNames } from '../engine/settings/project-file-names.ts';
import { translate } from './convert.ts';
import { settingsSection } from './ids.ts';
import type { Logger } from './log.ts';

export class ProblemNotices {
  readonly #log: Logger;
  /** The sentence last said of each subject. */
  readonly #told = new Map<string, string>();

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Of settings as they apply to one folder; several folders mostly share them and their problems. */
  tellSettings(folder: string, problems: readonly Phrase[]): void {
    this.#tell(`settings of ${folder}`, problems, problem => ({
      text: vscode.l10n.t('A setting of Key Hygiene does not count: {0}', problem),
      button: vscode.l10n.t('Open Settings'),
      open: () => vscode.commands.executeCommand('workbench.action.openSettings', settingsSection),
    }));
  }

  /** Of the files in which a project says what it agreed on; a problem that names none of them is the policy's. */
  tellProject(folder: vscode.WorkspaceFolder, problems: readonly Phrase[]): void {
    this.#tell(folder.name, problems, problem => {
      const file = projectFileNames.find(name => problem.includes(name)) ?? policyFileName;
      return {
        text: problem.includes(file) ? problem : vscode.l10n.t('A part of {0} does not count: {1}', file, problem),
        button: vscode.l10n.t('Open {0}', file),
        open: () => vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(folder.uri, file)),
      };
    });
  }

  #tell(subject: string, problems: readonly Phrase[], noticeOf: (problem: string) => Notice): void {
    for (const problem of problems) this.#log.warn(`${subject}: ${formatPhrase(problem)}`);
    const [first] = problems;
    if (first === undefined) {
      this.#told.delete(subject);
      return;
    }
    const sentence = formatPhrase(first);
    // The same settings for several folders are complained of once.
    const isTold = this.#told.has(subject) || [...this.#told.values()].includes(sentence);
    this.#told.set(subject, sentence);
    if (!isTold) void show(noticeOf(translate(first)));
  }
}

interface Notice {
  readonly text: string;
  readonly button: string;
  readonly open: () => Thenable<unknown>;
}

async function show({ text, button, open }: Notice): Promise<void> {
  if ((await vscode.window.showWarningMessage(text, button)) === button) await open();
}
