// What makes two places the same key: the same value, or the same environment variable.

import { fileKindOf } from './file-kind.ts';
import { terraformPrefix } from './patterns.ts';
import { isSpecificName } from './secret-name.ts';
import type { Usage } from './usage.ts';

/** One or two; a place with neither value nor variable stands for itself. */
export function identitiesOf(place: Usage & { readonly uri: string }): readonly string[] {
  const identities: string[] = [];
  const variable = joiningName(place);
  if (variable !== undefined) identities.push(`name:${variable}`);
  if (place.fingerprint !== undefined) identities.push(`value:${place.fingerprint}`);
  return identities.length > 0 ? identities : [`place:${place.uri}:${place.line}:${place.column}`];
}

/**
 * The name under which other places may mean the same key. Environment variables are shared by a whole process;
 * `apiKey` in code is not, and `API_KEY` as a constant or in some YAML file says too little.
 */
export function joiningName({ kind, name, uri }: Usage & { readonly uri: string }): string | undefined {
  if (name === undefined) return undefined;
  if (kind !== 'hardcoded' && kind !== 'config') return name;
  if (kind === 'config' && uri.endsWith('.tfvars')) return `${terraformPrefix}${name}`;
  if (kind === 'config' && fileKindOf({ uri, languageId: '' }) !== 'config') return name;
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name) && isSpecificName(name) ? name : undefined;
}
