// Languages whose literals we know how to replace, by language id.

import type { Language } from '../../languages/language.ts';
import type { Dialect } from '../dialect.ts';
import { csharpDialect } from './csharp.ts';
import { goDialect } from './go.ts';
import { javaDialect } from './java.ts';
import { javascriptDialect } from './javascript.ts';
import { phpDialect } from './php.ts';
import { pythonDialect } from './python.ts';
import { rubyDialect } from './ruby.ts';
import { rustDialect } from './rust.ts';
import { shellscriptDialect } from './shellscript.ts';

const dialects: Readonly<Record<string, Dialect>> = {
  javascript: javascriptDialect,
  typescript: javascriptDialect,
  python: pythonDialect,
  go: goDialect,
  java: javaDialect,
  csharp: csharpDialect,
  ruby: rubyDialect,
  php: phpDialect,
  rust: rustDialect,
  shellscript: shellscriptDialect,
};

export function dialectOf({ id }: Language): Dialect | undefined {
  return dialects[id];
}
