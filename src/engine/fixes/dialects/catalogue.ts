// Languages whose literals we know how to replace, by language id.

import type { Language } from '../../languages/language.ts';
import type { Dialect } from '../dialect.ts';
import { cDialect } from './c.ts';
import { cppDialect } from './cpp.ts';
import { csharpDialect } from './csharp.ts';
import { dartDialect } from './dart.ts';
import { elixirDialect } from './elixir.ts';
import { fishDialect } from './fish.ts';
import { fsharpDialect } from './fsharp.ts';
import { goDialect } from './go.ts';
import { groovyDialect } from './groovy.ts';
import { javaDialect } from './java.ts';
import { javascriptDialect } from './javascript.ts';
import { juliaDialect } from './julia.ts';
import { kotlinDialect } from './kotlin.ts';
import { luaDialect } from './lua.ts';
import { makefileDialect } from './makefile.ts';
import { perlDialect } from './perl.ts';
import { phpDialect } from './php.ts';
import { powershellDialect } from './powershell.ts';
import { pythonDialect } from './python.ts';
import { rDialect } from './r.ts';
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
  elixir: elixirDialect,
  fish: fishDialect,
  groovy: groovyDialect,
  julia: juliaDialect,
  lua: luaDialect,
  makefile: makefileDialect,
  perl: perlDialect,
  powershell: powershellDialect,
  r: rDialect,
};

export function dialectOf({ id }: Language): Dialect | undefined {
  return dialects[id];
}
