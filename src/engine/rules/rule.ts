// A rule is data: what a kind of key looks like, whose it is, and which reasons to believe or doubt apply.

import type { Confidence } from '../finding.ts';
import type { Span } from '../text.ts';
import type { Edge } from './word-edges.ts';

/** How far the key reaches or what it is for, so that hygiene can tell a broad key from a narrow one. */
export type KeyKind =
  | 'secret'
  | 'restricted'
  | 'admin'
  | 'classic'
  | 'test'
  | 'webhook'
  | 'password'
  | 'private-key'
  | 'token'
  | 'identifier'
  | 'publishable';

/** What a rule's own check may read. The secret is in memory only and must not be kept. */
export interface MatchContext {
  readonly secret: string;
  /** The whole match, around the secret. */
  readonly match: string;
  /** The line(s) the match stands on, bounded to a few hundred characters either side. */
  readonly line: string;
  /** Identifier, key or variable the value is assigned to, as written, or `''`. */
  readonly name: string;
  /** Whether the text says this anywhere (lower-case ASCII needle; answers are cached for one scan). */
  readonly mentions: (needle: string) => boolean;
  /** Whether the needle stands within about 200 characters of the match (lower-case ASCII). */
  readonly near: (needle: string) => boolean;
  readonly uri: string;
  /** Milliseconds since 1970, for expiry. */
  readonly now: number;
}

/** What a rule's own check says: not this rule (`undefined`), or how sure, and possibly that it is another rule's key. */
export interface Verdict {
  readonly confidence: Confidence;
  /** Another rule's id when the context tells whose key it is (bare `sk-` keys). */
  readonly ruleId?: string;
  /** Whose key it is where one rule speaks for many providers. */
  readonly provider?: string | undefined;
  /** Plain words for the "why" hover: `checksum matches`, `expired 2024-01-01`. */
  readonly facts?: readonly string[];
}

export interface Rule {
  /** Kebab-case, unique, stable: people write it in settings and ignore comments. */
  readonly id: string;
  readonly title: string;
  /** Id in `providers.ts`. */
  readonly provider: string;
  readonly kind: KeyKind;
  /** Literal texts in lower case, 3 characters or more, of which one must occur (case folded) where the pattern is tried. Empty: never tried by itself, only named by another rule's verdict. */
  readonly keywords: readonly string[];
  /**
   * What is tried at each keyword hit, with flags `d` and `i` as needed (`y`/`g` are added by the scan). It must begin at the
   * keyword, or at most `before` characters ahead of it. The group `secret` is the span reported; without it the whole match.
   * Bounded quantifiers only, no nested ones: the scan is linear for any text.
   */
  readonly pattern: RegExp;
  /** Where its keywords count, as `word-edges.ts` tells it: most of them are parts of other words nearly everywhere. Default: anywhere. */
  readonly edge?: Edge;
  /**
   * A cheap look at the text around the keyword, which begins at `keyword` and ends at `end`, for patterns that are often tried:
   * `false` where the pattern cannot match. Where that goes over many lines, whatever stands on the lines further down.
   */
  readonly glance?: (text: string, keyword: number, end: number) => boolean;
  /**
   * Another cheap look: `true` where the rule's own check would refuse whatever the pattern matches at the keyword. Scans pass such
   * keywords by; explanations match and weigh, and tell why. For rules of ordinary reach.
   */
  readonly refuses?: (text: string, keyword: number, end: number) => boolean;
  /** The same of files, by their URI: those in which the check would refuse every match. Scans try nothing there. */
  readonly silentIn?: (uri: string) => boolean;
  /**
   * Where the secrets stand that a match leads to, in order, where they are several: the pattern then only finds where their list
   * begins. Offsets are of the text; nothing further than `reach` from the match's beginning may be read.
   */
  readonly values?: (text: string, match: Span) => readonly Span[];
  /** How many characters before the keyword a match may begin. Default 0. */
  readonly before?: number;
  /** How many characters after the keyword's start the pattern may read. Default 512. */
  readonly reach?: number;
  readonly confidence: Confidence;
  /**
   * Names of reasons (see `scan/reasons`) that may lower or refuse a match of this rule. Default for `certain` and structured
   * keys: `placeholder` only. Generic rules ask for more.
   */
  readonly doubts?: readonly string[];
  /** The least Shannon entropy of the secret in bits a character; below it the match is refused. */
  readonly minEntropy?: number;
  /** The rule's own word on a match: checksums, decoding, telling twins apart. The doubts are heard after it and lower what it says. */
  readonly check?: (context: MatchContext) => Verdict | undefined;
  /** Official environment variable; default: the provider's. */
  readonly variable?: string;
  /** Written by the project, not in the catalogue. */
  readonly isCustom?: true;
  /** `false`: told apart but no alarm by default (publishable keys, identifiers). */
  readonly alarm?: boolean;
  /** Where the format is described: a page of the provider. Absent only where no page may be named. */
  readonly source?: string;
}

/** A service that issues keys. */
export interface Provider {
  readonly id: string;
  readonly title: string;
  /** Official environment variable of its usual key. */
  readonly variable?: string;
  /** Host names that tell this provider in code (`api.deepseek.com`). */
  readonly hosts?: readonly string[];
  /** Words in names and imports that tell it (`deepseek`), lower case. */
  readonly words?: readonly string[];
  /** The page where a key is revoked or rotated. */
  readonly revokeUrl?: string;
  /** The page that describes rotation. */
  readonly rotateUrl?: string;
}
