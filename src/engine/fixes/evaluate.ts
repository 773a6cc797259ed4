// What a piece of a string means: escapes, doubled quotes and doubled braces undone.

import type { StringForm } from '../languages/language.ts';

/** `undefined` where the piece is computed, or an escape is not one of those all languages agree on. */
export function evaluate(raw: string, form: StringForm): string | undefined {
  if (form.sigil !== undefined && hasVariable(raw, form)) return undefined;
  const halved = undouble(raw.replaceAll('\r\n', '\n'), form);
  return form.escape === undefined ? halved : undoEscapes(halved, form, form.escape);
}

const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', '"': '"', "'": "'", '`': '`', $: '$', '/': '/' };

const coded = /^(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|U([0-9A-Fa-f]{8}))/;

function undoEscapes(text: string, { escapable, close }: StringForm, mark: string): string | undefined {
  let value = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character !== mark) {
      value += character;
      continue;
    }
    const next = text.charAt(at + 1);
    if (escapable !== undefined) {
      const isEscape = next !== '' && (escapable.includes(next) || (escapable !== '' && next === close));
      // A line end behind a backslash joins the lines.
      if (next !== '\n' || !isEscape) value += isEscape ? next : mark;
      at += isEscape ? 1 : 0;
      continue;
    }
    const code = coded.exec(text.slice(at + 1, at + 11));
    const plain = code === null ? named[next] : fromCode(code);
    if (plain === undefined) return undefined;
    value += plain;
    at += code === null ? 1 : code[0].length;
  }
  return value;
}

function fromCode([, hex, four, braced, eight]: RegExpExecArray): string | undefined {
  const code = Number.parseInt(hex ?? four ?? braced ?? eight ?? '', 16);
  // `\xE9` is a character in one language and a byte in another.
  if (hex !== undefined && code > 0x7f) return undefined;
  return code <= 0xffff ? String.fromCharCode(code) : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function undouble(raw: string, { doubled, close, holes }: StringForm): string {
  let text = doubled ? raw.replaceAll(close + close, close) : raw;
  if (holes?.some(({ open }) => open === '{')) text = text.replaceAll('{{', '{').replaceAll('}}', '}');
  return text;
}

/** `$name`, `${`, `$(` and, in shells and PHP, backticks inside double quotes. */
function hasVariable(raw: string, form: StringForm): boolean {
  const unescaped = form.escape === undefined ? raw : raw.replaceAll(/\\[\s\S]/g, '');
  return /\$[\w{(@*#?!$-]|`/.test(unescaped);
}
