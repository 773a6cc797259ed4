// “Move to a secret manager”: the value is stored there and read back, and only then do the literals give way to lookups.

import * as vscode from 'vscode';
import { addressText } from '../../engine/managers/address-text.ts';
import { fillsInReferences } from '../../engine/managers/row-replacement.ts';
import type { SecretAddress } from '../../engine/managers/secret-address.ts';
import type { SecretStored } from '../../engine/managers/secret-store.ts';
import { type Phrase, phrase } from '../../engine/phrase.ts';
import { applyReplacement } from '../apply-replacement.ts';
import type { Boundary } from '../commands.ts';
import { translate } from '../convert.ts';
import { linkCommands } from '../ids.ts';
import type { Logger } from '../log.ts';
import type { ManagerTargets } from '../managers/manager-targets.ts';
import type { OpenDesk, SecretDesk } from '../managers/secret-desk.ts';
import { storeSecret } from '../managers/store-secret.ts';
import { tellMoved } from '../managers/tell-moved.ts';
import type { ProjectReader } from '../project-reader.ts';
import { type Part, planReplacement, type Replacement, type ReplacementDeps, replanParts } from '../replacement.ts';
import type { MoveToManagerRequest } from '../requests.ts';
import { storeValues } from '../store-values.ts';
import { UserError } from '../user-error.ts';

export interface MoveToManagerDeps extends ReplacementDeps {
  readonly desk: SecretDesk;
  readonly targets: ManagerTargets;
  readonly projects: ProjectReader;
  readonly boundary: Boundary;
  readonly log: Logger;
}

export function registerMoveToManager(deps: MoveToManagerDeps): vscode.Disposable {
  return deps.boundary.registerCommand(linkCommands.moveToManager, async (request: MoveToManagerRequest) => {
    const [first] = request.places;
    const desk = first && (await deps.desk.open(first.uri));
    if (!desk) return;
    const { parts, stays } = await planMove(deps, desk, request);
    const [part] = parts;
    const proposed = part?.plan.secret;
    if (!part || !proposed) throw new UserError(phrase('The key is no longer there.'));
    const stored = await storeSecret(desk, { connection: desk.connection, proposed, value: part.plan.value });
    if (!stored) return;
    deps.log.info(`stored in ${desk.manager.id}: ${addressText(stored.address)}`);
    const done = await replace(deps, desk, { parts, stored, preview: request.preview });
    const notes = await keepReferences(deps, desk, done, stored.address);
    deps.boundary.guard('tell', () => tellMoved(deps, { desk, stored, parts: done, stays, notes }))();
  });
}

/** The way that was asked for, else the manager's lookup where that can be, else the variable. */
async function planMove(
  deps: MoveToManagerDeps,
  desk: OpenDesk,
  { places, variable, way, preview }: MoveToManagerRequest,
): Promise<Replacement> {
  let address: SecretAddress | undefined;
  const targetFor = async (document: vscode.TextDocument, name: string) => {
    address ??= await deps.desk.proposal(desk, document, name);
    return deps.targets.of(document, address);
  };
  const request = { places, preview, ...(variable !== undefined && { variable }) };
  if (way) return planReplacement(deps, { ...request, way }, targetFor);
  try {
    return await planReplacement(deps, { ...request, way: 'manager' }, targetFor);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return planReplacement(deps, { ...request, way: 'injection' }, targetFor);
  }
}

interface Move {
  readonly parts: readonly Part[];
  readonly stored: SecretStored;
  readonly preview: boolean;
}

/** Planned again for the name that was agreed on, and for what the texts are now. */
async function replace(deps: MoveToManagerDeps, { manager }: OpenDesk, { parts, stored, preview }: Move): Promise<readonly Part[]> {
  const name = addressText(stored.address);
  const current = await replanParts(deps, parts, async ({ document }) => ({ manager: await deps.targets.of(document, stored.address) }));
  if (current.length === 0) {
    throw new UserError(phrase('The text changed meanwhile, so nothing was replaced. The value is in {0} as {1}.', manager.title, name));
  }
  const label = vscode.l10n.t('Look up in {0}', manager.title);
  if (!(await applyReplacement(deps.projects, current, { label, preview }))) {
    throw new UserError(phrase('Nothing was replaced. The value is in {0} as {1}.', manager.title, name));
  }
  return current.filter(({ document, version }) => document.version !== version);
}

/** Code that reads a variable finds the reference in the environment file, for the manager's tool to fill in. */
async function keepReferences(
  { store }: MoveToManagerDeps,
  { manager }: OpenDesk,
  parts: readonly Part[],
  address: SecretAddress,
): Promise<readonly Phrase[]> {
  const reference = fillsInReferences(manager) ? manager.referenceTo?.(address) : undefined;
  const readers = parts.filter(({ wish }) => wish.way === 'injection');
  if (reference === undefined || readers.length === 0) return [];
  try {
    const { files, notes } = await storeValues(
      store,
      readers.map(part => ({ ...part, plan: { ...part.plan, value: reference } })),
    );
    const file = vscode.workspace.asRelativePath(files[0].path);
    return [phrase('{0} has its reference.', file), ...notes];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [phrase('Its reference could not be written to the environment file: {0}', translate(error.phrase))];
  }
}
