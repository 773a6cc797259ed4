// What a configuration file says, without how it is written. A fix may change its value there and nothing else.

export type Path = readonly (string | number)[];

export type Outline = string | number | boolean | null | readonly Outline[] | { readonly [key: string]: Outline };

export type OutlineChange =
  /** A part of a text becomes another one. */
  | { readonly kind: 'splice'; readonly path: Path; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'set'; readonly path: Path; readonly value: Outline }
  | { readonly kind: 'remove'; readonly path: Path }
  /** Before the item that has the path's last number. */
  | { readonly kind: 'insert'; readonly path: Path; readonly value: Outline };

/** The same values under the same keys; the order of keys says nothing. */
export function isSameOutline(a: Outline, b: Outline): boolean {
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => isSameOutline(item, b[index] ?? null));
  if (!isGroup(a) || !isGroup(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && isSameOutline(a[key] ?? null, b[key] ?? null));
}

/** All paths and offsets are of the outline as it was: what moves others comes last, from the end. */
export function changeOutline(outline: Outline, changes: readonly OutlineChange[]): Outline {
  const once = [...new Map(changes.map(change => [JSON.stringify(change), change])).values()];
  const inPlace = once.filter(({ kind }) => kind === 'splice' || kind === 'set');
  const moving = once.filter(({ kind }) => kind === 'remove' || kind === 'insert');
  const ordered = [...inPlace.sort(byOffset), ...moving.sort((a, b) => lastIndex(b) - lastIndex(a))];
  return ordered.reduce((result, change) => changeAt(result, change.path, change), outline);
}

export function outlineAt(outline: Outline | undefined, path: Path): Outline | undefined {
  return path.reduce<Outline | undefined>((at, key) => childOf(at, key), outline);
}

export function isGroup(outline: Outline | undefined): outline is { readonly [key: string]: Outline } {
  return typeof outline === 'object' && outline !== null && !Array.isArray(outline);
}

function childOf(outline: Outline | undefined, key: string | number): Outline | undefined {
  if (isList(outline)) return typeof key === 'number' ? outline[key] : undefined;
  return isGroup(outline) && Object.hasOwn(outline, key) ? outline[key] : undefined;
}

function isList(outline: Outline | undefined): outline is readonly Outline[] {
  return Array.isArray(outline);
}

/** From the end, as a splice moves what follows it. */
function byOffset(a: OutlineChange, b: OutlineChange): number {
  return (b.kind === 'splice' ? b.start : 0) - (a.kind === 'splice' ? a.start : 0);
}

function lastIndex({ path }: OutlineChange): number {
  const last = path.at(-1);
  return typeof last === 'number' ? last : -1;
}

function changeAt(outline: Outline, path: Path, change: OutlineChange): Outline {
  const [key, ...rest] = path;
  if (key === undefined) return changedValue(outline, change);
  if (isList(outline)) return changeItem(outline, Number(key), rest, change);
  const group = isGroup(outline) ? outline : {};
  if (rest.length === 0 && change.kind === 'remove') return Object.fromEntries(Object.entries(group).filter(([name]) => name !== key));
  return { ...group, [key]: changeAt(childOf(group, key) ?? {}, rest, change) };
}

function changeItem(list: readonly Outline[], index: number, rest: Path, change: OutlineChange): Outline {
  if (rest.length === 0 && change.kind === 'insert') return list.toSpliced(index, 0, change.value);
  if (rest.length === 0 && change.kind === 'remove') return list.toSpliced(index, 1);
  return index in list ? list.with(index, changeAt(list[index] ?? null, rest, change)) : list;
}

function changedValue(outline: Outline, change: OutlineChange): Outline {
  if (change.kind === 'splice') return String(outline).slice(0, change.start) + change.text + String(outline).slice(change.end);
  return change.kind === 'remove' ? null : change.value;
}
