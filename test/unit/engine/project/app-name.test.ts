import assert from 'node:assert/strict';
import { appNameOf } from '../../../../src/engine/project/app-name.ts';

describe('the name of an app', () => {
  const cases: readonly (readonly [manifests: Readonly<Record<string, string>>, name: string])[] = [
    [{ 'package.json': '{"name":"@acme/shop-api"}' }, 'shop-api'],
    [{ 'package.json': '{"name":' }, 'web app'],
    [{ 'package.json': '{"private":true}' }, 'web app'],
    [{ 'go.mod': 'module example.com/acme/billing/v2\n\ngo 1.22\n' }, 'billing'],
    [{ 'pyproject.toml': '[tool.x]\nname = "no"\n\n[project]\nname = "ledger"\n' }, 'ledger'],
    [{ 'Cargo.toml': "[package]\nname = 'till'\n" }, 'till'],
    [{}, 'web app'],
  ];
  for (const [manifests, name] of cases) {
    it(`is ${name} for ${JSON.stringify(manifests)}`, () => {
      const project = { folder: 'file:///home/me/web%20app', entries: [], manifests };
      assert.equal(appNameOf(project, 'file:///home/me'), name);
    });
  }

  it('is that of the folder for files without a project', () => {
    assert.equal(appNameOf(undefined, '/home/me/50%/'), '50%');
  });
});
