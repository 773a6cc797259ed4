// The hover on a reference to a secret manager: which manager, where in it, and on demand whether the secret exists.

import * as vscode from 'vscode';
import { referenceText } from '../../engine/managers/address-text.ts';
import { managerOf } from '../../engine/managers/catalogue.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { SecretAbsent, SecretFacts } from '../../engine/managers/secret-store.ts';
import { phrase } from '../../engine/phrase.ts';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { documentSelector } from '../documents.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { commands, linkCommands } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import { referenceAt } from '../references.ts';
import { UserError } from '../user-error.ts';
import { rangeOfUsage } from '../views/keys-item.ts';

/** Asks the manager, as the settings of the file say; nothing when the user stopped it, or was told why it cannot be known. */
export type DescribeSecret = (address: SecretAddress, scope: vscode.Uri) => Promise<SecretFacts | SecretAbsent | undefined>;

export interface ReferenceHoverDeps {
  readonly keys: KeysStore;
  readonly boundary: Boundary;
  /** None where no manager can be reached. */
  readonly describe?: DescribeSecret | undefined;
}

/** What the hover's link hands to its command. */
interface CheckRequest {
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
  const found = await describe(address, vscode.Uri.parse(uri));
  if (found?.kind === 'there') void vscode.window.showInformationMessage(presence(found));
  if (found?.kind === 'absent') void vscode.window.showWarningMessage(absence(address));
}

function presence(facts: SecretFacts): string {
  const { manager, field } = facts.address;
  const isFieldUnknown = field !== undefined && !tellsFields.has(manager);
  return sentences(
    whatIsThere(facts),
    isFieldUnknown && vscode.l10n.t('Whether it has the field {0} was not asked: the answer would hold the value.', field),
  );
}

/** Short: of a message without buttons VS Code shows one line. */
function whatIsThere({ address, version, changed }: SecretFacts): string {
  const [manager, name] = [managerOf(address.manager).title, nameOf(address)];
  const since = changed !== undefined && new Intl.DateTimeFormat(vscode.env.language, dateFormat).format(changed);
  if (version === undefined)
    return since ? vscode.l10n.t('{0} has {1}, of {2}.', manager, name, since) : vscode.l10n.t('{0} has {1}.', manager, name);
  if (!since) return vscode.l10n.t('{0} has {1}: version {2}.', manager, name, version);
  return vscode.l10n.t('{0} has {1}: version {2}, of {3}.', manager, name, version, since);
}

const dateFormat = { dateStyle: 'medium', timeStyle: 'short' } as const;

function absence(address: SecretAddress): string {
  const { manager } = address;
  return sentences(
    vscode.l10n.t('{0} has no secret {1}.', managerOf(manager).title, nameOf(address)),
    // A name is looked for in one's own account, whichever an ARN says.
    manager.startsWith('aws-') && vscode.l10n.t('The account that you are signed in to was asked.'),
  );
}

/** The others tell fields only together with their values. */
const tellsFields: ReadonlySet<string> = new Set(['vault']);

function nameOf(address: SecretAddress): string {
  return tellsFields.has(address.manager) ? referenceText(address) : address.name;
}

function sentences(...parts: readonly (string | false)[]): string {
  return parts.filter(part => part !== false).join(' ');
}

function link(label: string, command: string, argument: unknown): string {
  return `[${label}](${vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`)})`;
}
