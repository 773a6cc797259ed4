// Languages whose literals we know how to replace, by language id.

import type { Language } from '../../languages/language.ts';
import type { Dialect } from '../dialect.ts';
import { cDialect } from './c.ts';
import { cppDialect } from './cpp.ts';
import { csharpDialect } from './csharp.ts';
import { dartDialect } from './dart.ts';
import { fsharpDialect } from './fsharp.ts';
import { goDialect } from './go.ts';
import { javaDialect } from './java.ts';
import { javascriptDialect } from './javascript.ts';
import { kotlinDialect } from './kotlin.ts';
import { phpDialect } from './php.ts';
import { pythonDialect } from './python.ts';
import { rubyDialect } from './ruby.ts';
import { rustDialect } from './rust.ts';
import { scalaDialect } from './scala.ts';
import { shellscriptDialect } from './shellscript.ts';
import { swiftDialect } from './swift.ts';
import { vbDialect } from './vb.ts';

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
  c: cDialect,
  cpp: cppDialect,
  kotlin: kotlinDialect,
  scala: scalaDialect,
  swift: swiftDialect,
  dart: dartDialect,
  fsharp: fsharpDialect,
  vb: vbDialect,
};

export function dialectOf({ id }: Language): Dialect | undefined {
  return dialects[id];
}
