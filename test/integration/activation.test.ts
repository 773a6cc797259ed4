// The extension starts in a real extension host and keeps what package.json says of it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionUnderTest } from './support/extension-under-test.ts';

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
});
