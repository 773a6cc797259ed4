// The extension starts in a real extension host and keeps what package.json says of it.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { projectRoot } from '../../scripts/project-root.mjs';
import { extensionUnderTest } from './support/extension-under-test.ts';
import { waitFor } from './support/wait-for.ts';

interface ActivationTimes {
  /** Milliseconds to read and run dist/extension.js. */
  readonly loadCode: number;
  /** Milliseconds in `activate`. */
  readonly callActivate: number;
}

describe('activation', () => {
  it('activates at startup, without a command or a file of its own', async () => {
    const extension = extensionUnderTest();
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that it contributes', async () => {
    await extensionUnderTest().activate();
    const contributed: string[] = extensionUnderTest().packageJSON.contributes.commands.map((entry: { command: string }) => entry.command);
    assert.notEqual(contributed.length, 0);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.filter(command => !registered.has(command)),
      [],
    );
  });

  it('leaves in test-results/activation.json how long it took', async () => {
    await extensionUnderTest().activate();
    const times = await measuredActivation();
    assert.ok(times.loadCode > 0 && times.callActivate >= 0, JSON.stringify(times));
    const folder = path.join(projectRoot, 'test-results');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'activation.json'), `${JSON.stringify(times, null, 2)}\n`);
  });
});

/** From the row of the extension in VS Code's own startup report. */
async function measuredActivation(): Promise<ActivationTimes> {
  await vscode.commands.executeCommand('perfview.show');
  const row = await waitFor(() => {
    const report = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
    return report
      ?.getText()
      .split('\n')
      .find(line => line.includes('key-hygiene'));
  });
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  const cells = row.split('|').map(cell => cell.trim());
  const [, , , loadCode, callActivate] = cells;
  return { loadCode: Number(loadCode), callActivate: Number(callActivate) };
}
