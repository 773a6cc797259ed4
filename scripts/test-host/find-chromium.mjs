// Finds the Chromium that shows the workbench, and installs Debian's where none is found and we may.
import { findCommand, isExecutable } from '../find-command.mjs';
import { run } from '../run.mjs';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`);
const ADVICE = 'Install Chromium or Chrome, or set CHROMIUM_EXECUTABLE to its path.';

/** @returns {Promise<string>} the path of an executable */
export async function findChromium() {
  const wanted = process.env['CHROMIUM_EXECUTABLE'];
  if (wanted !== undefined) {
    if (!isExecutable(wanted)) throw new Error(`CHROMIUM_EXECUTABLE is not an executable file: ${wanted}`);
    return wanted;
  }
  const found = findInstalled() ?? (await installFromDebian());
  if (found === undefined) throw new Error(`No Chromium found for the tests in the browser. ${ADVICE}`);
  return found;
}

// A sandbox needs privileges that root gives up and containers lack; only our own server on the loopback is ever opened.
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findInstalled() {
  return COMMANDS.map(findCommand).find(found => found !== undefined) ?? MAC_APPS.find(isExecutable);
}

async function installFromDebian() {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium (apt-get install chromium) …');
  const options = { quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], options);
  const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], options);
  if (code !== 0) throw new Error(`Chromium could not be installed. ${ADVICE}\n${output}`);
  return findInstalled();
}
