// Runs a few lines of TypeScript over modules of the source: what plugins of the build work out ahead of time.
import { createRequire } from 'node:module';

/**
 * @param {string} contents a module
 * @param {string} resolveDir the folder it would lie in
 * @param {Pick<typeof import('esbuild'), 'build'>} esbuild
 * @returns {Promise<any>} what it exports
 */
export async function evaluateSource(contents, resolveDir, { build }) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const module = { exports: /** @type {any} */ ({}) };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}
