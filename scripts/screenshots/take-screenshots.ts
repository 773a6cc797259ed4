// What the README shows: a key flagged with its quick fixes, the Keys view with the details of a key, and a key that has moved to a secret
// manager, each in a light and a dark theme.
// In high contrast they are taken to be looked at, and not kept.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeBrowser } from '../../test/e2e/support/browser.ts';
import { acceptDialog, acceptMove, acceptName } from '../../test/e2e/support/secret-questions.ts';
import { waitFor } from '../../test/e2e/support/wait-for.ts';
import { Workbench } from '../../test/e2e/support/workbench.ts';
import { startFakeVault } from '../../test/support/managers/fake-vault.ts';
import { setEnvironment } from '../../test/support/managers/fake-worlds.ts';
import { sampleSecret } from '../../test/support/sample-secret.ts';
import { throwAwayFolder } from '../throw-away-folder.mjs';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
const contrasts = { 'high-contrast': 'Default High Contrast', 'high-contrast-light': 'Default High Contrast Light' } as const;
const size = { width: 960, height: 500 };
const tall = { width: 960, height: 640 };
const sideBarWidth = 420;

/** Writes `quick-fix-light.png`, `keys-view-light.png` and `secret-manager-light.png`, and the same in dark. */
export async function takeScreenshots(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  try {
    for (const [name, theme] of Object.entries(themes)) await takeAll(theme, shot => path.join(folder, `${shot}-${name}.png`));
    mkdirSync('test-results', { recursive: true });
    for (const [name, theme] of Object.entries(contrasts)) await takeAll(theme, shot => path.join('test-results', `${shot}-${name}.png`));
  } finally {
    await closeBrowser();
  }
}

async function takeAll(theme: string, fileOf: (shot: string) => string): Promise<void> {
  const vault = await startFakeVault();
  const restore = setEnvironment({ VAULT_TOKEN: vault.token });
  const workbench = await Workbench.launch({ folder: createShop(), size, settings: { ...calm, 'workbench.colorTheme': theme } });
  try {
    await showKeys(workbench);
    const editor = await workbench.open('pay.py');
    await editor.goTo(5, 1);
    await workbench.page.setViewportSize(tall);
    await workbench.keys.chooseFromMenu('STRIPE_SECRET_KEY', 'Show Details');
    await workbench.keys.details.waitForRow('Environments');
    await workbench.page.screenshot({ path: fileOf('keys-view') });
    await workbench.page.setViewportSize(size);
    await workbench.open('chat.ts');
    await editor.waitForSquiggles(1);
    await workbench.commandPalette('View: Toggle Primary Side Bar Visibility');
    await editor.goToText('sk-');
    await editor.openQuickFixes();
    await workbench.page.screenshot({ path: fileOf('quick-fix') });
    await workbench.page.keyboard.press('Escape');
    await workbench.commandPalette('View: Close All Editors');
    await workbench.page.setViewportSize(tall);
    await moveToVault(workbench, vault.url);
    await workbench.page.screenshot({ path: fileOf('secret-manager') });
  } catch (error) {
    console.log(`What was on the screen: ${await workbench.screenshot('screenshots')}`);
    throw error;
  } finally {
    await workbench.dispose();
    restore();
    await vault.close();
  }
}

/** The code that looks the key up above the helper file that it asks, and what is left to do. */
async function moveToVault(workbench: Workbench, address: string): Promise<void> {
  const { editor, folder } = workbench;
  const key = sampleSecret('anthropic-api-key', 7);
  folder.write('ask.py', `from anthropic import Anthropic\n\nclient = Anthropic(api_key="${key}")\n`);
  folder.write('.vscode/settings.json', JSON.stringify({ 'keyHygiene.manager': 'vault', 'keyHygiene.vault': { address } }));
  await openFromExplorer(workbench, 'ask.py');
  await editor.waitForSquiggles(1);
  await editor.goToText(key);
  await waitFor(
    async () => (await editor.quickFixes()).some(({ title }) => title.startsWith('Move to Vault')),
    () => 'Vault is not offered',
  );
  await acceptMove(workbench, key);
  await acceptName(workbench);
  await acceptDialog(workbench);
  await editor.waitForText(text => text.includes('get_secret'));
  await editor.save();
  await workbench.commandPalette('View: Split Editor Down');
  await openFromExplorer(workbench, 'app_secrets.py');
  await editor.waitForText(text => text.includes('def get_secret'));
  await workbench.waitForNotification(/; a lookup took its place\./);
}

/** For files too new to be found by their name. */
async function openFromExplorer(workbench: Workbench, file: string): Promise<void> {
  const { page } = workbench;
  await workbench.commandPalette('View: Show Explorer');
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).dblclick();
  await workbench.editor.waitForTab(file);
  await workbench.commandPalette('View: Toggle Primary Side Bar Visibility');
  await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
}

/** The tree with every key open, wide enough to read the previews. */
async function showKeys(workbench: Workbench): Promise<void> {
  const { keys, page } = workbench;
  await keys.show();
  await workbench.commandPalette('Key Hygiene: Scan Workspace');
  // Rows that change are not opened by a click.
  await workbench.waitForStatus(/files scanned/);
  for (const row of [/^sk-/, 'SENDGRID_API_KEY', 'STRIPE_SECRET_KEY']) await keys.click(row);
  const bar = await page.locator('.part.sidebar').boundingBox();
  if (!bar) throw new Error('The side bar is not on the screen.');
  const middle = bar.y + bar.height / 2;
  await page.mouse.move(bar.x + bar.width, middle);
  await page.mouse.down();
  await page.mouse.move(bar.x + sideBarWidth, middle, { steps: 5 });
  await page.mouse.up();
}

const calm = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.lightbulb.enabled': 'off',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** A small shop: one key in code, one in the environment, one in a manager. */
function createShop(): string {
  const shop = path.join(throwAwayFolder('key-hygiene-screenshots'), 'shop');
  mkdirSync(shop);
  for (const [name, lines] of Object.entries(files())) writeFileSync(path.join(shop, name), `${lines.join('\n')}\n`);
  return shop;
}

function files(): Readonly<Record<string, readonly string[]>> {
  return {
    'chat.ts': [
      "import OpenAI from 'openai';",
      '',
      // Long enough to run out of the picture: not even a made-up key is kept whole.
      `const client = new OpenAI({ apiKey: '${sampleSecret('openai-project-key', 7)}' });`,
      '',
      'export const ask = (question: string) =>',
      "  client.responses.create({ model: 'small', input: question });",
    ],
    'pay.py': [
      'import os',
      '',
      'import stripe',
      '',
      'stripe.api_key = os.environ["STRIPE_SECRET_KEY"]',
      '',
      '',
      'def pay(amount):',
      '    return stripe.PaymentIntent.create(amount=amount, currency="eur")',
    ],
    'mail.go': ['package shop', '', 'import "os"', '', 'var mailKey = os.Getenv("SENDGRID_API_KEY")'],
    '.env': [`STRIPE_SECRET_KEY=${sampleSecret('stripe-test-key', 3)}`, 'SENDGRID_API_KEY=op://shop/sendgrid/key'],
    '.env.example': ['STRIPE_SECRET_KEY=', 'SENDGRID_API_KEY='],
  };
}
