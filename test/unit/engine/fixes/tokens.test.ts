// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code of other languages
import assert from 'node:assert/strict';
import { viewCode } from '../../../../src/engine/fixes/code-view.ts';
import { readTokens, readTokensInSteps } from '../../../../src/engine/fixes/tokens.ts';
import { languages } from '../../../../src/engine/languages/catalogue.ts';
import type { Language } from '../../../../src/engine/languages/language.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

describe('readTokens', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['strings and comments', 'javascript', `a = "b" + 'c' /* "d" */ // 'e'`, ['"b"', "'c'", '/* "d" */', "// 'e'"]],
    ['escaped quotes', 'javascript', `'it\\'s' "a\\\\" b`, ["'it\\'s'", '"a\\\\"']],
    ['an apostrophe in text shown', 'javascript', `<p>Don't</p>;\nf("a")`, ['"a"']],
    ['strings inside templates', 'javascript', '`a ${f(`b ${"c"}`)} d`', ['`a ${f(`b ${"c"}`)} d`', '`b ${"c"}`', '"c"']],
    ['an object inside a template', 'javascript', '`${{ a: "}" }.a}` + 1', ['`${{ a: "}" }.a}`', '"}"']],
    ['regular expressions, not divisions', 'javascript', `a / "b" / c; x = /["'/]/g.test('d')`, ['"b"', `/["'/]/g`, "'d'"]],
    ['prefixes of strings', 'python', `br"a" + f'{b["c"]}' + xr"d"`, ['br"a"', `f'{b["c"]}'`, '"c"', '"d"']],
    ['three quotes over lines', 'python', `"""a\n"b" # c\n"""\n# d`, ['"""a\n"b" # c\n"""', '# d']],
    ['a hole behind a backslash', 'python', `rf'\\{a["b"]}'`, [`rf'\\{a["b"]}'`, '"b"']],
    ['the line that names a program', 'javascript', `#!/usr/bin/env node\n'a'`, ['#!/usr/bin/env node', "'a'"]],
    ['doubled braces', 'python', `f"{{'a'}} {'b'}"`, [`f"{{'a'}} {'b'}"`, "'b'"]],
    ['raw strings and characters', 'go', "`a\n\"b` + \"c\" + '\"' + '\\''", ['`a\n"b`', '"c"', `'"'`, `'\\''`]],
    ['lifetimes', 'rust', `fn f<'a>(x: &'a str) { r#"a "b""#; 'c' }`, [`r#"a "b""#`, "'c'"]],
    ['nested comments', 'rust', '/* a /* "b" */ c */ "d"', ['/* a /* "b" */ c */', '"d"']],
    ['verbatim strings', 'csharp', `@"a\\" + "b" + @"c ""d""" + $@"{e("f")}\\"`, ['@"a\\"', '"b"', '@"c ""d"""', '$@"{e("f")}\\"', '"f"']],
    ['heredocs', 'ruby', `a(<<~X, 'b')\n  "c" #{d("e")}\n  X\nf("g")`, ["'b'", '  "c" #{d("e")}\n', '"e"', '"g"']],
    ['a quoted heredoc as it stands', 'shellscript', `cat <<'X'\n$(f "a")\nX\necho "b"`, ['$(f "a")\n', '"b"']],
    ['here-strings and shifts apart from heredocs', 'ruby', `a << b\nc <<X\n"d"`, ['"d"']],
    ['variables named by a quote', 'ruby', `a($', "b")`, ['"b"']],
    [
      'characters behind a question mark',
      'ruby',
      `[?", ?'].include?("a") and b ?"c":'d' if e == ?#`,
      ['?"', "?'", '"a"', '"c"', "'d'", '?#'],
    ],
    [
      'raw strings with more quotes',
      'csharp',
      `""""a """ b"""" + $$"""{a}{{f("c")}}""" + "d"`,
      ['""""a """ b""""', '$$"""{a}{{f("c")}}"""', '"c"', '"d"'],
    ],
    ['nested brackets', 'ruby', '%q(a (b) c) + %w[d e]', ['%q(a (b) c)', '%w[d e]']],
    ['comments at a word’s start only', 'shellscript', `echo a#b "\${#c}" # 'd'`, ['"${#c}"', "# 'd'"]],
    ['quotes taken by a backslash', 'shellscript', `echo \\" "a"`, ['"a"']],
    [
      'quote-like operators, substitutions in both their parts',
      'perl',
      `q{a{'b'}} . qq|"c"|; s/'/"/g; s{'} {"}; tr/'/"/; $s{'d'}`,
      [`q{a{'b'}}`, 'qq|"c"|', `s/'/"/`, `s{'} {"}`, `tr/'/"/`, "'d'"],
    ],
    [
      'documentation and data',
      'perl',
      `'a';\n=head1 it's\n=cut\n'b';\n__END__\nit's`,
      ["'a'", "=head1 it's\n=cut", "'b'", "__END__\nit's"],
    ],
    [
      'long brackets of their own level',
      'lua',
      `a = [==[b ]] "c"]==] --[[ "d"\n]] .. 'e' -- "f"`,
      ['[==[b ]] "c"]==]', '--[[ "d"\n]]', "'e'", '-- "f"'],
    ],
    ['raw strings in brackets', 'r', `r"---(a)" "b)---" + 'c' # "d"`, [`r"---(a)" "b)---"`, "'c'", '# "d"']],
    [
      'sigils, capital ones as they stand',
      'elixir',
      `~s(a #{b("c")}) <> ~S(#{d} "e") <> ~w[f "g]`,
      [`~s(a #{b("c")})`, '"c"', `~S(#{d} "e")`, `~w[f "g]`],
    ],
    [
      'here-strings and doubled quotes',
      'powershell',
      `@"\na "b" $(c 'd')\n"@ + 'it''s' <# "e" #>`,
      [`@"\na "b" $(c 'd')\n"@`, "'d'", "'it''s'", '<# "e" #>'],
    ],
    [
      'code in strings, and transposed matrices',
      'julia',
      `a' * "b $(c["d"])" * raw"e\\\\" #= "f" =#`,
      [`"b $(c["d"])"`, '"d"', `raw"e\\\\"`, '#= "f" =#'],
    ],
    ['three quotes', 'groovy', `'a' + """b "c" \${d('e')}""" // 'f'`, ["'a'", `"""b "c" \${d('e')}"""`, "'e'", "// 'f'"]],
    ['code between marks only', 'php', `it's "a" <?php f('b'); // don't ?> it's`, [`it's "a" <?php`, "'b'", "// don't ", "?> it's"]],
    ['attributes apart from comments', 'php', `<?php #[A("b")]\n# "c"`, ['<?php', '"b"', '# "c"']],
  ];

  for (const [what, id, text, expected] of cases) {
    it(`tells ${what} in ${id}`, () => {
      assert.deepEqual(
        readTokens(text, languageById(id)).map(({ span }) => text.slice(span.start, span.end)),
        expected,
      );
    });
  }

  it('takes a quote that never closes for code', () => {
    const text = 'a = `b\nc = "d';
    assert.deepEqual(readTokens(text, languageById('javascript')), []);
  });

  it('reads on after many strings that are broken', () => {
    const text = `${'f"{\n'.repeat(1000)}f"{a["b"]}"`;
    assert.deepEqual(
      readTokens(text, languageById('python')).map(({ span }) => text.slice(span.start, span.end)),
      ['f"{a["b"]}"', '"b"'],
    );
  });

  it('reads a long text in steps, and the same in each of them', () => {
    const units = {
      javascript: 'call("one", `two ${"three"}`); // four\n',
      php: '<?php call("one", 2 / 1); /* two */ ?>\n<p>"three"</p>\n',
    };
    for (const [id, unit] of Object.entries(units)) {
      const expected = readTokens(unit, languageById(id)).map(({ kind, span }) => `${kind} ${span.end - span.start}`);
      const count = Math.ceil(200_000 / unit.length);
      const steps = readTokensInSteps(unit.repeat(count), languageById(id));
      let taken = 0;
      let step = steps.next();
      for (; !step.done; step = steps.next()) taken++;
      assert.ok(taken >= 3, id);
      // What stands outside of code goes on in the next unit.
      const kinds = step.value.map(({ kind, span }) => `${kind} ${span.end - span.start}`).filter(kind => !kind.startsWith('outside'));
      const inUnit = expected.filter(kind => !kind.startsWith('outside'));
      assert.deepEqual(kinds, Array.from({ length: count }, () => inUnit).flat());
    }
  });

  it('ends on any text, its tokens in order and inside the text', () => {
    const random = seededRandom('tokens', 7);
    const bits = [
      '"',
      "'",
      '`',
      '"""',
      '${',
      '{',
      '}',
      '(',
      ')',
      '/',
      '*',
      '/*',
      '//',
      '#',
      '\\',
      '\n',
      '\r\n',
      '<<',
      '<<~A',
      'A',
      '%q(',
      'f"',
      '$@"',
      '<?php',
      '?>',
      ' ',
    ];
    for (const language of languages) {
      for (let round = 0; round < 40; round++) {
        const text = Array.from({ length: 60 }, () => random.pick(bits)).join('');
        const starts = readTokens(text, language).map(({ span }) => {
          assert.ok(span.start <= span.end && span.end <= text.length, language.id);
          return span.start;
        });
        assert.deepEqual(
          starts,
          [...starts].sort((a, b) => a - b),
        );
        assert.equal(viewCode({ uri: '', languageId: '', text }, language).code.length, text.length);
      }
    }
  });
});

describe('viewCode', () => {
  const paint = (id: string, text: string) => viewCode({ uri: '', languageId: id, text }, languageById(id)).code;

  it('paints strings and comments over and keeps the code', () => {
    assert.equal(paint('javascript', 'a("b\\n", c) // d'), 'a("···", c)     ');
  });

  it('shows the code inside strings in brackets', () => {
    assert.equal(paint('javascript', '`a${f("b")}c`'), '"·( f("·"))·"');
    assert.equal(paint('python', 'f"{a}"'), '"·(a)"');
  });

  it('keeps the line end behind a heredoc', () => {
    assert.equal(paint('shellscript', 'cat <<X\nab\nX\nb'), 'cat <<X\n  \nX\nb');
  });
});

function languageById(id: string): Language {
  const language = languages.find(candidate => candidate.id === id);
  assert.ok(language, id);
  return language;
}
