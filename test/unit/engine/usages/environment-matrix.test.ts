import assert from 'node:assert/strict';
import { environmentMatrix } from '../../../../src/engine/usages/environment-matrix.ts';
import { makeKey, type PlacedUsage } from '../../../../src/engine/usages/key.ts';

const row = (uri: string, fingerprint?: string, name = 'API_KEY'): PlacedUsage => ({
  uri: `file:///w/${uri}`,
  kind: fingerprint === undefined ? 'definition' : 'config',
  name,
  span: { start: 0, end: 5 },
  line: 0,
  column: 0,
  preview: '',
  ...(fingerprint !== undefined && { fingerprint }),
});

const told = (places: readonly PlacedUsage[], files: readonly string[] = []): readonly string[] =>
  environmentMatrix(
    makeKey(places),
    files.map(file => `file:///w/${file}`),
  ).flatMap(({ name, cells }) =>
    cells.map(({ uri, environment = 'any', state, sameIn }) =>
      [name, uri.slice('file:///w/'.length), environment, state, ...sameIn.map(file => file.slice('file:///w/'.length))].join(' '),
    ),
  );

describe('the matrix of variables and environments', () => {
  it('tells what is shared, what is on its own, and what is missing', () => {
    const places = [row('.env.staging', 'f1'), row('.env.production', 'f1'), row('.env.development', 'f2')];
    assert.deepEqual(told(places, ['.env.staging', '.env.production', '.env.development', '.env.test', 'apps/a/.env']), [
      'API_KEY .env.development development own',
      'API_KEY .env.production production same .env.staging',
      'API_KEY .env.staging staging same .env.production',
      'API_KEY .env.test test missing',
    ]);
  });

  it('tells a row without a value, and a value that is the only one', () => {
    assert.deepEqual(told([row('.env.example'), row('.env', 'f1')]), ['API_KEY .env any alone', 'API_KEY .env.example any empty']);
  });

  it('keeps apps and variables apart', () => {
    assert.deepEqual(
      told([row('a/.env', 'f1'), row('b/.env', 'f1'), row('b/.env', 'f1', 'OTHER_KEY')], ['a/.env', 'a/.env.test', 'b/.env']),
      ['API_KEY a/.env any alone', 'API_KEY a/.env.test test missing', 'API_KEY b/.env any alone', 'OTHER_KEY b/.env any alone'],
    );
  });

  it('knows no environment that lacks a value of a settings file', () => {
    assert.deepEqual(told([row('config/production.yaml', 'f1')], ['config/.env']), ['API_KEY config/production.yaml production alone']);
  });
});
