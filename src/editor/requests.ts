// What our own actions and tree items ask of commands. Places, never a value: the command reads the text again.

import type * as vscode from 'vscode';
import type { FixWay } from '../engine/fixes/fix-way.ts';
import type { Problem, Repair } from '../engine/hygiene/problem.ts';
import type { SecretAddress } from '../engine/managers/secret-address.ts';

export interface Place {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

export interface ReplaceRequest {
  /** Places of one value, that of the first of them; one for each document is enough. */
  readonly places: readonly Place[];
  /** The name that the action's title promised; found anew without one. */
  readonly variable?: string;
  /** How the key leaves the code; a lookup without it. */
  readonly way?: FixWay;
  /** Show the edits in the refactor preview first. */
  readonly preview: boolean;
}

export interface MoveToManagerRequest {
  /** As in {@link ReplaceRequest}. */
  readonly places: readonly Place[];
  readonly variable?: string;
  /** Whether the code asks the manager, or reads a variable that the manager's tools set; the better one that is open without it. */
  readonly way?: Extract<FixWay, 'manager' | 'injection'>;
  readonly preview: boolean;
}

/** Rows of an environment file that the user has in mind; all that hold keys without it. */
export interface MoveRowsRequest {
  readonly uri: vscode.Uri;
  readonly names?: readonly string[];
}

/** A secret that has just been stored, or that a hover is on. */
export interface PolicyRequest {
  readonly address: SecretAddress;
}

export interface UntrackRequest {
  /** The environment file. */
  readonly uri: vscode.Uri;
}

export interface IgnoreValueRequest {
  readonly place: Place;
}

export interface IgnoreRuleRequest {
  /** A document of the folder. */
  readonly uri: vscode.Uri;
  readonly ruleId: string;
}

export interface RepairRequest {
  readonly problem: Problem;
  readonly repair: Repair;
}

export interface SetValueRequest {
  /** The encrypted environment file. */
  readonly uri: vscode.Uri;
  /** Of the variable. */
  readonly name: string;
}

/** A row of an environment file, or a finding. */
export interface MoveRequest {
  readonly place: Place;
  /** Of the variable, as the action's title has it. */
  readonly name: string;
}
