// Personal keys reach programs: those of terminals and of tasks that start after the key was kept, and no others.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { sampleSecret } from '../support/sample-secret.ts';
import { type Answer, answer, answers } from './support/answers.ts';
import { waitFor } from './support/wait-for.ts';
import { clearWorkspace, freshName, readFile, writeFile } from './support/workspace.ts';

const first = sampleSecret('openai-project-key', 421);
const second = sampleSecret('openai-project-key', 422);
const name = 'PERSONAL_KEY_OF_TERMINALS';
const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(`keyHygiene.${command}`);

/** The value itself is written nowhere: programs tell what it hashes to. */
const program = `
  const { createHash } = require('node:crypto');
  const { renameSync, writeFileSync } = require('node:fs');
  const [variable, file] = process.argv.slice(2);
  const value = process.env[variable];
  writeFileSync(file + '.part', value === undefined ? 'unset' : createHash('sha256').update(value).digest('hex'));
  renameSync(file + '.part', file);
`;

const digestOf = (value: string): string => createHash('sha256').update(value).digest('hex');

/** Everything that starts programs, each with the line or words of one. */
const starters: Readonly<Record<string, (args: readonly string[]) => Promise<vscode.Disposable>>> = {
  'a terminal': async args => {
    const terminal = vscode.window.createTerminal({ name: 'personal keys' });
    terminal.sendText(['node', ...args].join(' '));
    return terminal;
  },
  'a shell task': args => execute(new vscode.ShellExecution(['node', ...args].join(' '))),
  'a process task': args => execute(new vscode.ProcessExecution('node', [...args])),
};

async function execute(execution: vscode.ShellExecution | vscode.ProcessExecution): Promise<vscode.Disposable> {
  // Of two tasks of one definition VS Code runs one.
  const definition = { type: 'personal-keys', id: freshName('tell.task') };
  const task = new vscode.Task(definition, vscode.TaskScope.Workspace, definition.id, 'test', execution);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Never, close: true };
  const running = await vscode.tasks.executeTask(task);
  return { dispose: () => running.terminate() };
}

/** What the programs that start now have in the variable, hashed, by what started them. */
async function told(which = Object.keys(starters)): Promise<Readonly<Record<string, string>>> {
  await writeFile('tell.cjs', program);
  return Object.fromEntries(await Promise.all(which.map(async starter => [starter, await toldBy(starter)] as const)));
}

async function toldBy(starter: string): Promise<string> {
  const file = freshName('digest.txt');
  const started = await starters[starter]?.(['tell.cjs', name, file]);
  try {
    return await waitFor(() => readFile(file).then(undefined, () => undefined));
  } finally {
    started?.dispose();
  }
}

const all = (text: string): Readonly<Record<string, string>> => Object.fromEntries(Object.keys(starters).map(starter => [starter, text]));

async function keep(value: string, ...more: readonly Answer[]): Promise<void> {
  const asked = answers(answer.type(name), answer.type(value), ...more);
  try {
    await run('keepPersonalKey');
  } finally {
    asked.dispose();
  }
  assert.equal(asked.left(), 0);
}

async function remove(): Promise<void> {
  const asked = answers(answer.pick(new RegExp(name)), answer.pick(/^Remove$/));
  try {
    await run('removePersonalKey');
  } finally {
    asked.dispose();
  }
}

const saveTerminals = (value: string | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('terminal.integrated')
    .update('persistentSessionReviveProcess', value, vscode.ConfigurationTarget.Global);

describe('personal keys of programs', () => {
  before(() => keep(first));
  afterEach(() => saveTerminals(undefined));
  after(async () => {
    await remove();
    await clearWorkspace();
  });

  it('are not there while VS Code saves terminals with their environment', async () => {
    assert.deepEqual(await told(), all('unset'));
  });

  it('are in the environment of terminals and tasks once it does not', async () => {
    await saveTerminals('never');
    assert.deepEqual(await told(), all(digestOf(first)));
    await saveTerminals(undefined);
    assert.deepEqual(await told(['a terminal']), { 'a terminal': 'unset' });
  });

  it('change for what starts after they were replaced or removed', async () => {
    await saveTerminals('never');
    await keep(second, answer.pick(/^Replace$/));
    assert.deepEqual(await told(), all(digestOf(second)));
    await remove();
    assert.deepEqual(await told(), all('unset'));
    await keep(first);
  });
});
