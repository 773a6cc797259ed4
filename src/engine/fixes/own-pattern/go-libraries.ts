// The libraries of Go that fill a struct from the environment by the tags of its fields.
// https://github.com/kelseyhightower/envconfig · https://github.com/caarlos0/env · https://github.com/sethvargo/go-envconfig

import type { GoStruct } from './go-struct.ts';

export interface FilledStruct {
  readonly struct: GoStruct;
  readonly library: Library;
}

export interface Library {
  /** How it is imported; the name it goes by is the last part of that, versions apart. */
  readonly module: RegExp;
  readonly key: 'env' | 'envconfig';
  readonly name: string;
  /** Calls that fill a variable, whose name they capture. */
  readonly fills: RegExp;
  readonly tag: (variable: string) => string;
  /** Calls after which variables are not called as the tags say. */
  readonly renames: RegExp;
}

export const libraries: readonly Library[] = [
  {
    module: /^github\.com\/kelseyhightower\/envconfig$/,
    key: 'envconfig',
    name: 'envconfig',
    // What a prefix makes of the name is tried first, then the name as it stands.
    fills: /\benvconfig\.(?:Must)?Process\(\s*"·*"\s*,\s*&?(\w+)\s*\)/,
    tag: variable => `envconfig:"${variable}" required:"true"`,
    renames: /(?!)/,
  },
  {
    module: /^github\.com\/caarlos0\/env(?:\/v\d+)?$/,
    key: 'env',
    name: 'env',
    fills: /\benv\.Parse\(\s*&?(\w+)\s*\)/,
    tag: variable => `env:"${variable},notEmpty"`,
    renames: /\bPrefix\s*:/,
  },
  {
    module: /^github\.com\/sethvargo\/go-envconfig$/,
    key: 'env',
    name: 'envconfig',
    fills: /\benvconfig\.(?:Must)?Process\(\s*[\w.()]+\s*,\s*&?(\w+)\s*\)/,
    tag: variable => `env:"${variable}, required"`,
    renames: /\bPrefixLookuper\b/,
  },
];
