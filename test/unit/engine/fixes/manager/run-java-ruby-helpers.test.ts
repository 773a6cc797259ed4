// The helpers that fixes write for Java and Ruby: what their compilers say, and a secret read with the client of the manager.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ManagerId } from '../../../../../src/engine/managers/manager-id.ts';
import { isInstalled, run, write } from '../../../../support/fixed-programs.ts';
import { managersOf, sampleAddresses, sampleProject } from '../../../../support/manager-helpers.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

/** A folder with the managers' clients: `mvn dependency:copy-dependencies`. */
const jars = process.env['MANAGER_JARS'] ?? '';

const value = ['Zk4q', '9Lm2', 'Xw8T'].join('');

describe('helpers of Java and Ruby', function () {
  this.timeout(120_000);

  it('are there for the managers that have a library', () => {
    assert.deepEqual(managersOf('rb').length, 6);
    assert.deepEqual(managersOf('java').length, 5);
  });

  for (const manager of managersOf('rb')) {
    it(`are Ruby for ${manager}`, async function () {
      if (!isInstalled('ruby')) this.skip();
      const { path: file, text } = await sampleHelper(manager, 'rb');
      const folder = temporaryFolder();
      run('ruby', ['-wc', write(path.join(folder, path.basename(file)), text)], folder);
    });
  }

  it('ask once in Ruby, tell what failed, and take no empty value', async function () {
    if (!isInstalled('ruby')) this.skip();
    const folder = temporaryFolder();
    const { text } = await sampleHelper('aws-parameter-store', 'rb');
    write(path.join(folder, 'app_secrets.rb'), text);
    // In place of the gem, which a machine need not have.
    const gem = `
module Aws; module SSM; class Client
  Answer = Struct.new(:parameter)
  Parameter = Struct.new(:value)
  def get_parameter(name:, with_decryption:)
    warn "asked #{name} #{with_decryption}"
    raise "no access" if name == "/none"
    Answer.new(Parameter.new(name == "/empty" ? "" : "value of #{name}"))
  end
end; end; end
`;
    write(path.join(folder, 'aws-sdk-ssm.rb'), gem);
    const main = `require_relative "app_secrets"
puts AppSecrets.get("/a"), AppSecrets.get("/a")
%w[/none /empty].each { |name| begin; AppSecrets.get(name); rescue => e; puts e.message; end }
`;
    const said = run('ruby', ['-I', folder, write(path.join(folder, 'main.rb'), main)], folder);
    assert.deepEqual(said.trim().split('\n'), [
      'value of /a',
      'value of /a',
      'The secret /none cannot be read from AWS Parameter Store: no access',
      'The secret /empty cannot be read from AWS Parameter Store: it is empty, or no text',
    ]);
  });

  for (const manager of managersOf('java')) {
    it(`are Java for ${manager}`, async function () {
      if (!isInstalled('javac') || !existsSync(jars)) this.skip();
      const folder = temporaryFolder();
      const { path: file, text } = await sampleHelper(manager, 'java');
      run(
        'javac',
        [
          '-Xlint:all,-processing,-classfile',
          '-cp',
          path.join(jars, '*'),
          '-d',
          folder,
          write(path.join(folder, path.basename(file)), text),
        ],
        folder,
      );
    });
  }

  it('read Vault from Java', async function () {
    if (!isInstalled('javac') || !existsSync(jars)) this.skip();
    const folder = temporaryFolder();
    const { text } = await sampleHelper('vault', 'java');
    const classes = path.join(jars, '*');
    const main = 'class Main { public static void main(String[] a) { System.out.print(AppSecrets.get("secret/app#SERVICE_KEY")); } }\n';
    const files = [write(path.join(folder, 'AppSecrets.java'), text), write(path.join(folder, 'Main.java'), main)];
    run('javac', ['-cp', classes, '-d', folder, ...files], folder);
    const asked: string[] = [];
    const server = createServer(({ url = '', headers }, answer) => {
      asked.push(`${url} ${headers['x-vault-token']}`);
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify({ data: { data: { SERVICE_KEY: value }, metadata: { version: 1 } } }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const env = { ...process.env, VAULT_ADDR: `http://127.0.0.1:${port}`, VAULT_TOKEN: 'test token' };
      const { output, code } = await outputOf('java', ['-cp', `${folder}${path.delimiter}${classes}`, 'Main'], env);
      assert.equal(code, 0, output);
      assert.equal(output, value);
      assert.deepEqual(asked, ['/v1/secret/data/app test token']);
    } finally {
      server.close();
    }
  });
});

async function sampleHelper(manager: ManagerId, extension: string): Promise<{ readonly path: string; readonly text: string }> {
  const files = Object.entries(await sampleProject(sampleAddresses[manager], extension));
  const [file = '', text = ''] = files.find(([name]) => !name.includes('host.')) ?? [];
  return { path: file, text };
}

function outputOf(tool: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ output: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { env });
    let output = '';
    const add = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', reject);
    child.on('close', code => resolve({ output, code }));
  });
}
