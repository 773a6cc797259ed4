// Draws media/icon.svg as the PNG that marketplaces want: `node scripts/icon.mjs` after a change of the drawing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { projectRoot } from './project-root.mjs';
import { CHROMIUM_FLAGS, findChromium } from './test-host/find-chromium.mjs';

const SIZE = 256;

const drawing = readFileSync(path.join(projectRoot, 'media/icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body { margin: 0; background: transparent } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: path.join(projectRoot, 'media/icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
