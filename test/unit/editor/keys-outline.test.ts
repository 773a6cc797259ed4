// What stands where in the Keys tree.
import assert from 'node:assert/strict';
import { noFilter } from '../../../src/editor/views/keys-filter.ts';
import { type Grouping, groupings, type KeysNode, noGroup, outlineOf } from '../../../src/editor/views/keys-outline.ts';
import type { Key, PlacedUsage } from '../../../src/engine/usages/key.ts';
import { makeKey } from '../../../src/engine/usages/key.ts';
import { statesOf } from '../../../src/engine/usages/key-states.ts';

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

const staged = makeKey([
  usage('file:///w/.env.production', 0, { kind: 'config', name: 'ACME_TOKEN', fingerprint: 'f2' }),
  usage('file:///w/.env.staging', 0, { kind: 'config', name: 'ACME_TOKEN', fingerprint: 'f2' }),
  usage('file:///w/a.ts', 20, { name: 'ACME_TOKEN' }),
]);

const outline = (grouping: Grouping, text = '', shown = keys): readonly KeysNode[] =>
  outlineOf(shown, { grouping, filter: { ...noFilter, text }, problemsOf: statesOf });
const namesOf = (nodes: readonly KeysNode[]): (string | false)[] => nodes.map(node => node.kind === 'group' && node.name);
const childrenOf = (node: KeysNode | undefined): readonly KeysNode[] => (node && node.kind !== 'usage' ? node.children : []);
const idsOf = (nodes: readonly KeysNode[]): string[] => nodes.flatMap(node => [node.id, ...idsOf(childrenOf(node))]);
const lineOf = (node: KeysNode): number | undefined => (node.kind === 'usage' ? node.usage.line : undefined);

describe('the outline of the Keys tree', () => {
  it('has the usages of a key under it, in the order in which keys come', () => {
    const nodes = outline('key');
    assert.deepEqual(
      nodes.map(node => node.kind === 'key' && node.key.title),
      ['sk-p…Aa', 'GITHUB_TOKEN'],
    );
    assert.deepEqual(childrenOf(nodes[0]).map(lineOf), [3, 1]);
  });

  it('has one group for each provider, with its keys', () => {
    const nodes = outline('provider');
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
    const nodes = outline('file');
    assert.deepEqual(
      nodes.map(node => node.kind === 'group' && node.name),
      ['file:///w/a.ts', 'file:///w/b%20c.ts'],
    );
    assert.deepEqual(childrenOf(nodes[0]).map(lineOf), [1, 3, 8]);
  });

  it('has a key under each environment that it has a row for, and the others under none', () => {
    const nodes = outline('environment', '', [lookup, staged]);
    assert.deepEqual(namesOf(nodes), ['production', 'staging', noGroup]);
    assert.deepEqual(
      nodes.map(node => childrenOf(node).map(child => child.kind === 'key' && child.key.title)),
      [['ACME_TOKEN'], ['ACME_TOKEN'], ['GITHUB_TOKEN']],
    );
  });

  it('has one group for each way to keep a key, the worst first', () => {
    assert.deepEqual(namesOf(outline('grade', '', [hardcoded, lookup, staged])), ['hardcoded', 'environment']);
  });

  it('has one group for each thing that is noticeable, the most urgent first, and those of which nothing is last', () => {
    assert.deepEqual(namesOf(outline('problem', '', [staged, lookup, hardcoded])), ['hardcoded', 'used-undefined', noGroup]);
  });

  for (const grouping of groupings) {
    it(`gives every row an id of its own, grouped by ${grouping}`, () => {
      const ids = idsOf(outline(grouping));
      assert.equal(new Set(ids).size, ids.length);
    });

    it(`keeps ids when lines move, grouped by ${grouping}`, () => {
      const moved = keys.map(key => makeKey(key.usages.map(place => ({ ...place, line: place.line + 5 }))));
      assert.deepEqual(idsOf(outline(grouping, '', moved)), idsOf(outline(grouping)));
    });
  }

  it('is filtered by name whatever the case', () => {
    assert.deepEqual(
      outline('key', 'github_').map(node => node.kind === 'key' && node.key.title),
      ['GITHUB_TOKEN'],
    );
  });

  it('is filtered by file, written as people see it, down to the usages there', () => {
    const [node, ...others] = outline('key', 'b c.ts');
    assert.deepEqual(others, []);
    assert.deepEqual(childrenOf(node).map(lineOf), [1]);
  });

  it('is empty when nothing matches', () => {
    assert.deepEqual(outline('provider', 'no such thing'), []);
  });
});
