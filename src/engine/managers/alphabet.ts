// A name written with the characters that a manager allows.

import { phrase } from '../phrase.ts';
import type { NameRefused } from './name-template.ts';

/** What `others` matches becomes `standIn`, none of them at either end. `others` has the flag `g` and matches runs. Accents are left out. */
export function translateName(name: string, others: RegExp, standIn: '-' | '_'): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(others, '\0')
    .replace(/^\0|\0$/g, '')
    .replaceAll('\0', standIn);
}

/** Nothing where the name is fine. `manager`: its title. */
export function refuseLength(manager: string, name: string, most: number): NameRefused | undefined {
  if (name === '') return { kind: 'refused', reason: phrase('Nothing is left of the name in the letters that {0} allows.', manager) };
  if (name.length <= most) return undefined;
  return { kind: 'refused', reason: phrase('The name has {0} characters; {1} allows {2}.', name.length, manager, most) };
}
