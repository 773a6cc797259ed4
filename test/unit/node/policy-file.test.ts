import assert from 'node:assert/strict';
import { join } from 'node:path';
import { findPolicyFile } from '../../../src/node/policy-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ignores = 'a.ts:generic-api-key:1\n';

describe('the policy of a folder', () => {
  it('is that of the nearest policy file, with what lies beside it', () => {
    const folder = temporaryFolder({
      '.keyhygiene.json': '{ "exclude": ["x"] }',
      '.gitleaksignore': ignores,
      'a/b/.gitleaksignore': ignores,
      'a/b/c/': '',
    });
    const found = findPolicyFile(join(folder, 'a/b/c'));
    assert.equal(found?.path, join(folder, '.keyhygiene.json'));
    assert.deepEqual([found.policy.exclude, found.policy.accepted?.places.length], [['x'], 1]);
  });

  it('is what other tools’ files say where there is no policy file, up to the repository’s root', () => {
    const folder = temporaryFolder({ '.gitleaksignore': ignores, 'repository/.git/HEAD': '', 'repository/src/': '' });
    assert.equal(findPolicyFile(join(folder, 'repository/src')), undefined);
    const inside = temporaryFolder({ '.git/HEAD': '', '.gitleaksignore': ignores, 'src/': '' });
    assert.equal(findPolicyFile(join(inside, 'src'))?.policy.folder, inside.replaceAll('\\', '/'));
  });

  it('tells what is wrong in any of them', () => {
    const folder = temporaryFolder({ '.keyhygiene.json': '{}', '.gitleaks.toml': '[', '.keyhygiene.baseline': 'x' });
    assert.equal(findPolicyFile(folder)?.problems.length, 2);
  });
});
