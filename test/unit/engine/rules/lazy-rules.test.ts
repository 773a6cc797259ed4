import assert from 'node:assert/strict';
import { catalogue } from '../../../../src/engine/rules/catalogue.ts';
import { lazyRules, outlineOf } from '../../../../src/engine/rules/lazy-rules.ts';
import { createMatchRules } from '../../../../src/engine/scan/match-rules.ts';

describe('lazy rules', () => {
  it('are not read by a scan that meets none of their keywords', () => {
    const read: string[] = [];
    const rules = catalogue.flatMap(rule =>
      lazyRules(1, {
        outlines: () => [outlineOf(rule)],
        keywords: () => [rule.keywords],
        load: () => {
          read.push(rule.id);
          return [rule];
        },
      }),
    );
    const matchRules = createMatchRules(rules);
    matchRules('The quick brown fox jumps over the lazy dog. '.repeat(4000), () => false);
    assert.deepEqual(read, []);
    matchRules('token', () => false);
    assert.ok(read.length > 0 && read.length < 50, `${read.length} were read`);
  });

  it('say what the whole rules say, in every field', () => {
    const fields = new Set(catalogue.flatMap(rule => Object.keys(rule)));
    const lazy = lazyRules(catalogue.length, {
      outlines: () => catalogue.map(outlineOf),
      keywords: () => catalogue.map(({ keywords }) => keywords),
      load: () => catalogue,
    });
    for (const [index, whole] of catalogue.entries()) {
      for (const field of fields) assert.equal(Reflect.get(lazy[index] ?? {}, field), Reflect.get(whole, field), `${whole.id}: ${field}`);
    }
  });

  it('are not read before more than their outline is asked for', () => {
    let [outlined, told, reads] = [0, 0, 0];
    const [first] = lazyRules(catalogue.length, {
      outlines: () => {
        outlined++;
        return catalogue.map(outlineOf);
      },
      keywords: () => {
        told++;
        return catalogue.map(({ keywords }) => keywords);
      },
      load: () => {
        reads++;
        return catalogue;
      },
    });
    assert.equal(outlined, 0);
    assert.ok(first && first.provider === catalogue[0]?.provider && first.id === catalogue[0]?.id);
    assert.deepEqual([outlined, told], [1, 0]);
    assert.ok(first.keywords.length > 0);
    assert.deepEqual([outlined, told, reads], [1, 1, 0]);
    assert.equal(first.title, catalogue[0]?.title);
    assert.equal(first.source, catalogue[0]?.source);
    assert.deepEqual([outlined, reads], [1, 1]);
  });
});
