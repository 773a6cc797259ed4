import assert from 'node:assert/strict';
import { breaksCode } from '../../../../src/engine/syntax/breaks-code.ts';
import { withTree } from '../../../support/syntax-parsers.ts';

const changes: readonly (readonly [string, string, string, string, boolean])[] = [
  ['an expression for a string', 'a.js', 'call("here");', 'call("here");'.replace('"here"', 'process.env.A'), false],
  ['an expression for a pattern', 'a.py', 'match a:\n    case "here": pass\n', 'match a:\n    case f["here"](): pass\n', true],
  ['a quote inside an f-string of its own kind', 'a.rs', 'fn a() { b("here"); }', 'fn a() { b("he"re"); }', true],
  ['a missing bracket', 'A.java', 'class A { String a = "here"; }', 'class A { String a = b("here"; }', true],
  [
    'a good change beside an error',
    'a.go',
    'package a\n\nvar b = "here"\n\nfunc c() { d( }\n',
    'package a\n\nvar b = e("here")\n\nfunc c() { d( }\n',
    false,
  ],
  [
    'a bad change beside an error',
    'a.go',
    'package a\n\nvar b = "here"\n\nfunc c() { d( }\n',
    'package a\n\nvar b = e("here"\n\nfunc c() { d( }\n',
    true,
  ],
];

describe('a change of code', () => {
  for (const [what, file, before, after, expected] of changes) {
    it(`${expected ? 'breaks' : 'does not break'} it: ${what}`, async () => {
      const start = [...before].findIndex((character, index) => character !== after.charAt(index));
      const tail = [...before].reverse().findIndex((character, index) => character !== after.charAt(after.length - 1 - index));
      const span = { start, end: Math.max(start, before.length - tail) };
      const edit = { span, newText: after.slice(start, after.length - (before.length - span.end)) };
      const errorsBefore = await withTree(file, before, tree => tree.errors());
      const errorsAfter = await withTree(file, after, tree => tree.errors());
      assert.equal(breaksCode(errorsBefore, errorsAfter, [edit]), expected);
    });
  }
});
