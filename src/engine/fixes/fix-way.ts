// The ways in which a key can leave the code. The plain lookup is there wherever the language has one; the others only where they are sure to be right.

import type { Gateway } from '../settings/gateway.ts';
import type { ManagerTarget } from './manager/manager-target.ts';
import type { EnvironmentFixRequest } from './plan-environment-fix.ts';

/**
 * `lookup`: the language's own. `own-pattern`: what the project reads its environment with. `client-default`: no argument,
 * since the client reads its variable by itself. `gateway`: the client calls a gateway, with the gateway's key.
 * `manager`: the code asks a secret manager. `injection`: the plain lookup, in a process that is started with the manager's
 * secrets in its environment.
 */
export type FixWay = 'lookup' | 'own-pattern' | 'client-default' | 'gateway' | 'manager' | 'injection';

/** Besides the plain lookup, those that need no secret manager. */
export const otherWays: readonly Exclude<FixWay, 'lookup' | 'manager' | 'injection'>[] = ['own-pattern', 'client-default', 'gateway'];

export interface FixRequest extends Omit<EnvironmentFixRequest, 'lookup' | 'refusePlace'> {
  /** The plain lookup without it. */
  readonly way?: FixWay;
  /** Names that stand for another value; for ways that choose the name by themselves. */
  readonly taken?: ReadonlySet<string>;
  /** Only where one is of use: the workspace has keys of several LLM providers. */
  readonly gateway?: Gateway;
  /** For the ways that take a secret manager. */
  readonly manager?: ManagerTarget;
}
