// The one Chromium of a test run, started when it is first needed.
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/test-host/find-chromium.mjs';

let browser: Promise<Browser> | undefined;

export function launchedBrowser(): Promise<Browser> {
  browser ??= launch();
  return browser;
}

/** For the end of a run: an open browser keeps the process alive. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
}
