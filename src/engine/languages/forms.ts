// The ways of writing strings and comments that many languages share.

import type { CommentForm, StringForm } from './language.ts';

export const doubleQuoted: StringForm = { open: '"', close: '"', escape: '\\' };
export const singleQuoted: StringForm = { open: "'", close: "'", escape: '\\' };

/** `'x'`: one character, so that its quotes do not open a string. */
export const character: StringForm = { open: "'", close: "'", escape: '\\', holds: 'character' };

export const slashComments: readonly CommentForm[] = [{ open: '//' }, { open: '/*', close: '*/' }];
export const nestingSlashComments: readonly CommentForm[] = [{ open: '//' }, { open: '/*', close: '*/', nests: true }];
export const hashComment: CommentForm = { open: '#' };

/** `#` inside a word (`a#b`) is an ordinary character. */
export const hashWordComment: CommentForm = { open: '#', at: 'word' };
export const hashLineComment: CommentForm = { open: '#', at: 'line' };
