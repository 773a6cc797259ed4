// What stands where in the Keys tree.
import assert from 'node:assert/strict';
import { noFilter } from '../../../src/editor/views/keys-filter.ts';
import { type Grouping, groupings, type KeysNode, noGroup, outlineOf } from '../../../src/editor/views/keys-outline.ts';
import type { Problem } from '../../../src/engine/hygiene/problem.ts';
import { problemsOfKeys } from '../../../src/engine/hygiene/problems-of-keys.ts';
import { phrase } from '../../../src/engine/phrase.ts';
import type { Severity } from '../../../src/engine/settings/settings.ts';
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

const staged = makeKey([
  usage('file:///w/.env.production', 0, { kind: 'config', name: 'ACME_TOKEN', fingerprint: 'f2' }),
  usage('file:///w/.env.staging', 0, { kind: 'config', name: 'ACME_TOKEN', fingerprint: 'f2' }),
  usage('file:///w/a.ts', 20, { name: 'ACME_TOKEN' }),
]);

const problem = (checkId: string, uri: string, line: number, rest: Partial<Problem> = {}): Problem => ({
  checkId,
  uri,
  span: { start: line * 100, end: line * 100 + 5 },
  line,
  column: 0,
  endLine: line,
  endColumn: 5,
  message: phrase('Something is wrong.'),
  ...rest,
});
const loud: Readonly<Record<string, Severity>> = { 'broad-key': 'information', 'key-logged': 'warning', 'env-file-tracked': 'error' };

const outline = (grouping: Grouping, text = '', shown = keys, problems: readonly Problem[] = []): readonly KeysNode[] =>
  outlineOf(shown, {
    grouping,
    filter: { ...noFilter, text },
    problemsOf: problemsOfKeys(problems),
    allProblems: () => problems,
    severityOf: ({ checkId }) => loud[checkId] ?? 'off',
  });
const namesOf = (nodes: readonly KeysNode[]): (string | false)[] => nodes.map(node => node.kind === 'group' && node.name);
const childrenOf = (node: KeysNode | undefined): readonly KeysNode[] => (node && 'children' in node ? node.children : []);
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

  it('puts the key with the worst problem first among those that are kept alike', () => {
    const other = makeKey([usage('file:///w/c.ts', 5, { name: 'A_TOKEN' })]);
    const titles = (problems: readonly Problem[]): unknown[] =>
      outline('key', '', [hardcoded, other, lookup], problems).map(node => node.kind === 'key' && node.key.title);
    assert.deepEqual(titles([]), ['sk-p…Aa', 'A_TOKEN', 'GITHUB_TOKEN']);
    assert.deepEqual(titles([problem('key-logged', 'file:///w/a.ts', 8), problem('broad-key', 'file:///w/c.ts', 5)]), [
      'sk-p…Aa',
      'GITHUB_TOKEN',
      'A_TOKEN',
    ]);
  });

  it('groups by problem, the most urgent first, with problems that are about no key by themselves', () => {
    const problems = [
      problem('broad-key', 'file:///w/a.ts', 8),
      problem('env-file-tracked', 'file:///w/.env', 0, { names: ['GITHUB_TOKEN'] }),
      problem('key-logged', 'file:///w/other.ts', 2),
    ];
    const nodes = outline('problem', '', [lookup], problems);
    assert.deepEqual(namesOf(nodes), ['env-file-tracked', 'key-logged', 'broad-key', 'used-undefined']);
    assert.deepEqual(
      nodes.map(node => childrenOf(node).map(({ kind }) => kind)),
      [['key'], ['problem'], ['key'], ['key']],
    );
    assert.equal(new Set(idsOf(nodes)).size, idsOf(nodes).length);
  });

  it('filters problems that are about no key by their file', () => {
    const problems = [problem('key-logged', 'file:///w/other.ts', 2), problem('key-logged', 'file:///w/third.ts', 2)];
    const [group] = outline('problem', 'THIRD', [], problems);
    assert.deepEqual(
      childrenOf(group).map(node => node.kind === 'problem' && node.problem.uri),
      ['file:///w/third.ts'],
    );
  });
});
