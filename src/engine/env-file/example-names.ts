// The committed companions of an environment file, which hold names without values.

/** In the order they are looked for; the first is the one created. `.env.local` has `.env.example`, too. */
export function exampleNames(envFile: string): readonly string[] {
  const base = envFile.replace(/\.local$/, '');
  return ['example', 'sample', 'template', 'dist', 'defaults'].map(ending => `${base}.${ending}`);
}
