// The file in which a crate begins: a module that is not declared from there on is not part of it.

import type { CodeView } from '../../code-view.ts';
import { relativeModule } from '../../dialects/module-path.ts';
import type { TextEdit } from '../../plan.ts';
import type { Cargo } from './cargo.ts';

/** Each file directly in them is a crate, and so is each `main.rs` one folder further in. */
const crateFolders = '(?:src/bin|examples|tests|benches)';

/** https://doc.rust-lang.org/cargo/guide/project-layout.html */
function isRoot(path: string, { roots }: Cargo): boolean {
  const usual = new RegExp(`^(?:src/(?:main|lib)|${crateFolders}/(?:[^/]+|[^/]+/main))\\.rs$`);
  return roots.includes(path) || usual.test(path);
}

/** Where the crates that a file may belong to begin. */
export function possibleRoots(path: string, cargo: Cargo): readonly string[] {
  if (isRoot(path, cargo)) return [path];
  const own = new RegExp(`^${crateFolders}/[^/]+/`).exec(path)?.[0];
  return own === undefined ? ['src/lib.rs', 'src/main.rs', ...cargo.roots] : [`${own}main.rs`];
}

/** Whether a root has the module that the file is, or is in. */
export function declares(root: string, { code }: CodeView, path: string): boolean {
  const folder = folderOf(root);
  if (folder !== '' && !path.startsWith(`${folder}/`)) return false;
  const below = folder === '' ? path : path.slice(folder.length + 1);
  const name = (below.split('/')[0] ?? '').replace(/\.rs$/, '');
  return /^\w+$/.test(name) && new RegExp(String.raw`\bmod\s+(?:r#)?${name}\s*;`).test(code);
}

/** Where Cargo takes no other file for a crate of its own. */
export function helperFolder(root: string): string {
  const folder = folderOf(root);
  return new RegExp(`^${crateFolders}(?:/|$)`).test(folder) ? 'src' : folder;
}

/** The declaration of a module, among those that are there, or in front of everything else. */
export function declareModule(view: CodeView, root: string, file: string): TextEdit {
  const { newline } = view;
  const name = (file.split('/').at(-1) ?? file).replace(/\.rs$/, '');
  const way = `${relativeModule(root, file).replace(/^\.\//, '').replace(/\.rs$/, '')}.rs`;
  const place = folderOf(root) === folderOf(file) ? '' : `#[path = "${way}"]${newline}`;
  const declaration = `${place}mod ${name};${newline}`;
  const beside = besideModules(view, name);
  if (beside !== undefined) return { span: { start: beside, end: beside }, newText: atLineStart(view, beside) + declaration };
  const at = behindHeader(view);
  return { span: { start: at, end: at }, newText: `${atLineStart(view, at)}${declaration}${at === view.text.length ? '' : newline}` };
}

/** In the order of the first modules that stand together, as rustfmt keeps them. */
function besideModules({ text, code }: CodeView, name: string): number | undefined {
  const first = /^(?:pub(?:\([^)\n]*\))? )?mod \w+;/m.exec(code);
  if (first === null) return undefined;
  const next = /(?:pub(?:\([^)\n]*\))? )?mod (\w+);[^\n]*(?:\n|$)/y;
  next.lastIndex = first.index;
  for (let at = first.index; ; at = next.lastIndex) {
    const found = next.exec(code);
    if (found !== null && (found[1] ?? '') < name) continue;
    return found === null ? at : withAttached(text, at);
  }
}

/** With the attributes and comments of an item, which stand directly above it. */
function withAttached(text: string, item: number): number {
  let at = item;
  for (;;) {
    const before = text.lastIndexOf('\n', at - 2) + 1;
    if (at === 0 || !/^[ \t]*(?:\/\/(?!!)|#\[)/.test(text.slice(before, at))) return at;
    at = before;
  }
}

/** Behind what is said of the whole crate, and before its first item with what is said of that. */
function behindHeader({ text, code }: CodeView): number {
  const next = /\s*(?:#!\[[^\]]*\]|(?:#\[[^\]]*\]\s*)*extern\s+crate\b[^;]*;)/y;
  let end = 0;
  while (next.test(code)) end = next.lastIndex;
  const item = end + code.slice(end).search(/\S|$/);
  const line = text.lastIndexOf('\n', item - 1) + 1;
  const at = withAttached(text, line < end ? item : line);
  // A comment at the very top is about the file.
  return at === 0 ? line : at;
}

function atLineStart({ text, newline }: CodeView, at: number): string {
  return at === 0 || text.charAt(at - 1) === '\n' ? '' : newline;
}

export function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
