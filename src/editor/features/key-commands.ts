// What can be done with a row of the Keys tree.

import * as vscode from 'vscode';
import { phrase } from '../../engine/phrase.ts';
import { isMovable } from '../../engine/usages/is-movable.ts';
import type { PlacedUsage } from '../../engine/usages/key.ts';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { commands, linkCommands } from '../ids.ts';
import { onePlaceEach } from '../places-of-value.ts';
import type { IgnoreValueRequest, Place, ReplaceRequest } from '../requests.ts';
import { UserError } from '../user-error.ts';
import { rangeOfUsage } from '../views/keys-item.ts';
import type { KeysNode } from '../views/keys-outline.ts';

export function registerKeyCommands({ boundary }: { readonly boundary: Boundary }): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    boundary.registerCommand(commands.fixKey, async (node?: KeysNode) => {
      const request: ReplaceRequest = { places: placesOf(node, isMovable), preview: false };
      await vscode.commands.executeCommand(linkCommands.replaceWithEnvironment, request);
    }),
  );
  store.add(
    boundary.registerCommand(commands.fixKeyEverywhere, async (node?: KeysNode) => {
      if (node?.kind !== 'key') throw new UserError(phrase('Choose a key in the Keys view.'));
      // A key that is called the same in several places may have several values: one edit for each.
      const usages = node.key.usages.filter(isMovable);
      for (const value of new Set(usages.map(({ fingerprint }) => fingerprint))) {
        const places = onePlaceEach(usages.filter(({ fingerprint }) => fingerprint === value));
        const request: ReplaceRequest = { places, preview: places.length > 1 };
        await vscode.commands.executeCommand(linkCommands.replaceWithEnvironment, request);
      }
    }),
  );
  store.add(
    boundary.registerCommand(commands.copyName, async (node?: KeysNode) => {
      const name = node?.kind === 'key' || node?.kind === 'usage' ? node.key.names[0] : undefined;
      if (name === undefined) throw new UserError(phrase('Choose a key with a name in the Keys view.'));
      await vscode.env.clipboard.writeText(name);
    }),
  );
  store.add(
    boundary.registerCommand(commands.ignoreKey, async (node?: KeysNode) => {
      const [place] = placesOf(node, ({ ruleId }) => ruleId !== undefined);
      const request: IgnoreValueRequest | undefined = place && { place };
      await vscode.commands.executeCommand(linkCommands.ignoreValue, request);
    }),
  );
  return store;
}

/** Of a usage its own place, of a key those that are wanted. */
function placesOf(node: KeysNode | undefined, wanted: (usage: PlacedUsage) => boolean): Place[] {
  const usages = node?.kind === 'usage' ? [node.usage] : node?.kind === 'key' ? node.key.usages : [];
  const places = usages.filter(wanted).map(usage => ({ uri: vscode.Uri.parse(usage.uri), range: rangeOfUsage(usage) }));
  if (places.length === 0) throw new UserError(phrase('Choose a key in the Keys view.'));
  return places;
}
