// How code of one language calls the helper that reads secrets from a manager. One file a language, listed in `catalogue.ts`.

import type { ManagerId } from '../../managers/manager-id.ts';
import type { Phrase } from '../../phrase.ts';
import type { ProjectFacts } from '../../project/project-facts.ts';
import type { WriteLookup } from '../dialect.ts';
import type { FileEdits, TextEdit, Withheld } from '../plan.ts';
import type { RefusePlace } from '../plan-environment-fix.ts';
import type { WayPlace } from '../way-place.ts';
import type { ManagerTarget } from './manager-target.ts';

/** A file from which one secret is to be read from its manager. */
export interface CallSite extends WayPlace {
  readonly target: ManagerTarget;
  /** Of the file, from the target's folder on. */
  readonly path: string;
  /** The string that names the secret. */
  readonly name: string;
}

/** What reads one manager in one language. */
export interface HelperSource {
  /** What it imports, as the language's package managers call it. */
  readonly packages: readonly string[];
  /** Its import declarations, without the word where a language's all begin with it. */
  readonly imports: readonly string[];
  /** Of the helper, as its language keeps it: a whole file, or the part in which managers differ. */
  readonly text: string;
}

/** Of one language. A manager without a library there is left out: its command starts programs with its secrets. */
export type HelperSources = Readonly<Partial<Record<ManagerId, HelperSource>>>;

export interface HelperCall {
  readonly kind: 'call';
  readonly lookup: WriteLookup;
  readonly refusePlace?: RefusePlace;
  /** The helper, where it is not there yet, and what makes it part of the program. */
  readonly also?: readonly FileEdits[];
  /** The same in a language that keeps it in the file. */
  readonly edits?: readonly TextEdit[];
  /** What the user has to see to, besides the manager's own needs. */
  readonly next?: readonly Phrase[];
}

export interface HelperLanguage {
  readonly sources: HelperSources;
  readonly call: (site: CallSite, source: HelperSource) => HelperCall | Withheld;
  /** The command that installs packages, with what the project installs with; nothing where they are there. */
  readonly install: (site: CallSite, packages: readonly string[]) => string | undefined;
  /** The same where no command adds one: what to write into the project's build, for people. */
  readonly dependency?: (site: CallSite, packages: readonly string[]) => Phrase | undefined;
  /** Names, without their folders, under which a helper may be found. */
  readonly fileNames: readonly string[];
  /** Files and folders, from the project's folder on, that decide where the helper of a file goes. */
  readonly layout: (path: string) => readonly string[];
  /** Files in which a helper may have to be declared, in a language where that makes it part of the program. */
  readonly roots?: (path: string, project: ProjectFacts | undefined) => readonly string[];
}
