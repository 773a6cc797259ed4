// The explicit list of languages, and which of them a text is written in.

import type { SourceText } from '../text.ts';
import { c, cpp, objectiveC } from './c.ts';
import { configurationFormats } from './configuration-formats.ts';
import { csharp } from './csharp.ts';
import { dart } from './dart.ts';
import { elixir } from './elixir.ts';
import { fish } from './fish.ts';
import { fsharp } from './fsharp.ts';
import { go } from './go.ts';
import { groovy } from './groovy.ts';
import { java } from './java.ts';
import { javascript, typescript } from './javascript.ts';
import { julia } from './julia.ts';
import { kotlin } from './kotlin.ts';
import type { Language } from './language.ts';
import { lua } from './lua.ts';
import { makefile } from './makefile.ts';
import { otherLanguages } from './other-languages.ts';
import { perl } from './perl.ts';
import { php } from './php.ts';
import { powershell } from './powershell.ts';
import { python } from './python.ts';
import { r } from './r.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { scala } from './scala.ts';
import { shellscript } from './shellscript.ts';
import { swift } from './swift.ts';
import { vb } from './vb.ts';

export const languages: readonly Language[] = [
  javascript,
  typescript,
  python,
  go,
  java,
  csharp,
  ruby,
  php,
  rust,
  shellscript,
  c,
  cpp,
  objectiveC,
  kotlin,
  scala,
  swift,
  dart,
  fsharp,
  vb,
  groovy,
  lua,
  perl,
  r,
  julia,
  elixir,
  powershell,
  fish,
  makefile,
  ...otherLanguages,
  ...configurationFormats,
];

/**
 * The language of a text. The editor's language id decides, except for `.env` files, which editors take for many things, for
 * fish, which they take for any other shell, and for plain text and unknown ids: there the file name does.
 */
export function languageOf({ uri, languageId }: Pick<SourceText, 'uri' | 'languageId'>): Language | undefined {
  if (last?.uri !== uri || last.languageId !== languageId) last = { uri, languageId, language: findLanguage(uri, languageId) };
  return last.language;
}

/** The last answer: whoever looks at a text asks about it several times. */
let last: { readonly uri: string; readonly languageId: string; readonly language: Language | undefined } | undefined;

function findLanguage(uri: string, languageId: string): Language | undefined {
  const byName = languageOfFile(uri);
  if (byName?.id === 'dotenv') return byName;
  const byId = byLanguageId.get(languageId);
  if (byName?.id === 'fish' && byId?.id === 'shellscript') return byName;
  return byId === undefined || byId.id === 'plaintext' ? (byName ?? byId) : byId;
}

const byLanguageId = new Map(languages.flatMap(language => language.languageIds.map(id => [id, language] as const)));

const byFile = new Map(languages.flatMap(language => language.files.map(file => [file, language] as const)));

/** Of files that go on after it: `.env` for `.env.*`. */
const byBeginning = new Map([...byFile].flatMap(([file, language]) => (file.endsWith('.*') ? [[file.slice(0, -2), language]] : [])));

/** Most names tell their language by their ending alone: no other name begins like these. */
const tellingBeginning = new RegExp(`^(?:\\.|${[...byFile.keys()].flatMap(file => /^[^.]+/.exec(file) ?? []).join('|')})`);

/** Whole name first, then a known beginning (`.env.local`, `Dockerfile.dev`), then the longest known ending. */
function languageOfFile(uri: string): Language | undefined {
  const last = uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();
  const name = last.includes('?') || last.includes('#') ? last.replace(/[?#].*$/, '') : last;
  const isTelling = tellingBeginning.test(name);
  const whole = isTelling ? byFile.get(name) : undefined;
  if (whole !== undefined) return whole;
  for (let dot = name.indexOf('.', 1); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    const found = (isTelling ? byBeginning.get(name.slice(0, dot)) : undefined) ?? byFile.get(name.slice(dot));
    if (found !== undefined) return found;
  }
  return undefined;
}
