// What the README shows: a key flagged with its quick fixes, and the Keys view with the details of a key, each in a light and a dark theme.
// In high contrast they are taken to be looked at, and not kept.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeBrowser } from '../../test/e2e/support/browser.ts';
import { Workbench } from '../../test/e2e/support/workbench.ts';
import { sampleSecret } from '../../test/support/sample-secret.ts';
import { throwAwayFolder } from '../throw-away-folder.mjs';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
const contrasts = { 'high-contrast': 'Default High Contrast', 'high-contrast-light': 'Default High Contrast Light' } as const;
const size = { width: 960, height: 500 };
const tall = { width: 960, height: 640 };
const sideBarWidth = 420;

/** Writes `quick-fix-light.png`, `quick-fix-dark.png`, `keys-view-light.png` and `keys-view-dark.png`. */
export async function takeScreenshots(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  try {
    for (const [name, theme] of Object.entries(themes)) await takeBoth(theme, shot => path.join(folder, `${shot}-${name}.png`));
    mkdirSync('test-results', { recursive: true });
    for (const [name, theme] of Object.entries(contrasts)) await takeBoth(theme, shot => path.join('test-results', `${shot}-${name}.png`));
  } finally {
    await closeBrowser();
  }
}

async function takeBoth(theme: string, fileOf: (shot: string) => string): Promise<void> {
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
  } catch (error) {
    console.log(`What was on the screen: ${await workbench.screenshot('screenshots')}`);
    throw error;
  } finally {
    await workbench.dispose();
  }
}

/** The tree with every key open, wide enough to read the previews. */
async function showKeys(workbench: Workbench): Promise<void> {
  const { keys, page } = workbench;
  await keys.show();
  await workbench.commandPalette('Key Hygiene: Scan Workspace');
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
