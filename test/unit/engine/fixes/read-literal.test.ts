// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code of other languages
import assert from 'node:assert/strict';
import { viewCode } from '../../../../src/engine/fixes/code-view.ts';
import { readLiteral } from '../../../../src/engine/fixes/read-literal.ts';
import { languageOf } from '../../../../src/engine/languages/catalogue.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';

/** The secret stands between `«` and `»`. */
function read(languageId: string, marked: string) {
  const start = marked.indexOf('«');
  const text = marked.replace(/[«»]/g, '');
  const source = { uri: '', languageId, text };
  const language = languageOf(source);
  assert.ok(language);
  return readLiteral(viewCode(source, language), { start, end: marked.indexOf('»') - 1 });
}

describe('readLiteral', () => {
  const values: readonly (readonly [string, string, string, string])[] = [
    ['plain text', 'go', '"«abc»"', 'abc'],
    ['the usual escapes', 'javascript', String.raw`'«a\n\t\\\'\x41\u0042\u{43}»'`, "a\n\t\\'ABC"],
    ['long code points', 'python', String.raw`"«\U0001F600»"`, '😀'],
    ['a raw string as it stands', 'python', String.raw`r"«a\n»"`, 'a\\n'],
    ['a raw string of Go as it stands', 'go', '`«a\\n»`', 'a\\n'],
    ['single quotes of Ruby, where only the quote is escaped', 'ruby', String.raw`'«a\n\'\\»'`, "a\\n'\\"],
    ['single quotes of PHP', 'php', String.raw`<?php '«a\n\'»'`, "a\\n'"],
    ['single quotes of a shell as they stand', 'shellscript', String.raw`'«a\n»'`, 'a\\n'],
    ['double quotes of a shell, where few escapes work', 'shellscript', String.raw`"«a\n\$\"»"`, 'a\\n$"'],
    ['doubled quotes', 'csharp', '@"«a""b\\»"', 'a"b\\'],
    ['doubled braces', 'python', 'f"«a{{b}}»"', 'a{b}'],
    ['line ends of any kind as one', 'python', '"""«a\r\nb»"""', 'a\nb'],
    ['a bare word of a shell', 'shellscript', 'KEY=«abc-1.2»', 'abc-1.2'],
  ];
  for (const [what, language, text, value] of values) {
    it(`reads ${what}`, () => {
      const reading = read(language, text);
      assert.equal(reading.kind === 'literal' ? reading.literal.value : formatPhrase(reading.reason), value);
    });
  }

  it('tells what stands before and after the secret, as written', () => {
    const reading = read('javascript', "f('Bearer \\'«abc»\\n', 'x')");
    assert.deepEqual(reading.kind === 'literal' && reading.literal.pieces, ["Bearer \\'", '\\n']);
  });

  const withheld: readonly (readonly [string, string, string])[] = [
    ['an escape that is not the same everywhere', 'javascript', String.raw`'«a\q»'`],
    ['a byte beyond ASCII', 'python', String.raw`"«\xe9»"`],
    ['a variable in it', 'shellscript', '"«a$b»"'],
    ['a variable of PHP in it', 'php', '<?php "«a$b»"'],
    ['a computed part', 'javascript', '`«a${b}c»`'],
    ['an end beyond the string', 'javascript', "'«a' + 'b»'"],
    ['a place in a comment', 'python', '# «a»'],
    ['a place outside strings', 'java', 'int «a» = 1;'],
    ['a start inside an escape', 'javascript', String.raw`'\u00«41bc»'`],
    ['a start inside a variable', 'shellscript', '"${«abc»}"'],
    ['a pattern of a variable', 'shellscript', '"${A%«abc»}"'],
    ['a character', 'rust', "'«a»'"],
    ['a pattern', 'ruby', '%r{«abc»}'],
    ['characters a shell reads in its own way', 'shellscript', 'KEY=«a$b»'],
  ];
  for (const [what, language, text] of withheld) {
    it(`refuses ${what}`, () => {
      assert.equal(read(language, text).kind, 'none');
    });
  }
});
