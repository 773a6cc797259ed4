// What the tools themselves say of the fixed files, where they are installed.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fixFixtures, fixSecret } from '../../../../support/fix-fixtures.ts';
import { type Program, programsOf, run, write } from '../../../../support/fixed-programs.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

describe('fixed configuration files', function () {
  this.timeout(60_000);

  it('are valid for Terraform, formatted as it formats', function () {
    if (!works('terraform', 'version')) this.skip();
    // Those of a provider need its download.
    const files = programsOf('terraform').filter(({ after }) => !after.includes('provider '));
    assert.ok(files.length >= 8);
    for (const { name, after } of files) {
      const folder = path.join(temporaryFolder(), name);
      write(path.join(folder, 'main.tf'), after);
      run('terraform', ['fmt', '-check', '-diff'], folder);
      run('terraform', ['validate'], folder);
    }
  });

  it('ask managers in Terraform as it formats it', function () {
    if (!works('terraform', 'version')) this.skip();
    const files = lookupsIn('tf');
    assert.ok(files.length >= 3);
    for (const { name, after } of files) {
      const folder = path.join(temporaryFolder(), name);
      write(path.join(folder, 'main.tf'), after);
      run('terraform', ['fmt', '-check', '-diff'], folder);
    }
  });

  it('fill the Secret of a workload from a manager, in manifests that kubectl reads', function () {
    if (!works('kubectl', 'version', '--client')) this.skip();
    const files = lookupsIn('k8s');
    assert.ok(files.length >= 2);
    for (const { name, after } of files) {
      const folder = temporaryFolder();
      const [workload = '', external = ''] = after.split(/^---\n/m).filter(document => document.trim() !== '');
      const file = write(path.join(folder, `${name}.yaml`), workload);
      const listed = run('kubectl', ['set', 'env', '--local', '-f', file, '--list'], folder);
      const secret = /^# SERVICE_KEY from secret ([\w-]+), key SERVICE_KEY$/m.exec(listed)?.[1];
      const other = write(path.join(folder, 'external.yaml'), external);
      const json = run('kubectl', ['label', '--local', '-f', other, 'a=b', '-o', 'json'], folder);
      const { kind, spec } = JSON.parse(json);
      assert.deepEqual([kind, spec.target.name, spec.data[0].secretKey], ['ExternalSecret', secret, 'SERVICE_KEY']);
    }
  });

  it('give the containers of a workload their variable from the Secret', function () {
    if (!works('kubectl', 'version', '--client')) this.skip();
    const files = programsOf('kubernetes');
    assert.ok(files.length >= 7);
    for (const { name, after } of files) {
      const file = write(path.join(temporaryFolder(), `${name}.yaml`), after);
      const listed = run('kubectl', ['set', 'env', '--local', '-f', file, '--list'], path.dirname(file));
      assert.match(listed, /^# SERVICE_KEY from secret \w+(?:-secrets)?, key SERVICE_KEY$/m, name);
    }
  });

  it('are right for the checker of GitHub workflows', function () {
    if (!works('actionlint', '-version')) this.skip();
    const folder = temporaryFolder();
    // A reusable workflow would have to be there.
    const files = programsOf('github-actions').filter(({ after }) => !after.includes('uses: ./'));
    const paths = files.map(({ name, after }) => write(path.join(folder, '.github', 'workflows', `${name}.yml`), after));
    run('actionlint', ['-shellcheck=', '-pyflakes=', ...paths], folder);
  });

  it('ask managers in workflows as their checker likes it', function () {
    if (!works('actionlint', '-version')) this.skip();
    const folder = temporaryFolder();
    const files = lookupsIn('gha');
    assert.ok(files.length >= 8);
    const paths = files.map(({ name, after }) => write(path.join(folder, '.github', 'workflows', `${name}.yml`), after));
    run('actionlint', ['-shellcheck=', '-pyflakes=', ...paths], folder);
  });

  it('give Ansible the value, and stop it where there is none', function () {
    if (!works('ansible-playbook', '--version')) this.skip();
    const folder = temporaryFolder();
    const variables = programsOf('ansible').filter(({ after, name }) => !after.startsWith('-') && !name.startsWith('plain'));
    assert.ok(variables.length >= 3);
    const files = variables.map(({ name, after }) => path.basename(write(path.join(folder, `${name}.yml`), after)));
    const said = variables.map(
      ({ after }) =>
        `{{ ${
          after
            .split('\n')
            .findLast(row => row.includes('lookup'))
            ?.split(':')[0]
        } }}`,
    );
    const task = { 'ansible.builtin.debug': { msg: said.join(' ') } };
    const play = [{ hosts: 'localhost', connection: 'local', gather_facts: false, vars_files: files, tasks: [task] }];
    const playbook = write(path.join(folder, 'play.yml'), JSON.stringify(play));
    assert.equal(run('ansible-playbook', ['-i', 'localhost,', playbook], folder).split(fixSecret).length - 1, variables.length);
    const { SERVICE_KEY: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync('ansible-playbook', ['-i', 'localhost,', playbook], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    assert.ok(status !== 0 && /'SERVICE_KEY' is (?:not set|undefined)/.test(stdout + stderr), stdout);
  });

  it('are YAML to another parser, too', function () {
    if (!works('python3', '-c', 'import yaml')) this.skip();
    const folder = temporaryFolder();
    const formats = new Set(fixFixtures().flatMap(({ file, language }) => (/\.ya?ml$/.test(file) ? [language] : [])));
    const files = [...formats].flatMap(programsOf).filter(({ file }) => /\.ya?ml$/.test(file));
    assert.ok(files.length >= 80);
    const paths = files.map(({ language, name, after }) => write(path.join(folder, `${language}-${name}.yml`), after));
    run('python3', ['-c', readAllYaml, ...paths], folder);
  });
});

const readAllYaml = `
import sys, yaml
class Loader(yaml.SafeLoader): pass
Loader.add_multi_constructor('!', lambda loader, suffix, node: None)
for path in sys.argv[1:]:
    with open(path, encoding='utf-8') as file:
        if not list(yaml.load_all(file, Loader)): sys.exit(path)
`;

/** Fixtures of lookups in managers, by what their names begin with. */
function lookupsIn(format: string): readonly Program[] {
  return programsOf('manager').filter(({ name }) => name.startsWith(`${format}-`));
}

function works(tool: string, ...args: readonly string[]): boolean {
  return spawnSync(tool, args).status === 0;
}
