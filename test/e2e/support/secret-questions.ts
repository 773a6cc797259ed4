// What a person answers, by keyboard only, while a key moves to a secret manager.
import type { Workbench } from './workbench.ts';

/** Ctrl+. and Enter on the key, then Enter on the proposed name. */
export async function acceptMove(workbench: Workbench, key: string): Promise<void> {
  const { editor, page } = workbench;
  await editor.goToText(key);
  await editor.openQuickFixes();
  await editor.press('Enter');
  await page.locator('.quick-input-widget input:focus').waitFor();
}

export async function acceptName(workbench: Workbench): Promise<string> {
  const input = workbench.page.locator('.quick-input-widget input:focus');
  const name = await input.inputValue();
  await workbench.editor.press('Enter');
  await input.waitFor({ state: 'hidden' });
  return name;
}

/** Enter on the dialog's first button; gives what the dialog said. */
export async function acceptDialog(workbench: Workbench): Promise<string> {
  const dialog = workbench.page.locator('.monaco-dialog-box');
  await dialog.locator('.monaco-button:focus').waitFor();
  const text = await dialog.innerText();
  // The next dialog may be there at once.
  const shown = await dialog.elementHandle();
  await workbench.editor.press('Enter');
  await shown?.waitForElementState('hidden');
  return text;
}
