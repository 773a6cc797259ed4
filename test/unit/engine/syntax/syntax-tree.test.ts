import assert from 'node:assert/strict';
import { languageOf } from '../../../../src/engine/languages/catalogue.ts';
import type { PositionKind } from '../../../../src/engine/syntax/grammar.ts';
import type { Waiting } from '../../../../src/engine/syntax/syntax-tree.ts';
import { withTree } from '../../../support/syntax-parsers.ts';

describe('syntax tree', () => {
  it('reads the tokens of a long text as those of its parts', async () => {
    const line = `send("one", \`two \${three("four")}\`); // é\n`;
    const ofLine = await tokensOf(line);
    assert.equal(ofLine.length, 4);
    assert.deepEqual(await tokensOf(line.repeat(2000)), Array.from({ length: 2000 }, () => ofLine).flat());
  });

  it('reads a token once that is longer than a step', async () => {
    const long = `\`${'x '.repeat(20_000)}\${b("c")}${' y\n'.repeat(20_000)}\``;
    assert.deepEqual(await tokensOf(`a = ${long}; d = "e";`), [long, '"c"', '"e"']);
  });

  /** The string with `here` in it is asked about. */
  const positions: readonly (readonly [string, string, PositionKind])[] = [
    ['a.js', 'const key = "here";', 'value'],
    ['a.js', 'call({ "here": 1 });', 'key'],
    ['a.js', 'call({ ["here"]: 1 });', 'value'],
    ['a.js', 'call({ "here"() {} });', 'member-name'],
    ['a.js', 'import a from "here";', 'import'],
    ['a.js', 'export * from "here";', 'import'],
    ['a.js', 'call(tag`here`);', 'tagged-template'],
    ['a.js', 'function f(a = "here") {}', 'default-argument'],
    ['a.js', 'function f(a = () => { call("here"); }) {}', 'value'],
    ['a.js', 'switch (a) { case "here": call(); }', 'case-label'],
    ['a.jsx', 'const a = <A b="here" />;', 'jsx-attribute'],
    ['a.jsx', 'const a = <A b={"here"} />;', 'value'],
    ['a.ts', 'let a: "here" | "there";', 'type'],
    ['a.ts', 'let a: B["here"];', 'type'],
    ['a.ts', 'type A = { "here": string };', 'type'],
    ['a.ts', 'enum A { B = "here" }', 'enum-member'],
    ['a.ts', '@Dec("here") class A {}', 'annotation'],
    ['a.ts', 'class A { b(c = "here") {} }', 'default-argument'],
    ['a.tsx', 'const a = <A<"here"> />;', 'type'],
    ['a.py', '"here"\n', 'documentation'],
    ['a.py', 'def f():\n    call("here")\n', 'value'],
    ['a.py', 'def f(a="here"): pass\n', 'default-argument'],
    ['a.py', 'def f(a: str = "here"): pass\n', 'default-argument'],
    ['a.py', 'match a:\n    case {"b": "here"}: pass\n', 'pattern'],
    ['a.py', 'def f(a: Literal["here"]): pass\n', 'type'],
    ['a.py', '@app.route("here")\ndef f(): pass\n', 'annotation'],
    ['a.go', 'package a\n\nimport "here"\n', 'import'],
    ['a.go', 'package a\n\nconst b = "here"\n', 'constant'],
    ['a.go', 'package a\n\ntype b struct {\n\tc string `here`\n}\n', 'struct-tag'],
    ['A.java', 'class A { @B("here") int c; }', 'annotation'],
    ['A.java', 'class A { void b(String c) { switch (c) { case "here" -> d("e"); } } }', 'case-label'],
    ['A.java', 'class A { void b(String c) { switch (c) { case "d" -> e("here"); } } }', 'value'],
    ['A.cs', '[B("here")] class A {}', 'annotation'],
    ['A.cs', 'class A { void B(string c = "here") {} }', 'default-argument'],
    ['A.cs', 'class A { bool B(string c) => c is "d" or "here"; }', 'pattern'],
    ['A.cs', 'class A { string B(string c) => c switch { "d" => "here", _ => "e" }; }', 'value'],
    ['a.rb', 'a = :"here"', 'symbol'],
    ['a.rb', 'case a\nin { b: "here" } then 1\nend', 'pattern'],
    ['a.rb', 'case a\nwhen "here" then 1\nend', 'case-label'],
    ['a.php', '<?php #[A("here")] class B {}', 'annotation'],
    ['a.php', '<?php class A { const B = "here"; }', 'constant'],
    ['a.php', '<?php class A { private $b = ["c" => "here"]; }', 'property-default'],
    ['a.php', '<?php function a($b = "here") {}', 'default-argument'],
    ['a.php', '<?php function a() { static $b = "here"; }', 'static-variable'],
    ['a.rs', '#[doc = "here"] fn a() {}', 'annotation'],
    ['a.rs', 'const A: &str = "here";', 'constant'],
    ['a.rs', 'fn a(b: &str) { match b { "here" | "c" => d("e"), _ => {} } }', 'pattern'],
    ['a.rs', 'fn a(b: &str) { match b { "c" => d("here"), _ => {} } }', 'value'],
  ];

  for (const [file, text, expected] of positions) {
    it(`calls the place “${expected}” in ${file}: ${text.replaceAll('\n', ' ')}`, async () => {
      const kind = await withTree(file, text, tree => tree.positionOf(stringAround(text)));
      assert.equal(kind, expected);
    });
  }

  const broken: readonly (readonly [string, string, boolean])[] = [
    ['a.js', 'const a = "here"; const b = ;', false],
    ['a.js', 'const a = ("here";', true],
    ['a.js', 'function f() {\n  const a = "here";\n', false],
    ['a.js', 'call("here" "there");', true],
    ['a.js', 'if (a) {\n  b(;\n}\ncall("here");', false],
    ['a.py', 'a = "here"\nb = = 2\n', false],
    ['a.py', 'a = ("here"\nb = 2\n', true],
    ['A.java', 'class A { String a = "here"; void b() { c(; } }', false],
    ['A.java', 'class A { String a = "here" String b; }', true],
    ['a.go', 'package a\n\nfunc b() {\n\tc("here")\n\td(\n}\n', false],
    ['a.go', 'package a\n\nfunc b() {\n\tc("here" "d")\n}\n', true],
    ['a.rb', 'a = "here"\nb = (1\n', false],
    ['a.rs', 'fn a() { b("here"); let = 1; }', false],
    ['a.php', '<?php\n$a = "here";\n$b = = 1;\n', false],
    ['a.php', '<?php\n$a = ["here" "b"];\n', true],
  ];

  for (const [file, text, expected] of broken) {
    it(`finds ${expected ? 'an error at' : 'no error but elsewhere than'} the place in ${file}: ${text.replaceAll('\n', ' ')}`, async () => {
      const result = await withTree(file, text, tree => ({
        isBroken: tree.isBrokenAt(stringAround(text)),
        errors: tree.errors().length,
      }));
      assert.deepEqual({ ...result, errors: result.errors > 0 }, { isBroken: expected, errors: true });
    });
  }

  const waiting: readonly (readonly [string, string, Waiting])[] = [
    ['a.js', 'call("here");', 'top'],
    ['a.js', 'async function f() { call("here"); }', 'async'],
    ['a.js', 'async function f() { call(() => "here"); }', 'sync'],
    ['a.js', 'const f = async () => "here";', 'async'],
    ['a.js', 'const f = async x => call(x, "here");', 'async'],
    ['a.js', 'class A { async f() { call("here"); } }', 'async'],
    ['a.js', 'class A { async() { call("here"); } }', 'sync'],
    ['a.js', 'class A { async f(a = "here") {} }', 'never'],
    ['a.js', 'async function f(a = "here") {}', 'never'],
    ['a.js', 'async function f() { return (a = "here") => a; }', 'never'],
    ['a.js', 'class A { key = "here"; }', 'never'],
    ['a.js', 'class A { static { call("here"); } }', 'never'],
    ['a.js', 'async function f() { return { [call("here")]() {} }; }', 'async'],
    ['a.ts', 'namespace A { export const key = "here"; }', 'never'],
    ['a.ts', 'class A { constructor(private key = "here") {} }', 'never'],
    ['a.tsx', 'export const A = async () => <B key="here" />;', 'async'],
    ['a.py', 'async def f():\n    call("here")\n', 'async'],
    ['a.py', 'def f():\n    call("here")\n', 'sync'],
    ['A.cs', 'class A { async Task B() { await C("here"); } }', 'async'],
    ['a.rs', 'pub async fn a() { b("here"); }', 'async'],
  ];

  for (const [file, text, expected] of waiting) {
    it(`knows what can be awaited in ${file}: ${text.replaceAll('\n', ' ')}`, async () => {
      assert.equal(await withTree(file, text, tree => tree.waitingAt(stringAround(text))), expected);
    });
  }
});

function stringAround(text: string): { readonly start: number; readonly end: number } {
  const at = text.indexOf('here');
  const start = Math.max(...['"', '`', "'"].map(quote => text.lastIndexOf(quote, at)));
  return { start, end: text.indexOf(text.charAt(start), at) + 1 };
}

function tokensOf(text: string): Promise<readonly string[]> {
  return withTree('a.ts', text, (tree, source) => {
    const language = languageOf(source);
    assert.ok(language);
    return tree.tokens(language).map(({ span }) => text.slice(span.start, span.end));
  });
}
