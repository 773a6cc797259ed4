// Runs in the extension host on the large workspace: what scripts/bench-workspace.mjs asks for, timed, as JSON.

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import * as vscode from 'vscode';

interface Task {
  /** `first`: nothing is known yet. `warm`: the workspace was open before, and a file has changed since. */
  readonly stage: 'first' | 'warm';
  readonly roots: readonly string[];
  /** VS Code's own folder. */
  readonly userData: string;
  /** Where the figures go. */
  readonly results: string;
}

/** Ruby, since no other extension completes it. */
const probeName = 'probe.rb';
const probeColumn = 'ENV.fetch("'.length;

/** The entry point that VS Code calls. Rejects when something never comes: a figure is never made up. */
export async function run(): Promise<void> {
  const task: Task = JSON.parse(readFileSync(process.env['KEY_HYGIENE_BENCH_TASK'] ?? '', 'utf8'));
  const [root = ''] = task.roots;
  const probe = vscode.Uri.file(path.join(root, probeName));
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(probe));
  const figures = task.stage === 'first' ? await first(task, editor) : await warm(editor);
  writeFileSync(task.results, JSON.stringify(figures));
}

async function first({ roots, userData }: Task, editor: vscode.TextEditor): Promise<Record<string, number>> {
  const before = process.memoryUsage();
  await activate();
  const scan = await timed(async () => {
    const done = Promise.resolve(vscode.commands.executeCommand('keyHygiene.scanWorkspace'));
    let isDone = false;
    void done.finally(() => {
      isDone = true;
    });
    while (!isDone) await type(editor);
    await done;
  });
  await known(editor.document, 'MAIN_25_API_KEY');
  const after = process.memoryUsage();
  const last = roots.at(-1) ?? '';
  const change = await timed(async () => {
    writeFileSync(path.join(last, 'changed.ts'), 'const value = process.env.CHANGED_FILE_API_KEY;\n');
    await known(editor.document, 'CHANGED_FILE_API_KEY');
  });
  const branch = await timed(async () => {
    await promisify(execFile)('git', ['checkout', '--quiet', 'other'], { cwd: last });
    // All of them: the last one that git writes need not be the last one that is told.
    for (let index = 0; index < 200; index += 25) await known(editor.document, `BRANCH_${index}_API_KEY`);
  });
  const since = Date.now();
  writeFileSync(path.join(last, 'last.ts'), 'const value = process.env.LAST_FILE_API_KEY;\n');
  await kept(userData, since);
  return {
    firstIndex: scan.milliseconds,
    firstIndexPause: scan.pause,
    memoryGrowth: (after.rss - before.rss) / 1e6,
    oneFile: change.milliseconds,
    oneFilePause: change.pause,
    branchSwitch: branch.milliseconds,
    branchSwitchPause: branch.pause,
  };
}

async function warm(editor: vscode.TextEditor): Promise<Record<string, number>> {
  const start = performance.now();
  const whole = await timed(async () => {
    await activate();
    await known(editor.document, 'MAIN_25_API_KEY');
    const shown = performance.now() - start;
    await known(editor.document, 'SINCE_THEN_API_KEY');
    return shown;
  });
  return { shown: whole.result, putRight: whole.milliseconds, warmPause: whole.pause };
}

async function activate(): Promise<void> {
  await vscode.extensions.getExtension('key-hygiene.key-hygiene')?.activate();
}

async function timed<Result>(work: () => Promise<Result>) {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const start = performance.now();
  const result = await work();
  const milliseconds = performance.now() - start;
  delays.disable();
  return { result, milliseconds, pause: delays.max / 1e6 };
}

async function type(editor: vscode.TextEditor): Promise<void> {
  await editor.edit(edit => edit.insert(new vscode.Position(1, 0), 'x'));
}

/** Completion inside a lookup names every variable that is known: the one way in which the index answers from outside. */
async function isKnown(document: vscode.TextDocument, name: string): Promise<boolean> {
  const at = new vscode.Position(0, probeColumn);
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
  return items.some(({ label }) => (typeof label === 'string' ? label : label.label) === name);
}

async function known(document: vscode.TextDocument, name: string): Promise<void> {
  for (const end = Date.now() + 120_000; !(await isKnown(document, name)); ) {
    if (Date.now() > end) throw new Error(`${name} never became known.`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

/** What is known is on disk for the next session. */
async function kept(userData: string, since: number): Promise<void> {
  const isNew = (file: string): boolean => file.endsWith('keys.sealed') && statSync(path.join(userData, file)).mtimeMs > since;
  for (const end = since + 60_000; !readdirSync(userData, { recursive: true, encoding: 'utf8' }).some(isNew); ) {
    if (Date.now() > end) throw new Error('Nothing was kept for the next session.');
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}
