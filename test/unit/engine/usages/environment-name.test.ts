// Which environment a file is for.
import assert from 'node:assert/strict';
import { environmentNameOf } from '../../../../src/engine/usages/environment-name.ts';

describe('the environment of a file', () => {
  const told: Readonly<Record<string, string>> = {
    'file:///w/.env.production': 'production',
    'file:///w/.env.prod.local': 'production',
    'file:///w/apps/web/.env.local': 'local',
    'file:///w/values-staging.yaml': 'staging',
    'file:///w/appsettings.Development.json': 'development',
    'file:///w/docker-compose.dev.yml': 'development',
    'file:///w/overlays/prod/secret.yaml': 'production',
    'file:///w/.github/workflows/release.yml': 'ci',
  };
  for (const [uri, name] of Object.entries(told)) it(`of ${uri} is ${name}`, () => assert.equal(environmentNameOf(uri), name));

  const silent = [
    'file:///w/.env',
    'file:///w/.env.production.example',
    'file:///w/src/production.ts',
    'file:///home/me/dev/app/.env',
    'file:///home/me/test/config.yaml',
    'file:///w/.env.constructor',
  ];
  for (const uri of silent) it(`is not told by ${uri}`, () => assert.equal(environmentNameOf(uri), undefined));
});
