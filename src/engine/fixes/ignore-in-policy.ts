// Accepts findings in the project's policy file: edits of its text that keep comments, order and formatting.

import { applyEdits, type FormattingOptions, getNodeValue, modify, type ParseError, parseTree } from 'jsonc-parser';
import { phrase } from '../phrase.ts';
import { type IgnoredFingerprint, type IgnoredRule, policyFileName } from '../settings/policy.ts';
import { withheld } from './dialect.ts';
import type { Withheld } from './plan.ts';

export type PolicyChange = { readonly kind: 'written'; readonly text: string } | { readonly kind: 'same' } | Withheld;

/** `text` is `undefined` where there is no policy file yet: it then begins with the salt. */
export function ignoreFingerprint(text: string | undefined, ignored: IgnoredFingerprint, salt: string): PolicyChange {
  return insert(text, salt, 'ignoreFingerprints', ignored, ({ fingerprint }) => fingerprint);
}

export function ignoreRule(text: string | undefined, ignored: IgnoredRule, salt: string): PolicyChange {
  return insert(text, salt, 'ignoreRules', ignored, ({ rule, path }) => `${rule}\n${path}`);
}

/** Puts the salt into a policy that has none. */
export function addSalt(text: string | undefined, salt: string): PolicyChange {
  const policy = read(text ?? '');
  if (policy === undefined) return unreadable();
  if (typeof policy['salt'] === 'string') return { kind: 'same' };
  return { kind: 'written', text: withSalt(text, policy, salt) };
}

/** Into the list, by the order of its keys; an entry with the same key is there already. */
function insert<T extends object>(
  text: string | undefined,
  salt: string,
  list: string,
  entry: T,
  keyOf: (entry: T) => string,
): PolicyChange {
  const policy = read(text ?? '');
  if (policy === undefined) return unreadable();
  const entries = policy[list] ?? [];
  if (!Array.isArray(entries)) return withheld(phrase('“{0}” in {1} is not a list.', list, policyFileName));
  const keys = entries.map(known => (isObject(known) ? keyOf(known as T) : ''));
  if (keys.includes(keyOf(entry))) return { kind: 'same' };
  const after = keys.findIndex(key => key > keyOf(entry));
  const salted = withSalt(text, policy, salt);
  const path = policy[list] === undefined ? [list] : [list, after === -1 ? entries.length : after];
  const value = policy[list] === undefined ? [entry] : entry;
  const edits = modify(salted, path, value, { formattingOptions: formattingOf(salted), isArrayInsertion: path.length > 1 });
  return { kind: 'written', text: applyEdits(salted, edits) };
}

function withSalt(text: string | undefined, policy: Readonly<Record<string, unknown>>, salt: string): string {
  const base = text === undefined || text.trim() === '' ? '{}\n' : text;
  if (typeof policy['salt'] === 'string') return base;
  const options = { formattingOptions: formattingOf(base), getInsertionIndex: () => 0 };
  return applyEdits(base, modify(base, ['salt'], salt, options));
}

/** `undefined` when the text is not an object, or broken: then editing it would make things worse. */
function read(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.trim() === '') return {};
  const errors: ParseError[] = [];
  // Editors keep a byte order mark away, disks do not.
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  if (tree?.type !== 'object' || errors.length > 0) return undefined;
  const value: unknown = getNodeValue(tree);
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function unreadable(): Withheld {
  return withheld(phrase('{0} is not valid JSON: mend it first.', policyFileName));
}

/** As the file is indented; two blanks for a new one. */
function formattingOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 1 : indent.length, eol };
}
