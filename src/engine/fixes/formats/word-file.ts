// Files of lines without keys, such as requirements.txt: what is no comment is the value.

import { withheld } from '../dialect.ts';
import { type ConfigFile, inComment } from './config-file.ts';

export function readWords(text: string): ConfigFile {
  const lines = text.split('\n');
  return {
    text,
    outline: lines.map(line => line.replace(/\r$/, '')),
    valueAt: secretSpan => {
      const start = text.lastIndexOf('\n', secretSpan.start - 1) + 1;
      const index = text.slice(0, start).split('\n').length - 1;
      const line = (lines[index] ?? '').replace(/\r$/, '');
      const prefix = line.slice(0, secretSpan.start - start);
      if (/(?:^|\s)#/.test(prefix)) return withheld(inComment);
      const secret = text.slice(secretSpan.start, secretSpan.end);
      const suffix = line.slice(prefix.length + secret.length);
      return { kind: 'value', path: [index], keys: [], span: secretSpan, secretSpan, quote: '', prefix, secret, suffix };
    },
    replace: ({ secretSpan }, reference) => ({ span: secretSpan, newText: reference }),
  };
}
