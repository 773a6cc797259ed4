// The template of a secret's name (`{app}/{env}/{NAME}`) filled in: the steps of a path, before a manager's alphabet is applied.

import { type Phrase, phrase } from '../phrase.ts';

/** What a naming template is filled with. */
export interface NameParts {
  /** Environment variable that the value would go by. */
  readonly variable: string;
  /** The app or package the code belongs to. */
  readonly app: string;
  /** `dev`, `production` …; empty where there is none. */
  readonly environment: string;
}

export interface NameRefused {
  readonly kind: 'refused';
  readonly reason: Phrase;
}

export interface FilledName {
  readonly kind: 'filled';
  /** Between slashes, none empty, at least one. */
  readonly steps: readonly string[];
  /** Behind `#`, where the template has one: the part of a secret that has several. */
  readonly field?: string;
}

export const defaultNameTemplate = '{app}/{env}/{NAME}';

/** A part that is empty drops out together with the separator behind it, or before it where it is the last. */
export function fillNameTemplate(template: string, parts: NameParts): FilledName | NameRefused {
  const filled = fill(template, {
    '{app}': plainPart(parts.app),
    '{env}': plainPart(parts.environment),
    '{NAME}': parts.variable.trim(),
  });
  if (typeof filled !== 'string') return filled;
  const [path = '', field = ''] = filled.split('#', 2);
  const steps = path.split('/').filter(step => step !== '');
  if (steps.length === 0) return nameless;
  return { kind: 'filled', steps, ...(field !== '' && { field }) };
}

const nameless: NameRefused = { kind: 'refused', reason: phrase('The secret has no name. Give the environment variable a name.') };

function fill(template: string, values: Readonly<Record<string, string>>): string | NameRefused {
  const pieces = template.trim().split(/(\{[^{}]*\})/);
  const unknown = pieces.find(piece => piece.startsWith('{') && !(piece in values));
  if (unknown !== undefined)
    return { kind: 'refused', reason: phrase('The naming template has {0}. It takes {app}, {env} and {NAME} only.', unknown) };
  // Without it every key would have the same name.
  if (!pieces.includes('{NAME}'))
    return { kind: 'refused', reason: phrase('The naming template lacks {NAME}, which tells one key from another.') };
  if (values['{NAME}'] === '') return nameless;
  return dropEmpty(pieces, values);
}

/** `pieces`: literal text and placeholders in turn. */
function dropEmpty(pieces: readonly string[], values: Readonly<Record<string, string>>): string {
  const texts = pieces.map(piece => values[piece] ?? piece);
  for (let index = 1; index < pieces.length; index += 2) {
    if (texts[index] !== '') continue;
    const behind = texts[index + 1] ?? '';
    const isLast = texts.slice(index + 1).join('') === '';
    if (/^[/#_.:-]/.test(behind)) texts[index + 1] = behind.slice(1);
    else if (isLast) dropSeparatorBefore(index, texts);
  }
  return texts.join('');
}

function dropSeparatorBefore(placeholder: number, texts: string[]): void {
  let literal = placeholder - 1;
  while (literal > 1 && texts[literal] === '' && texts[literal - 1] === '') literal -= 2;
  texts[literal] = (texts[literal] ?? '').replace(/[/#_.:-]$/, '');
}

/** `@acme/shop` is one part: `acme-shop`. */
function plainPart(part: string): string {
  return part
    .trim()
    .replace(/^@/, '')
    .replace(/[\s/\\#{}]+/g, '-');
}
