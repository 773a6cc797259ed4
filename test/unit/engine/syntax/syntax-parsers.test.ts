import assert from 'node:assert/strict';
import { neverCancelled } from '../../../../src/engine/cancel.ts';
import { languageOf } from '../../../../src/engine/languages/catalogue.ts';
import { grammarNames } from '../../../../src/engine/syntax/grammars/catalogue.ts';
import { type SyntaxDeps, SyntaxParsers } from '../../../../src/engine/syntax/syntax-parsers.ts';
import type { SyntaxTree } from '../../../../src/engine/syntax/syntax-tree.ts';
import type { SourceText } from '../../../../src/engine/text.ts';
import { readGrammar } from '../../../support/syntax-parsers.ts';

const long = 'const a = call("b", { c: 1 });\n'.repeat(5000);

describe('syntax parsers', () => {
  it('read every grammar that is named', async () => {
    for (const name of grammarNames) assert.ok((await readGrammar(`tree-sitter-${name}.wasm`)).length > 0);
  });

  it('load a grammar when it is first needed, and once', async () => {
    const read: string[] = [];
    const parsers = parsersWith({
      read: file => {
        read.push(file);
        return readGrammar(file);
      },
    });
    assert.deepEqual(read, []);
    await Promise.all([treeless(parsers, 'a.go', 'package a\n'), treeless(parsers, 'b.go', 'package b\n')]);
    await treeless(parsers, 'c.unknown', 'text');
    assert.deepEqual(read.sort(), ['tree-sitter-go.wasm', 'web-tree-sitter.wasm']);
    parsers.dispose();
  });

  it('breathe while they parse a long text', async () => {
    let clock = 0;
    let breaths = 0;
    const parsers = parsersWith({
      now: () => clock++,
      breathe: async () => {
        breaths++;
      },
    });
    const errors = await onTree(parsers, source('a.js', long), tree => tree?.errors());
    assert.deepEqual(errors, []);
    assert.ok(breaths > 3, `${breaths}`);
    parsers.dispose();
  });

  it('stop when nobody needs the tree any more, and read the next text afresh', async () => {
    let clock = 0;
    const cancel = { isCancellationRequested: false };
    const parsers = parsersWith({
      now: () => clock++,
      breathe: async () => {
        cancel.isCancellationRequested = true;
      },
    });
    assert.equal(await onTree(parsers, source('a.js', long), tree => tree === undefined, cancel), true);
    const text = 'f("here")';
    assert.equal(await onTree(parsers, source('a.js', text), tree => tree?.text), text);
    parsers.dispose();
  });

  it('read a changed text as if it were new', async () => {
    const parsers = parsersWith({});
    const texts = [long, long.replace('"b"', '(`b` + "d")'), `// é\n${long}`, `${long}\ncall(`, long];
    for (const text of texts) {
      const own = parsersWith({});
      const errorsOf = (tree: SyntaxTree | undefined) => tree?.errors();
      assert.deepEqual(await onTree(parsers, source('a.js', text), errorsOf), await onTree(own, source('a.js', text), errorsOf));
      own.dispose();
    }
    parsers.dispose();
  });

  it('go without a tree when a grammar cannot be read, and say so once', async () => {
    const problems: unknown[] = [];
    const parsers = parsersWith({ read: () => Promise.reject(new Error('gone')), onProblem: error => problems.push(error) });
    for (const file of ['a.go', 'b.go']) assert.equal(await onTree(parsers, source(file, 'package a\n'), tree => tree), undefined);
    assert.equal(problems.length, 1);
  });

  it('go without a tree for texts that no person wrote', async () => {
    const parsers = parsersWith({ read: () => assert.fail('nothing has to be read') });
    const text = 'a;\n'.repeat(400_000);
    assert.equal(await onTree(parsers, source('a.js', text), tree => tree), undefined);
  });

  it('serve others after work that failed', async () => {
    const parsers = parsersWith({});
    const failing = onTree(parsers, source('a.js', 'a'), () => {
      throw new Error('work failed');
    });
    await assert.rejects(failing, /work failed/);
    assert.equal(await onTree(parsers, source('a.js', 'b'), tree => tree?.text), 'b');
    parsers.dispose();
  });
});

function parsersWith(deps: Partial<SyntaxDeps>): SyntaxParsers {
  const onProblem = (error: unknown) => assert.fail(String(error));
  return new SyntaxParsers({ read: readGrammar, now: () => 0, breathe: async () => {}, onProblem, ...deps });
}

function source(file: string, text: string): SourceText {
  return { uri: `file:///project/${file}`, languageId: '', text };
}

function onTree<Result>(
  parsers: SyntaxParsers,
  text: SourceText,
  work: (tree: SyntaxTree | undefined) => Result,
  cancel = neverCancelled,
): Promise<Result> {
  return parsers.withTree(text, languageOf(text), cancel, work);
}

function treeless(parsers: SyntaxParsers, file: string, text: string): Promise<void> {
  return onTree(parsers, source(file, text), () => undefined);
}
