// The hover on an encrypted row: its value, masked, where the private key is at hand.

import * as vscode from 'vscode';
import { whyClosed } from '../../engine/env-file/encrypted/decrypt-rows.ts';
import { readHeader } from '../../engine/env-file/encrypted/header.ts';
import { isEncryptedValue } from '../../engine/env-file/encrypted/value-cipher.ts';
import { mask } from '../../engine/secret.ts';
import { type Definition, readDefinitions } from '../../engine/usages/read-definitions.ts';
import { spanToRange, translate } from '../convert.ts';
import { counts } from '../documents.ts';
import type { Encryption } from '../encryption.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { commands } from '../ids.ts';
import type { SetValueRequest } from '../requests.ts';

export function registerEncryptedValueHover(encryption: Encryption | undefined): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'dotenv' },
    {
      provideHover: (document, position) => (encryption && counts(document) ? hoverAt(encryption, document, position) : undefined),
    },
  );
}

async function hoverAt(
  encryption: Encryption,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const offset = document.offsetAt(position);
  const text = document.getText();
  const row = readDefinitions(text).find(({ nameSpan, valueSpan }) => nameSpan.start <= offset && offset <= valueSpan.end);
  if (!row || !isEncryptedValue(row.value)) return undefined;
  const request: SetValueRequest = { uri: document.uri, name: row.name };
  const links = [
    `[${vscode.l10n.t('Set Value…')}](${link(commands.setEncryptedValue, request)})`,
    `[${vscode.l10n.t('Decrypt for Editing')}](${link(commands.decryptForEditing, document.uri)})`,
  ];
  const told = await tell(encryption, document, text, row);
  const hover = new vscode.MarkdownString([`**${escapeMarkdown(row.name)}** ${told}`, links.join(' · ')].join('\n\n'), true);
  hover.isTrusted = { enabledCommands: [commands.setEncryptedValue, commands.decryptForEditing] };
  return new vscode.Hover(hover, spanToRange(document, { start: row.nameSpan.start, end: row.valueSpan.end }));
}

async function tell({ files, privateKeys }: Encryption, document: vscode.TextDocument, text: string, row: Definition): Promise<string> {
  const header = readHeader(text);
  // A repository must not have keys taken out of their store before it is trusted.
  const privateKey = header && vscode.workspace.isTrusted ? await privateKeys.find(header.publicKey, document.uri.fsPath) : undefined;
  if (privateKey === undefined) return `$(lock) ${escapeMarkdown(vscode.l10n.t('encrypted; its private key is not at hand'))}`;
  const opened = (await files.cipher()).decrypt(privateKey, row.value);
  if (opened.kind !== 'opened') return `$(warning) ${escapeMarkdown(translate(whyClosed(row.name, opened)))}`;
  return `$(lock) ${escapeMarkdown(vscode.l10n.t('encrypted: {0}', mask(opened.value)))}`;
}

function link(command: string, argument: unknown): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}
