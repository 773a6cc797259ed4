// Makes a monorepo of three apps in five languages and four environments, with problems planted for every check and look-alikes that
// are fine. Keys are generated each time: no key-like text is ever kept in this repository.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { projectRoot } from './project-root.mjs';
import { isMain } from './run.mjs';
import { writeSampleMonorepo } from './sample-monorepo/write.mjs';
import { throwAwayFolder } from './throw-away-folder.mjs';

/** @returns {Promise<import('./sample-monorepo/fill.mjs').Samples>} */
async function loadSamples() {
  ensureDependencies();
  const esbuild = await import('esbuild');
  const outfile = path.join(throwAwayFolder('samples', path.join(projectRoot, '.vscode-test', 'runs')), 'samples.cjs');
  const contents = "export { sampleSecret } from './sample-secret.ts';\nexport { certificate } from './certificate.ts';\n";
  await esbuild.build({
    stdin: { contents, resolveDir: path.join(projectRoot, 'test', 'support'), loader: 'ts' },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}

if (isMain(import.meta.url)) {
  const destination = path.resolve(process.argv[2] ?? path.join(projectRoot, '.vscode-test', 'sample-monorepo'));
  writeSampleMonorepo(destination, await loadSamples());
  console.log(destination);
}
