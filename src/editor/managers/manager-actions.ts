// What `Ctrl+.` offers on a finding for a secret manager: its lookup where code can have one, else the variable that its tools set.

import * as vscode from 'vscode';
import type { FixEdits, FixPlan } from '../../engine/fixes/plan.ts';
import { addressText } from '../../engine/managers/address-text.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { LocatedFinding } from '../../engine/scan/file-report.ts';
import { rangeOf, translate } from '../convert.ts';
import type { EnvironmentFix } from '../environment-fix.ts';
import { linkCommands } from '../ids.ts';
import type { KeysStore } from '../keys-store.ts';
import { placesOfValue } from '../places-of-value.ts';
import type { MoveToManagerRequest, Place } from '../requests.ts';
import type { StorePlaces } from '../store-places.ts';
import { UserError } from '../user-error.ts';
import type { ChosenManager } from './chosen-manager.ts';
import type { ManagerTargets } from './manager-targets.ts';
import type { SecretDesk } from './secret-desk.ts';

export interface ManagerActionsDeps {
  readonly desk: SecretDesk;
  readonly targets: ManagerTargets;
  readonly environmentFix: EnvironmentFix;
  readonly storePlaces: StorePlaces;
  readonly keys: KeysStore;
}

export interface ManagerActions {
  readonly actions: readonly vscode.CodeAction[];
  /** The folder has a manager. */
  readonly isChosen?: boolean;
  /** The one that is better than any other for this folder. */
  readonly best?: vscode.CodeAction | undefined;
}

/** None where this editor reaches no manager. */
export async function managerActions(
  deps: ManagerActionsDeps,
  document: vscode.TextDocument,
  finding: LocatedFinding,
): Promise<ManagerActions> {
  const { desk } = deps;
  if (!desk.canStore) return { actions: [] };
  const chosen = desk.chosen(document.uri);
  const refusal = desk.refusal();
  const general = vscode.l10n.t('Move to a secret manager and look it up there…');
  if (refusal) return { actions: [disabled(general, translate(refusal))] };
  if (!chosen || chosen.missing.length > 0) {
    return { actions: [runs(general, { places: [placeOf(document, finding)], preview: false })] };
  }
  return { ...(await actionsWith(deps, chosen, document, finding)), isChosen: true };
}

async function actionsWith(
  deps: ManagerActionsDeps,
  chosen: ChosenManager,
  document: vscode.TextDocument,
  finding: LocatedFinding,
): Promise<ManagerActions> {
  const { title, injection: tool } = chosen.manager;
  const variable = await deps.storePlaces.variableFor(document, finding);
  const address = await proposalOf(deps, chosen, document, variable);
  if (address instanceof UserError) {
    return { actions: [disabled(vscode.l10n.t('Move to {0} and look it up there', title), translate(address.phrase))] };
  }
  const manager = await deps.targets.of(document, address);
  const name = addressText(address);
  const move = vscode.l10n.t('Move to {0} as {1} and look it up there', title, name);
  const lookup = await deps.environmentFix.plan(document, finding, { variable, way: 'manager', manager });
  if (lookup.kind === 'edits') {
    const best = here(document, finding, move, lookup, 'manager');
    return { actions: [best, ...everywhere(deps, document, finding, lookup, title)], best };
  }
  const injection = await deps.environmentFix.plan(document, finding, { variable, way: 'injection', manager });
  const store = injected(document, finding, injection, { title, name });
  // Without a tool of its own that starts programs, a variable is no better kept by it than by an environment file.
  return { actions: [disabled(move, translate(lookup.reason)), ...store], best: tool === undefined ? undefined : store[0] };
}

async function proposalOf(
  { desk }: ManagerActionsDeps,
  chosen: ChosenManager,
  document: vscode.TextDocument,
  variable: string,
): Promise<SecretAddress | UserError> {
  try {
    return await desk.proposal(chosen, document, variable);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** Where code cannot wait for a manager, the process is started with its secrets. */
function injected(
  document: vscode.TextDocument,
  finding: LocatedFinding,
  plan: FixPlan,
  { title, name }: { readonly title: string; readonly name: string },
): readonly vscode.CodeAction[] {
  if (plan.kind === 'withheld') return [];
  const { variable, command } = plan;
  const label =
    command === undefined
      ? vscode.l10n.t('Store in {0} as {1} and read environment variable {2}', title, name, variable)
      : vscode.l10n.t('Store in {0} as {1} and read environment variable {2} (run with {3})', title, name, variable, command);
  return [here(document, finding, label, plan, 'injection')];
}

function here(
  document: vscode.TextDocument,
  finding: LocatedFinding,
  title: string,
  { variable }: FixEdits,
  way: MoveToManagerRequest['way'] & string,
): vscode.CodeAction {
  return runs(title, { places: [placeOf(document, finding)], variable, way, preview: false });
}

/** The same value in other files, always shown before it is done. */
function everywhere(
  { keys }: ManagerActionsDeps,
  document: vscode.TextDocument,
  finding: LocatedFinding,
  { variable }: FixEdits,
  manager: string,
): readonly vscode.CodeAction[] {
  const others = placesOfValue(keys, finding.fingerprint).filter(({ uri }) => uri.toString() !== document.uri.toString());
  if (others.length === 0) return [];
  const title = vscode.l10n.t('Preview: move to {0} and look it up there in {1} files', manager, others.length + 1);
  return [runs(title, { places: [placeOf(document, finding), ...others], variable, way: 'manager', preview: true })];
}

function placeOf(document: vscode.TextDocument, finding: LocatedFinding): Place {
  return { uri: document.uri, range: rangeOf(finding) };
}

function disabled(title: string, reason: string): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.disabled = { reason };
  return action;
}

function runs(title: string, request: MoveToManagerRequest): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: linkCommands.moveToManager, arguments: [request] };
  return action;
}
