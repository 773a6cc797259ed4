// What stands where in the Keys tree.
import assert from 'node:assert/strict';
import { type KeysNode, outlineOf } from '../../../src/editor/views/keys-outline.ts';
import type { Key, PlacedUsage } from '../../../src/engine/usages/key.ts';
import { makeKey } from '../../../src/engine/usages/key.ts';

const usage = (uri: string, line: number, rest: Partial<PlacedUsage>): PlacedUsage => ({
  uri,
  kind: 'environment',
  span: { start: line * 100, end: line * 100 + 10 },
  line,
  column: 0,
  preview: 'preview',
  ...rest,
});

const hardcoded = makeKey([
  usage('file:///w/a.ts', 3, { kind: 'hardcoded', fingerprint: 'f1', masked: 'sk-p…Aa', provider: 'openai' }),
  usage('file:///w/b%20c.ts', 1, { kind: 'hardcoded', fingerprint: 'f1', masked: 'sk-p…Aa', provider: 'openai' }),
]);
const lookup = makeKey([usage('file:///w/a.ts', 1, { name: 'GITHUB_TOKEN' }), usage('file:///w/a.ts', 8, { name: 'GITHUB_TOKEN' })]);
const keys: readonly Key[] = [hardcoded, lookup];

const childrenOf = (node: KeysNode | undefined): readonly KeysNode[] => (node && node.kind !== 'usage' ? node.children : []);
const idsOf = (nodes: readonly KeysNode[]): string[] => nodes.flatMap(node => [node.id, ...idsOf(childrenOf(node))]);
const lineOf = (node: KeysNode): number | undefined => (node.kind === 'usage' ? node.usage.line : undefined);

describe('the outline of the Keys tree', () => {
  it('has the usages of a key under it, in the order in which keys come', () => {
    const nodes = outlineOf(keys, 'key', '');
    assert.deepEqual(
      nodes.map(node => node.kind === 'key' && node.key.title),
      ['sk-p…Aa', 'GITHUB_TOKEN'],
    );
    assert.deepEqual(childrenOf(nodes[0]).map(lineOf), [3, 1]);
  });

  it('has one group for each provider, with its keys', () => {
    const nodes = outlineOf(keys, 'provider', '');
    assert.deepEqual(
      nodes.map(node => node.kind === 'group' && node.name),
      ['openai', 'github'],
    );
    assert.deepEqual(
      nodes.map(node => childrenOf(node)[0]?.kind),
      ['key', 'key'],
    );
  });

  it('has one group for each file, with usages of all keys by place', () => {
    const nodes = outlineOf(keys, 'file', '');
    assert.deepEqual(
      nodes.map(node => node.kind === 'group' && node.name),
      ['file:///w/a.ts', 'file:///w/b%20c.ts'],
    );
    assert.deepEqual(childrenOf(nodes[0]).map(lineOf), [1, 3, 8]);
  });

  for (const grouping of ['key', 'provider', 'file'] as const) {
    it(`gives every row an id of its own, grouped by ${grouping}`, () => {
      const ids = idsOf(outlineOf(keys, grouping, ''));
      assert.equal(new Set(ids).size, ids.length);
    });

    it(`keeps ids when lines move, grouped by ${grouping}`, () => {
      const moved = keys.map(key => makeKey(key.usages.map(place => ({ ...place, line: place.line + 5 }))));
      assert.deepEqual(idsOf(outlineOf(moved, grouping, '')), idsOf(outlineOf(keys, grouping, '')));
    });
  }

  it('is filtered by name whatever the case', () => {
    assert.deepEqual(
      outlineOf(keys, 'key', 'github_').map(node => node.kind === 'key' && node.key.title),
      ['GITHUB_TOKEN'],
    );
  });

  it('is filtered by file, written as people see it, down to the usages there', () => {
    const [node, ...others] = outlineOf(keys, 'key', 'b c.ts');
    assert.deepEqual(others, []);
    assert.deepEqual(childrenOf(node).map(lineOf), [1]);
  });

  it('is empty when nothing matches', () => {
    assert.deepEqual(outlineOf(keys, 'provider', 'no such thing'), []);
  });
});
