// The hover on a reference to a secret manager: which manager, where in it, and on demand whether the secret exists.

import * as vscode from 'vscode';
import { managerOf } from '../../engine/managers/catalogue.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { SecretAbsent, SecretFacts, StoreFailed } from '../../engine/managers/secret-store.ts';
import { phrase } from '../../engine/phrase.ts';
import type { Boundary } from '../commands.ts';
import { translate } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { documentSelector } from '../documents.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { commands, linkCommands } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import { referenceAt } from '../references.ts';
import { UserError } from '../user-error.ts';
import { rangeOfUsage } from '../views/keys-item.ts';

/** Asks the manager, with what the settings of the file say of it; nothing when the user does not want it to be asked. */
export type DescribeSecret = (address: SecretAddress, scope: vscode.Uri) => Promise<SecretFacts | SecretAbsent | StoreFailed | undefined>;

export interface ReferenceHoverDeps {
  readonly keys: KeysStore;
  readonly boundary: Boundary;
  /** None where no manager can be reached. */
  readonly describe?: DescribeSecret | undefined;
}

/** What the hover's link hands to its command. */
export interface CheckRequest {
  readonly address: SecretAddress;
  /** Of the file, as text. */
  readonly uri: string;
}

export function registerReferenceHover({ keys, boundary, describe }: ReferenceHoverDeps): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.languages.registerHoverProvider(documentSelector, {
      provideHover: (document, position) => {
        const reference = referenceAt(keys, document, position);
        return reference && new vscode.Hover([content(reference.address, document.uri, describe !== undefined)], rangeOfUsage(reference));
      },
    }),
  );
  store.add(boundary.registerCommand(linkCommands.checkSecret, (request: CheckRequest) => check(request, describe)));
  return store;
}

function content(address: SecretAddress, uri: vscode.Uri, canAsk: boolean): vscode.MarkdownString {
  const manager = managerOf(address.manager);
  const { container, name, field } = address;
  const lines = [
    vscode.l10n.t('secret {0}', name),
    field === undefined ? '' : vscode.l10n.t('field {0}', field),
    container === '' ? '' : `${manager.containerTitle} ${container}`,
  ];
  const request: CheckRequest = { address, uri: uri.toString() };
  const links = [
    canAsk ? link(vscode.l10n.t('Check whether it exists'), linkCommands.checkSecret, request) : '',
    manager.leastPrivilege ? link(vscode.l10n.t('Copy least-privilege policy'), commands.copyLeastPrivilege, { address }) : '',
    manager.leastPrivilege ? link(vscode.l10n.t('Open policy beside'), commands.openLeastPrivilege, { address }) : '',
  ];
  const paragraphs = [
    `$(shield) **${escapeMarkdown(manager.title)}**`,
    lines
      .filter(line => line !== '')
      .map(line => `- ${escapeMarkdown(line)}`)
      .join('\n'),
    links.filter(text => text !== '').join(' · '),
  ];
  const hover = new vscode.MarkdownString(paragraphs.join('\n\n'), true);
  hover.isTrusted = { enabledCommands: [linkCommands.checkSecret, commands.copyLeastPrivilege, commands.openLeastPrivilege] };
  return hover;
}

async function check({ address, uri }: CheckRequest, describe: DescribeSecret | undefined): Promise<void> {
  if (!describe) throw new UserError(phrase('Secret managers cannot be reached from this editor.'));
  const { title } = managerOf(address.manager);
  const asking = vscode.l10n.t('Asking {0} …', title);
  const found = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: asking }, () =>
    describe(address, vscode.Uri.parse(uri)),
  );
  if (found?.kind === 'there') void vscode.window.showInformationMessage(presence(title, found));
  if (found?.kind === 'absent') void vscode.window.showWarningMessage(vscode.l10n.t('{0} has no secret {1}.', title, address.name));
  if (found?.kind === 'failed' && found.why !== 'cancelled') void vscode.window.showWarningMessage(translate(found.reason));
}

function presence(title: string, { address, version, changed }: SecretFacts): string {
  return [
    vscode.l10n.t('{0} has the secret {1}.', title, address.name),
    version === undefined ? '' : vscode.l10n.t('Version: {0}.', version),
    changed === undefined ? '' : vscode.l10n.t('Changed: {0}.', new Date(changed).toLocaleString()),
  ]
    .filter(part => part !== '')
    .join(' ');
}

function link(label: string, command: string, argument: unknown): string {
  return `[${label}](${vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`)})`;
}
