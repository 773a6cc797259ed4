// What composer.json says of where classes are found.

import { isJson, type Json } from '../../../settings/value-reader.ts';

export interface Composer {
  readonly text: string;
  /** Namespaces without the last `\`, and their folders without the last `/`; those of one folder each. */
  readonly roots: readonly { readonly namespace: string; readonly folder: string }[];
  /** The file that loads packages, from the project's folder on. */
  readonly autoload: string;
}

export function readComposer(text = ''): Composer {
  const manifest = parsed(text);
  const psr4 = objectIn(objectIn(manifest, 'autoload'), 'psr-4');
  const roots = Object.entries(psr4).flatMap(([namespace, folder]) =>
    typeof folder === 'string' ? [{ namespace: namespace.replace(/\\$/, ''), folder: folder.replace(/^\.\/|\/$/g, '') }] : [],
  );
  const vendor = objectIn(manifest, 'config')['vendor-dir'];
  return { text, roots, autoload: `${typeof vendor === 'string' ? vendor.replace(/^\.\/|\/$/g, '') : 'vendor'}/autoload.php` };
}

function parsed(text: string): Json {
  try {
    const manifest: unknown = JSON.parse(text);
    return isJson(manifest) ? manifest : {};
  } catch {
    return {};
  }
}

function objectIn(json: Json, name: string): Json {
  const value = json[name];
  return isJson(value) ? value : {};
}
