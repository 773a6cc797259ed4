// Python: four quotes, each under up to two prefix letters in any case and order.
// https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals

import { hashComment } from './forms.ts';
import type { Language, StringForm } from './language.ts';

const quotes = ['"""', "'''", '"', "'"];
const prefixes = ['', 'r', 'u', 'b', 'f', 'rb', 'br', 'rf', 'fr'].flatMap(spellings);

/** Upper and lower case in every mixture. */
function spellings(prefix: string): string[] {
  if (prefix === '') return [''];
  return spellings(prefix.slice(1)).flatMap(rest => [prefix.charAt(0) + rest, prefix.charAt(0).toUpperCase() + rest]);
}

function form(prefix: string, quote: string): StringForm {
  const letters = prefix.toLowerCase();
  return {
    open: prefix + quote,
    close: quote,
    // In raw strings the backslash stays in the text but still keeps a quote from ending it.
    escape: '\\',
    ...(letters.includes('r') && { escapable: '' }),
    ...(letters.includes('f') && { holes: [{ open: '{', close: '}' }] }),
    ...(letters.includes('b') && { holds: 'bytes' }),
    ...(quote.length === 3 && { multiline: true }),
  };
}

export const python: Language = {
  id: 'python',
  title: 'Python',
  languageIds: ['python'],
  files: ['.py', '.pyw', '.pyi'],
  strings: prefixes.flatMap(prefix => quotes.map(quote => form(prefix, quote))),
  comments: [hashComment],
};
