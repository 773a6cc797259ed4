// What Cargo.toml says of a package: where its crates begin, and what they depend on.

import { parse } from 'smol-toml';
import { type Phrase, phrase } from '../../../phrase.ts';
import { isJson, type Json } from '../../../settings/value-reader.ts';

export interface Cargo {
  /** The roots it names, beside those that Cargo finds by itself. */
  readonly roots: readonly string[];
  readonly dependencies: ReadonlySet<string>;
  /** The script that runs while the package is built. */
  readonly build: string;
}

/** `undefined` where there is none, or it cannot be read. */
export function readCargo(text: string | undefined): Cargo | undefined {
  const manifest = text === undefined ? undefined : parsed(text);
  if (manifest === undefined) return undefined;
  // https://doc.rust-lang.org/cargo/reference/cargo-targets.html
  const targets = [manifest['lib'], ...['bin', 'example', 'test', 'bench'].flatMap(kind => manifest[kind])].filter(isJson);
  const build = objectIn(manifest, 'package')['build'];
  return {
    roots: targets.flatMap(({ path }) => (typeof path === 'string' ? [path.replace(/^\.\//, '')] : [])),
    dependencies: new Set(Object.keys(objectIn(manifest, 'dependencies'))),
    build: typeof build === 'string' ? build.replace(/^\.\//, '') : 'build.rs',
  };
}

/** The crates that ask managers answer under Tokio only. */
export function refuseRuntime({ dependencies }: Cargo): Phrase | undefined {
  const other = ['async-std', 'smol', 'embassy-executor', 'worker', 'wasm-bindgen'].find(name => dependencies.has(name));
  return other === undefined || dependencies.has('tokio')
    ? undefined
    : phrase('What asks managers needs Tokio, and this program runs on {0}: start it with the secret in its environment instead.', other);
}

/** https://doc.rust-lang.org/cargo/commands/cargo-add.html */
export function addCommand({ dependencies }: Cargo, packages: readonly string[]): string | undefined {
  const missing = [...packages, 'tokio'].filter(name => !dependencies.has(name));
  if (missing.length === 0) return undefined;
  return `cargo add ${missing.join(' ')}${missing.includes('tokio') ? ' --features tokio/sync' : ''}`;
}

function parsed(text: string): Json | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function objectIn(json: Json, name: string): Json {
  const value = json[name];
  return isJson(value) ? value : {};
}
