// Swift. https://docs.swift.org/swift-book/documentation/the-swift-programming-language/lexicalstructure/#String-Literals

import { nestingSlashComments } from './forms.ts';
import type { Language, StringForm } from './language.ts';

/** As many `#` around the quotes as behind the backslash of a hole. */
function delimited(marks: string): StringForm[] {
  const escaped = marks === '' ? { escape: '\\' } : {};
  const holes = [{ open: `\\${marks}(`, close: ')' }];
  return [
    { open: `${marks}"""`, close: `"""${marks}`, ...escaped, holes, multiline: true },
    { open: `${marks}"`, close: `"${marks}`, ...escaped, holes },
  ];
}

export const swift: Language = {
  id: 'swift',
  title: 'Swift',
  languageIds: ['swift'],
  files: ['.swift'],
  strings: ['', '#', '##', '###'].flatMap(delimited),
  comments: nestingSlashComments,
};
