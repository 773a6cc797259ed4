// A move to a secret manager that is left, refused or interrupted at each of its steps: nothing is changed that was not stored, and it
// goes on where the user wants it to. That it works otherwise is in the end-to-end tests.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findLeak } from '../support/find-leak.ts';
import { type FakeVault, startFakeVault } from '../support/managers/fake-vault.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { type Answer, answer, answers } from './support/answers.ts';
import { waitForDiagnostics } from './support/key-hygiene-diagnostics.ts';
import { choose, quickFixNamed } from './support/quick-fixes.ts';
import { resetSettings, set } from './support/settings.ts';
import { clearWorkspace, freshName, openFile, readFile, writeFile } from './support/workspace.ts';

// Variables of their own: documents of other tests live on for minutes.
const key = sampleSecret('groq-api-key', 781);
const rows = [sampleSecret('openai-project-key', 782), sampleSecret('stripe-test-key', 783)] as const;
const source = `client = Groq(api_key="${key}")\n`;
const envText = `MOVED_FIRST_KEY=${rows[0]}\nPORT=3000\nMOVED_SECOND_KEY=${rows[1]}\n`;

const isWrite = ({ method }: { readonly method: string }): boolean => method !== 'GET';
const expired = { status: 403, body: { errors: ['permission denied', 'invalid token'] } };
const sendIt = answer.pick(/^Send$/);
const name = (text: string, wrong: Readonly<Record<string, RegExp>> = {}): Answer => answer.type(text, wrong);

