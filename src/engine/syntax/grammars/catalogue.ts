// Which grammar reads a text.

import type { Language } from '../../languages/language.ts';
import type { SourceText } from '../../text.ts';
import type { Grammar } from '../grammar.ts';
import { bashGrammar } from './bash.ts';
import { cppGrammar } from './cpp.ts';
import { csharpGrammar } from './csharp.ts';
import { goGrammar } from './go.ts';
import { javaGrammar } from './java.ts';
import { javascriptGrammar, tsxGrammar, typescriptGrammar } from './javascript.ts';
import { phpGrammar } from './php.ts';
import { powershellGrammar } from './powershell.ts';
import { pythonGrammar } from './python.ts';
import { rubyGrammar } from './ruby.ts';
import { rustGrammar } from './rust.ts';

/** By language id. */
const grammars: Readonly<Record<string, Grammar>> = {
  javascript: javascriptGrammar,
  typescript: typescriptGrammar,
  python: pythonGrammar,
  go: goGrammar,
  java: javaGrammar,
  csharp: csharpGrammar,
  ruby: rubyGrammar,
  php: phpGrammar,
  rust: rustGrammar,
  c: cppGrammar,
  cpp: cppGrammar,
  shellscript: bashGrammar,
  powershell: powershellGrammar,
};

/** `undefined` where the lexer has to do. `<T>x` and `<T>x</T>` cannot be told apart: TypeScript has a grammar for each. */
export function grammarOf({ id }: Language, { uri, languageId }: Pick<SourceText, 'uri' | 'languageId'>): Grammar | undefined {
  const isTsx = languageId === 'typescriptreact' || /\.tsx$/i.test(uri);
  return id === 'typescript' && isTsx ? tsxGrammar : grammars[id];
}

/** Names of the grammars' files, each once. */
export const grammarNames: readonly string[] = [...new Set([...Object.values(grammars), tsxGrammar].map(({ name }) => name))];
