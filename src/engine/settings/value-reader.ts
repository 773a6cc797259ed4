// Reads values of unknown shape: what is right is taken, what is wrong becomes a sentence for people and counts as not set.

import { maskTokens } from '../mask-tokens.ts';
import { type Phrase, phrase } from '../phrase.ts';

export type Json = Readonly<Record<string, unknown>>;

export class ValueReader {
  readonly problems: Phrase[] = [];

  wrong(problem: Phrase): undefined {
    this.problems.push(problem);
    return undefined;
  }

  unknownKeys(object: Json, known: readonly string[], where: string): void {
    for (const key of Object.keys(object)) {
      if (!known.includes(key)) this.problems.push(phrase('“{0}” is not known here.', maskTokens(where === '' ? key : `${where}.${key}`)));
    }
  }

  boolean(value: unknown, where: string): boolean | undefined {
    if (value === undefined || typeof value === 'boolean') return value;
    return this.wrong(phrase('“{0}” must be true or false.', where));
  }

  oneOf<T extends string>(value: unknown, where: string, options: readonly T[]): T | undefined {
    if (value === undefined) return undefined;
    return options.find(option => option === value) ?? this.wrong(phrase('“{0}” must be one of {1}.', where, options.join(', ')));
  }

  /** Text of a certain form. */
  text(value: unknown, form: RegExp, problem: Phrase): string | undefined {
    if (value === undefined) return undefined;
    return typeof value === 'string' && form.test(value) ? value : this.wrong(problem);
  }

  wholeNumber(value: unknown, where: string, least: number): number | undefined {
    if (value === undefined) return undefined;
    return typeof value === 'number' && Number.isInteger(value) && value >= least
      ? value
      : this.wrong(phrase('“{0}” must be a whole number, {1} or more.', where, least));
  }

  number(value: unknown, where: string, least: number, most: number): number | undefined {
    if (value === undefined) return undefined;
    return typeof value === 'number' && value >= least && value <= most
      ? value
      : this.wrong(phrase('“{0}” must be a number from {1} to {2}.', where, least, most));
  }

  object(value: unknown, where: string): Json | undefined {
    if (value === undefined) return undefined;
    return isJson(value) ? value : this.wrong(phrase('“{0}” must be an object.', where));
  }

  /** Entries that `read` has no value for are left out. */
  list<T>(value: unknown, where: string, read: (entry: unknown, where: string) => T | undefined): readonly T[] | undefined {
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return this.wrong(phrase('“{0}” must be a list.', where));
    return value.map((entry: unknown, index) => read(entry, `${where}[${index}]`)).filter(entry => entry !== undefined);
  }

  record<T>(
    value: unknown,
    where: string,
    read: (entry: unknown, where: string, key: string) => T | undefined,
  ): Readonly<Record<string, T>> | undefined {
    const object = this.object(value, where);
    if (!object) return undefined;
    const entries = Object.entries(object).map(([key, entry]) => [key, read(entry, `${where}.${maskTokens(key)}`, key)] as const);
    return Object.fromEntries(entries.filter((entry): entry is readonly [string, T & {}] => entry[1] !== undefined));
  }
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