describe('a move to a secret manager', () => {
  let server: FakeVault;

  beforeEach(async () => {
    await writeFile('package.json', '{ "name": "shop" }\n');
    // Each on a port that nobody has agreed to.
    server = await startFakeVault();
    process.env['VAULT_TOKEN'] = server.token;
    await set('vault', { address: server.url });
    await set('manager', 'vault');
  });
  afterEach(async () => {
    delete process.env['VAULT_TOKEN'];
    await server.close();
    await resetSettings();
    await clearWorkspace();
  });

  async function answering(run: () => Thenable<unknown>, given: readonly Answer[]): Promise<readonly string[]> {
    const asked = answers(...given);
    try {
      await run();
    } finally {
      asked.dispose();
    }
    assert.equal(asked.left(), 0, `asked: ${asked.asked.join(' · ')} said: ${asked.said().join(' · ')}`);
    for (const value of [key, ...rows]) assert.equal(findLeak(value, [asked.asked, asked.said()]), undefined);
    return asked.asked;
  }

  /** The document, and what was asked. */
  async function move(...given: readonly Answer[]): Promise<{ readonly document: vscode.TextDocument; readonly asked: readonly string[] }> {
    const { document } = await openFile(freshName('client.py'), source);
    await waitForDiagnostics(document.uri, 1);
    const action = await quickFixNamed(document, key, /^Move to Vault/);
    return { document, asked: await answering(() => choose(action), given) };
  }

  async function moveRows(...given: readonly Answer[]): Promise<{ readonly file: string; readonly asked: readonly string[] }> {
    const file = freshName('file.env')
      .replace('file', '.env.file')
      .replace(/\.env$/, '');
    const { document } = await openFile(file, envText);
    return { file, asked: await answering(() => vscode.commands.executeCommand('keyHygiene.moveEnvironmentFile', document.uri), given) };
  }

  /** After so many writes nothing is granted until the user has signed in again. */
  function expireAfter(writes: number): Answer {
    let isOver = false;
    server.fail(expired, request => (isOver ||= isWrite(request) && writes-- === 0), Number.POSITIVE_INFINITY);
    return items => {
      server.heal();
      return answer.pick(/^Sign In/)(items, async () => undefined);
    };
  }

  const held = (): string => JSON.stringify([...server.held]);

  it('changes nothing where a question is left, and says nothing to the server', async () => {
    for (const given of [[answer.cancel], [name('shop/GROQ_API_KEY'), answer.cancel]]) {
      const { document } = await move(...given);
      assert.equal(document.getText(), source);
      assert.deepEqual(server.requests, []);
    }
  });

  it('takes no name that the manager would not', async () => {
    const { document } = await move(
      name('team/GROQ_API_KEY', { '': /name/i, '   ': /name/i, 'shop/../other': /./, 'shop/a\nb': /./, '/': /./ }),
      sendIt,
    );
    assert.match(document.getText(), /get_secret\("secret\/team#GROQ_API_KEY"\)/);
    assert.ok(held().includes(key));
  });

  it('changes nothing where the server cannot be reached, and tells so', async () => {
    await server.close();
    const { document, asked } = await move(name('shop/GROQ_API_KEY'), sendIt, answer.cancel);
    assert.match(asked.at(-1) ?? '', /127\.0\.0\.1.*Nothing was replaced, and nothing was stored\./s);
    assert.equal(document.getText(), source);
  });

  it('leaves alone what is there under the name, and takes another', async () => {
    const there = [{ GROQ_API_KEY: 'somebody’s' }];
    server.held.set('secret/shop', [...there]);
    const { document } = await move(name('shop/GROQ_API_KEY'), sendIt, answer.cancel);
    assert.equal(document.getText(), source);
    const other = await move(name('shop/GROQ_API_KEY'), answer.pick(/^Choose Another Name/), name('shop/GROQ_OTHER_KEY'));
    assert.match(other.document.getText(), /secret\/shop#GROQ_OTHER_KEY/);
    assert.equal(server.held.get('secret/shop')?.at(-1)?.['GROQ_API_KEY'], 'somebody’s');
  });

  it('goes on after a new sign-in where the old one expired meanwhile', async () => {
    const signIn = expireAfter(0);
    const { document, asked } = await move(name('shop/GROQ_API_KEY'), sendIt, signIn, answer.type(server.token));
    assert.match(asked.at(-2) ?? '', /token.*Nothing was replaced, and nothing was stored\./s);
    assert.match(document.getText(), /get_secret\("secret\/shop#GROQ_API_KEY"\)/);
    assert.ok(held().includes(key));
  });

  it('of a file changes nothing where a question is left', async () => {
    const agree = answer.pick(/^Move$/);
    for (const given of [[answer.cancel], [answer.acceptTicked, answer.cancel], [answer.acceptTicked, agree, answer.cancel]]) {
      const { file } = await moveRows(...given);
      assert.equal(await readFile(file), envText);
      assert.deepEqual(server.requests, []);
    }
  });

  it('of a file that is interrupted after the first row has taken out that one, and goes on with the others', async () => {
    const signIn = expireAfter(1);
    const between: string[] = [];
    const look: Answer = (...question) => {
      between.push(vscode.window.activeTextEditor?.document.getText() ?? '');
      return signIn(...question);
    };
    const { file, asked } = await moveRows(answer.acceptTicked, answer.pick(/^Move$/), sendIt, look, answer.type(server.token));
    assert.match(asked.at(-2) ?? '', /1 of 2 keys are stored; the rest is as it was\./);
    assert.match(between.join(), /^# MOVED_FIRST_KEY is kept in Vault.*\nPORT=3000\nMOVED_SECOND_KEY=/);
    assert.match(await readFile(file), /^# MOVED_FIRST_KEY is kept in .*\nPORT=3000\n# MOVED_SECOND_KEY is kept in .*\n$/);
    assert.ok(rows.every(value => held().includes(value)));
  });

  it('of a file that is given up after the first row keeps the others, and reports both', async () => {
    expireAfter(1);
    const { file } = await moveRows(answer.acceptTicked, answer.pick(/^Move$/), sendIt, answer.cancel);
    const text = await readFile(file);
    assert.match(text, /^# MOVED_FIRST_KEY is kept in .*\nPORT=3000\nMOVED_SECOND_KEY=/);
    assert.ok(text.includes(rows[1]));
    const report = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(report, /MOVED_FIRST_KEY/);
    assert.match(report, /MOVED_SECOND_KEY/);
    for (const value of rows) assert.equal(findLeak(value, report), undefined);
  });
});
