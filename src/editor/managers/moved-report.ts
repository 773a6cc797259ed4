// What became of an environment file's rows, as a page: what moved and where to, what did not and why, what is left to do. No value.

import * as vscode from 'vscode';
import { addressText } from '../../engine/managers/address-text.ts';
import type { Manager } from '../../engine/managers/manager.ts';
import { fillsInReferences } from '../../engine/managers/row-replacement.ts';
import type { Key } from '../../engine/usages/key.ts';
import { translate } from '../convert.ts';
import { movedRows, type RowOutcome } from './move-rows.ts';

export interface StayedRow {
  readonly name: string;
  /** For people. */
  readonly reason: string;
}

export interface MovedReport {
  readonly file: string;
  readonly manager: Manager;
  readonly outcomes: readonly RowOutcome[];
  /** Rows that were not asked to go, or could not be taken out of the file. */
  readonly stayed: readonly StayedRow[];
  readonly keepsRows: boolean;
  readonly keys: readonly Key[];
}

export function writeReport(report: MovedReport): string {
  const { file, manager } = report;
  const moved = movedRows(report.outcomes);
  const stayed = [...report.outcomes.flatMap(outcome => stayedRow(report, outcome)), ...report.stayed];
  const parts = [
    `# ${vscode.l10n.t('Keys of {0} in {1}', file, manager.title)}`,
    vscode.l10n.t(
      'Stored and read back: {0}. Not moved: {1}. Nothing was overwritten, and this page holds no value.',
      moved.length,
      stayed.length,
    ),
    moved.length > 0 && `## ${vscode.l10n.t('Moved')}`,
    list(moved.map(({ row, stored }) => `\`${row.name}\` → \`${addressText(stored.address)}\`${already(stored.already)}`)),
    stayed.length > 0 && `## ${vscode.l10n.t('Not moved')}`,
    list(stayed.map(({ name, reason }) => `\`${name}\`: ${reason}`)),
    moved.length > 0 && `## ${vscode.l10n.t('What is left to do')}`,
    moved.length > 0 && list(leftToDo(report)),
    moved.length > 0 && startWith(report),
  ];
  return `${parts.filter(part => part !== false && part !== '').join('\n\n')}\n`;
}

function already(isAlready: boolean): string {
  return isAlready ? ` (${vscode.l10n.t('was there already')})` : '';
}

function stayedRow({ manager }: MovedReport, { row, outcome }: RowOutcome): readonly StayedRow[] {
  const { name, address } = row;
  if (outcome?.kind === 'stored') return [];
  if (outcome === undefined) return [{ name, reason: vscode.l10n.t('Not tried.') }];
  if (outcome.kind === 'there') {
    const reason = vscode.l10n.t('{0} has {1} already, with another value.', manager.title, addressText(address));
    return [{ name, reason: [reason, since(outcome.version, outcome.changed)].join(' ').trim() }];
  }
  const maybe = outcome.mayBeStored ? [vscode.l10n.t('It may be in {0} as {1} all the same.', manager.title, addressText(address))] : [];
  return [{ name, reason: [translate(outcome.reason), ...maybe].join(' ') }];
}

function since(version: string | undefined, changed: number | undefined): string {
  const date = changed === undefined ? '' : new Date(changed).toLocaleString(vscode.env.language);
  if (version === undefined) return date;
  return date === '' ? vscode.l10n.t('Version {0}.', version) : vscode.l10n.t('Version {0}, of {1}.', version, date);
}

function leftToDo({ file, manager, keepsRows, outcomes, keys }: MovedReport): string[] {
  const rows = keepsRows
    ? vscode.l10n.t('{0} has its rows still, with their values. Take them out when nothing needs them.', file)
    : fillsInReferences(manager)
      ? vscode.l10n.t('The rows of {0} are references now. Undo brings the values back.', file)
      : vscode.l10n.t(
          'The rows of {0} are comments now, since programs would take a reference for the key. Undo brings the values back.',
          file,
        );
  const committed = vscode.l10n.t('If {0} was ever committed or shared, replace the keys: its history has them.', file);
  const readers = movedRows(outcomes).flatMap(({ row }) => readersOf(row.name, keys));
  const read = readers.length === 0 ? [] : [vscode.l10n.t('They are read from the environment in {0}.', readers.join(', '))];
  return [rows, ...read, committed];
}

const mostReaders = 20;

function readersOf(name: string, keys: readonly Key[]): readonly string[] {
  const usages = keys.filter(({ names }) => names.includes(name)).flatMap(key => key.usages);
  return usages
    .filter(usage => usage.kind === 'environment' && usage.name === name)
    .slice(0, mostReaders)
    .map(({ uri, line }) => `${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))}:${line + 1}`);
}

/** How programs get the values from now on. */
function startWith({ manager, outcomes }: MovedReport): string {
  if (manager.injection !== undefined) {
    return [vscode.l10n.t('Start programs with {0}, which sets the variables:', manager.title), fence(`${manager.injection} COMMAND`)].join(
      '\n\n',
    );
  }
  const lines = movedRows(outcomes).map(({ row, stored }) => `export ${row.name}="$(${manager.readCommand(stored.address)})"`);
  const how = vscode.l10n.t('Have your platform set the variables from the secrets, or set them in the shell before a program is started:');
  return [how, fence(lines.join('\n'))].join('\n\n');
}

function fence(text: string): string {
  return `\`\`\`sh\n${text}\n\`\`\``;
}

function list(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}
