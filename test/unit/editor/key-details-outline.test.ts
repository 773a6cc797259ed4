// The rows of the Key Details view.
import assert from 'node:assert/strict';
import { adviceOn, type DetailNode, detailsOf } from '../../../src/editor/views/key-details-outline.ts';
import type { Problem } from '../../../src/engine/hygiene/problem.ts';
import { formatPhrase, phrase } from '../../../src/engine/phrase.ts';
import type { Severity } from '../../../src/engine/settings/settings.ts';
import { makeKey, type PlacedUsage } from '../../../src/engine/usages/key.ts';

const usage = (uri: string, rest: Partial<PlacedUsage>): PlacedUsage => ({
  uri: `file:///w/${uri}`,
  kind: 'environment',
  span: { start: 0, end: 10 },
  line: 0,
  column: 0,
  preview: `preview of ${uri}`,
  ...rest,
});

const textOf = (text: DetailNode['label'] | undefined): string => (typeof text === 'object' ? formatPhrase(text) : (text ?? ''));
const lines = (nodes: readonly DetailNode[], indent = ''): string[] =>
  nodes.flatMap(node => [`${indent}${textOf(node.label)}: ${textOf(node.description)}`, ...lines(node.children, `${indent}  `)]);
const section = (nodes: readonly DetailNode[], label: string): DetailNode =>
  nodes.find(node => textOf(node.label).startsWith(label)) ?? assert.fail(label);
const idsOf = (nodes: readonly DetailNode[]): string[] => nodes.flatMap(node => [node.id, ...idsOf(node.children)]);

const literal = usage('a.ts', {
  kind: 'hardcoded',
  fingerprint: 'f1',
  masked: 'sk-p…Aa',
  provider: 'openai',
  ruleId: 'openai-project-key',
  name: 'OPENAI_API_KEY',
});
const key = makeKey([
  literal,
  usage('.env.production', { kind: 'config', fingerprint: 'f1', masked: 'sk-p…Aa', name: 'OPENAI_API_KEY' }),
  usage('.env', { kind: 'config', fingerprint: 'f2', masked: 'sk-p…Zz', name: 'OPENAI_API_KEY' }),
  usage('.env.example', { kind: 'definition', name: 'OPENAI_API_KEY' }),
]);
const problem: Problem = {
  checkId: 'key-in-query',
  uri: 'file:///w/a.ts',
  span: { start: 0, end: 10 },
  line: 0,
  column: 0,
  endLine: 0,
  endColumn: 10,
  message: phrase('The key stands in an address.'),
};
const mild: Problem = { ...problem, checkId: 'broad-key', message: phrase('It may do more than needed.') };
const severityOf = ({ checkId }: Problem): Severity => (checkId === 'broad-key' ? 'information' : 'warning');
const environmentFiles = ['file:///w/.env', 'file:///w/.env.production', 'file:///w/.env.test', 'file:///w/other/.env'];
const details = detailsOf(key, { problems: [mild, problem], severityOf, environmentFiles });

describe('the details of a key', () => {
  it('begin with how it is kept and what would be better, with the fix that does it', () => {
    assert.match(textOf(adviceOn(key)), /^Replace it with an environment lookup/);
    assert.equal(textOf(details[0]?.description), 'hardcoded (critical)');
    assert.equal(details[0]?.isFixable, true);
    assert.deepEqual(details[0]?.children[0]?.target, { kind: 'action', action: 'replace' });
    assert.deepEqual(details[0]?.children[1]?.target, { kind: 'action', action: 'move' });
  });

  it('offer a secret manager for what an environment file holds, and nothing better than one', () => {
    const actions = (...usages: PlacedUsage[]) => {
      const [storage] = detailsOf(makeKey(usages), { problems: [], severityOf, environmentFiles: [] });
      return storage?.children.map(({ target }) => target);
    };
    const kept = { kind: 'config', fingerprint: 'f1', masked: 'sk-p…Aa', name: 'OPENAI_API_KEY' } as const;
    assert.deepEqual(actions(usage('.env', kept)), [{ kind: 'action', action: 'move' }]);
    assert.deepEqual(actions(usage('a.ts', { kind: 'manager', name: 'OPENAI_API_KEY' })), []);
  });

  it('tell what is noticeable about it', () => {
    assert.deepEqual(
      section(details, 'Noticed').children.map(({ label }) => textOf(label)),
      ['The key stands in an address.', 'It may do more than needed.', 'Different values under one name'],
    );
    assert.deepEqual(
      section(details, 'Noticed').children.map(({ severity }) => severity),
      ['warning', 'information', undefined],
    );
  });

  it('tell which environments have a value, whether it is shared, and which lack it, without the values', () => {
    const { children } = section(details, 'Environments');
    assert.deepEqual(lines(children), [
      'Any environment: a value of its own',
      'Any environment: name without a value',
      'production: a value of its own',
      'test: not defined',
    ]);
    const target = children[2]?.target;
    assert.equal(target?.kind === 'place' && target.usage.uri, 'file:///w/.env.production');
    assert.deepEqual(children[3]?.target, { kind: 'file', uri: 'file:///w/.env.test' });
  });

  it('have every usage', () => {
    assert.equal(section(details, 'Usages').children.length, key.usages.length);
  });

  it('lead to the pages where the provider replaces it, and to what it says of limits', () => {
    const { children } = section(details, 'Provider: OpenAI');
    assert.ok(children.every(({ target }) => target?.kind === 'page' && target.url.startsWith('https://')));
    assert.ok(children.some(({ label }) => textOf(label) === 'The organization or project can be limited to IP addresses'));
  });

  it('lead to the steps of its rotation', () => {
    assert.deepEqual(section(details, 'Rotation').target, { kind: 'action', action: 'checklist' });
  });

  it('leave out what nobody knows', () => {
    const places = [usage('a.ts', { name: 'ACME_TOKEN' }), usage('.env.example', { kind: 'definition', name: 'ACME_TOKEN' })];
    const bare = detailsOf(makeKey(places), { problems: [], severityOf, environmentFiles: [] });
    assert.deepEqual(
      bare.map(({ label }) => textOf(label)),
      ['Storage', 'Environments', 'Usages', 'About', 'Rotation Checklist'],
    );
    assert.equal(bare[0]?.isFixable, undefined);
  });

  it('have an id for every row that no other has', () => {
    const ids = idsOf(details);
    assert.equal(new Set(ids).size, ids.length);
  });
});
