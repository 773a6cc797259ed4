// Takes the README's screenshots in the real workbench, with the extension packed as users get it: `npm run screenshots`.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { importSource } from './import-source.mjs';
import { packageExtension } from './package.mjs';
import { projectRoot } from './project-root.mjs';

// They come with every clone.
const MAX_BYTES = 500 * 1024;

await packageExtension();
const { takeScreenshots } = await importSource('scripts/screenshots/take-screenshots.ts');
const folder = path.join(projectRoot, 'media', 'screenshots');
await takeScreenshots(folder);

const sizes = readdirSync(folder).map(file => ({ file, bytes: statSync(path.join(folder, file)).size }));
for (const { file, bytes } of sizes) console.log(`${file}: ${Math.round(bytes / 1024)} kB`);
if (sizes.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_BYTES)
  throw new Error(`The screenshots together are larger than ${MAX_BYTES / 1024} kB.`);
