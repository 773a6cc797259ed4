// Keys in the wrong environment: one value in two, a live key where people develop, a test key where people pay.

import { phrase } from '../../phrase.ts';
import { catalogue, ruleById } from '../../rules/catalogue.ts';
import type { PlacedUsage } from '../../usages/key.ts';
import type { NamedEnvironment } from './environments.ts';
import { anotherKeyHere, atUsage, relatedPlaces } from './sightings.ts';
import { valuesOf } from './values-of.ts';
import { holdsValue, nameOf, type Workspace } from './workspace.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

export const valueInTwoEnvironments: WorkspaceCheck = {
  id: 'value-in-two-environments',
  family: 'environments',
  title: 'One key in two environments',
  why: 'A key that development or staging shares with production is as safe as the least careful of them, and cannot be replaced in one without breaking the other. Have each environment issued its own.',
  severity: 'warning',
  find: workspace =>
    valuesOf(workspace.keys).flatMap(usages => {
      const placed = usages.flatMap(usage => placedIn(workspace, usage));
      // Developers and their tests may share; people who use the program and those who build it may not.
      if (new Set(placed.map(({ environment }) => environment.stage)).size < 2) return [];
      return placed.map(({ usage, environment }) => {
        const others = placed.filter(other => other.environment.stage !== environment.stage);
        const names = [...new Set(others.map(other => other.environment.name))].join(', ');
        const message = phrase('{0} has this value, too: give each environment a key of its own.', names);
        const related = relatedPlaces(
          others.map(other => other.usage),
          phrase('the same value'),
        );
        return atUsage(usage, { message, related, ...anotherKeyHere(workspace, usage) });
      });
    }),
};

export const liveKeyInDevelopment: WorkspaceCheck = {
  id: 'live-key-in-development',
  family: 'environments',
  title: 'Live key in a file for development or tests',
  why: 'A mistake while developing then moves real money or real data, and development files lie on many machines. The provider issues test keys for this.',
  severity: 'warning',
  find: workspace =>
    placedKeys(workspace, 'development', isLive).map(({ usage, environment }) =>
      atUsage(usage, {
        message: phrase('This is a live key in a file for {0}: use the provider’s test key there.', environment.name),
        ...anotherKeyHere(workspace, usage),
      }),
    ),
};

export const testKeyInProduction: WorkspaceCheck = {
  id: 'test-key-in-production',
  family: 'environments',
  title: 'Test key in a file for production',
  why: 'What is done with a test key does not happen: payments are not made, mails not sent. It is put there by mistake, and the next to be exchanged by mistake is the live one.',
  severity: 'warning',
  find: workspace =>
    placedKeys(workspace, 'live', ruleId => ruleById(ruleId)?.kind === 'test').map(({ usage }) =>
      atUsage(usage, {
        message: phrase('This is a test key, and {0} is for production.', nameOf(usage.uri)),
        ...anotherKeyHere(workspace, usage),
      }),
    ),
};

interface Placed {
  readonly usage: PlacedUsage;
  readonly environment: NamedEnvironment;
}

function placedIn(workspace: Workspace, usage: PlacedUsage): readonly Placed[] {
  const environment = workspace.environmentOf(usage.uri);
  return environment ? [{ usage, environment }] : [];
}

function placedKeys(workspace: Workspace, stage: NamedEnvironment['stage'], isWanted: (ruleId: string) => boolean): readonly Placed[] {
  return workspace.keys
    .flatMap(({ usages }) => usages)
    .filter(usage => holdsValue(usage) && usage.ruleId !== undefined && isWanted(usage.ruleId))
    .flatMap(usage => placedIn(workspace, usage))
    .filter(({ environment }) => environment.stage === stage);
}

/** The rule says so itself, and its provider has test keys with a form of their own: of a webhook's secret, say, nobody knows. */
function isLive(ruleId: string): boolean {
  const rule = ruleById(ruleId);
  if (!rule || !/\blive\b/i.test(rule.title)) return false;
  return catalogue.some(({ kind, provider }) => kind === 'test' && provider === rule.provider);
}
