// Paths of modules as imports write them.

/** From one file to another, without the extension: `../lib/secrets`. */
export function relativeModule(from: string, to: string): string {
  const [fromParts, toParts] = [from.split('/').slice(0, -1), withoutExtension(to).split('/')];
  while (fromParts[0] !== undefined && fromParts[0] === toParts[0]) {
    fromParts.shift();
    toParts.shift();
  }
  return (fromParts.length === 0 ? './' : '../'.repeat(fromParts.length)) + toParts.join('/');
}

export function withoutExtension(path: string): string {
  return path.replace(/\.[mc]?[jt]s$/, '').replace(/\/index$/, '');
}

/** What the file's own relative imports write behind a module's name; `undefined` where it has none. */
export function extensionInUse(modules: readonly string[]): string | undefined {
  const first = modules.find(module => /^\.\.?\//.test(module) && !/\.(?:json|css|s[ac]ss|svg|png)$/.test(module));
  return first === undefined ? undefined : (/\.[mc]?[jt]s$/.exec(first)?.[0] ?? '');
}
