// What a project's files besides the policy say is accepted: our baseline, and the lists of other tools. Plain data, no value in it.

export interface Accepted {
  readonly baseline: readonly BaselineEntry[];
  /** Lines of `.gitleaksignore`. */
  readonly places: readonly AcceptedPlace[];
  /** Of `.secrets.baseline`. */
  readonly hashes: readonly AcceptedHash[];
  /** Of `.gitleaks.toml`. */
  readonly allowlists: readonly Allowlist[];
}

/** Paths are relative to the project's folder, with forward slashes. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly path: string;
}

export interface AcceptedPlace {
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
}

export interface AcceptedHash {
  readonly path: string;
  /** SHA-1 of the value, hex. */
  readonly sha1: string;
}

export interface Allowlist {
  /** Whether every kind of condition that is given must hold, or one. */
  readonly needsAll: boolean;
  readonly paths: readonly PatternSource[];
  readonly regexes: readonly PatternSource[];
  /** What `regexes` are held against. */
  readonly target: 'secret' | 'match' | 'line';
  /** Lower case. */
  readonly stopwords: readonly string[];
}

/** A pattern that was checked: it may run. */
export interface PatternSource {
  readonly source: string;
  readonly flags: string;
}
