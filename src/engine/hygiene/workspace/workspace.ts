// What checks of a whole workspace may read: its keys with their places, what the disk and git say of the files that hold them.

import { isPrivateKeyFile } from '../../env-file/encrypted/private-key-file.ts';
import { plainPath } from '../../scan/path-globs.ts';
import type { Policy } from '../../settings/policy.ts';
import { type FileKind, fileKindOf } from '../../usages/file-kind.ts';
import type { Key, PlacedUsage } from '../../usages/key.ts';
import { environmentOf, type NamedEnvironment } from './environments.ts';
import type { KnownValuePlace } from './known-values.ts';

/** Of a file that holds keys. What nobody could ask is absent. */
export interface FileFacts {
  /** As usages name it. */
  readonly uri: string;
  /** Lies in a git repository. */
  readonly isInRepository: boolean;
  readonly isTracked?: boolean;
  /** By the ignore files, tracked or not. */
  readonly isIgnored?: boolean;
  /** Others than its owner may read it. Absent where files have no such mode. */
  readonly isOpenToOthers?: boolean;
}

export interface WorkspaceFacts {
  readonly keys: readonly Key[];
  readonly files: readonly FileFacts[];
  /** Folders of the workspace, named as files are, without a slash at the end. */
  readonly roots: readonly string[];
  /** Folders with a manifest, named as files are, without a slash at the end. */
  readonly packages: readonly string[];
  /** Places where values of environment files were found again. */
  readonly knownValues: readonly KnownValuePlace[];
  /** Of the folder that a file is in. */
  readonly policyOf: (uri: string) => Policy;
}

export class Workspace {
  readonly keys: readonly Key[];
  readonly knownValues: readonly KnownValuePlace[];
  readonly policyOf: (uri: string) => Policy;
  readonly #facts: ReadonlyMap<string, FileFacts>;
  readonly #roots: readonly string[];
  readonly #packages: ReadonlySet<string>;
  readonly #usagesByFile = new Map<string, PlacedUsage[]>();
  // Asked of every usage, by one check after the other.
  readonly #kinds = new Map<string, FileKind>();
  readonly #environments = new Map<string, NamedEnvironment | undefined>();
  readonly #packageByFolder = new Map<string | undefined, string | undefined>();

  constructor({ keys, files, roots, packages, knownValues, policyOf }: WorkspaceFacts) {
    this.keys = keys;
    this.knownValues = knownValues;
    this.policyOf = policyOf;
    this.#facts = new Map(files.map(file => [file.uri, file]));
    this.#roots = roots;
    this.#packages = new Set(packages);
    for (const usage of keys.flatMap(key => key.usages)) {
      const known = this.#usagesByFile.get(usage.uri);
      if (known) known.push(usage);
      else this.#usagesByFile.set(usage.uri, [usage]);
    }
  }

  factsOf(uri: string): FileFacts | undefined {
    return this.#facts.get(uri);
  }

  kindOf(uri: string): FileKind {
    const kind = this.#kinds.get(uri) ?? fileKindOf({ uri, languageId: '' });
    this.#kinds.set(uri, kind);
    return kind;
  }

  /** Files with at least one usage. */
  files(): readonly string[] {
    return [...this.#usagesByFile.keys()];
  }

  usagesIn(uri: string): readonly PlacedUsage[] {
    return this.#usagesByFile.get(uri) ?? [];
  }

  /**
   * Environment files that hold a value in the clear which a rule believes: many projects commit one with `DB_PASSWORD=postgres`.
   * Files of private keys are key files instead.
   */
  environmentFiles(): readonly string[] {
    const isBelieved = ({ kind, ruleId }: PlacedUsage) => kind === 'config' && ruleId !== undefined;
    const isOne = (uri: string): boolean => this.kindOf(uri) === 'environment' && !isPrivateKeyFile(uri);
    return this.files().filter(uri => isOne(uri) && this.usagesIn(uri).some(isBelieved));
  }

  /** What opens encrypted environment files. */
  privateKeyFiles(): readonly string[] {
    return this.files().filter(isPrivateKeyFile);
  }

  /** What a file with values is for, when its name or folder says so. Code has none: it runs everywhere. */
  environmentOf(uri: string): NamedEnvironment | undefined {
    const known = this.#environments.get(uri);
    if (known !== undefined || this.#environments.has(uri)) return known;
    const kind = this.kindOf(uri);
    const environment = kind === 'environment' || kind === 'config' ? environmentOf(this.pathOf(uri)) : undefined;
    this.#environments.set(uri, environment);
    return environment;
  }

  /** From the workspace folder on, with forward slashes. */
  pathOf(uri: string): string {
    const root = this.#roots.find(candidate => uri.startsWith(candidate) && /[\\/]/.test(uri.charAt(candidate.length)));
    return (root === undefined ? nameOf(uri) : uri.slice(root.length + 1)).replaceAll('\\', '/');
  }

  /** The nearest folder around a file that has a manifest. */
  packageOf(uri: string): string | undefined {
    return this.#packageAround(parentOf(uri));
  }

  #packageAround(folder: string | undefined): string | undefined {
    if (folder === undefined || this.#packages.has(folder)) return folder;
    if (this.#packageByFolder.has(folder)) return this.#packageByFolder.get(folder);
    const found = this.#packageAround(parentOf(folder));
    this.#packageByFolder.set(folder, found);
    return found;
  }
}

/** A literal or a row with a value, rather than a name. */
export function holdsValue({ kind }: Pick<PlacedUsage, 'kind'>): boolean {
  return kind === 'hardcoded' || kind === 'config';
}

export function parentOf(uri: string): string | undefined {
  const end = Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('\\'));
  return end > 0 ? uri.slice(0, end) : undefined;
}

/** As people see it: of a URI without its percent signs. */
export function nameOf(uri: string): string {
  const path = uri.includes('%') ? plainPath(uri) : uri;
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
