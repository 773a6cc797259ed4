// Lets a bundle evaluate some packages, and some modules of the source, when one of their functions is first called, not at every
// start: nearly every scan and every start of the editor does without them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Those of which the source takes functions and classes only, and asks of no value whether it is an instance of one. */
const packages = ['ignore', 'jsonc-parser', 'minimatch'];

/** Modules of the source of which others take functions only, by the last two steps of their paths. */
const modules = ['hygiene/catalogue.ts', 'reports/write-json.ts', 'reports/write-sarif.ts'];

const packageFilter = new RegExp(`^(?:${packages.join('|')})$`);
const moduleFilter = new RegExp(`/(?:${modules.join('|').replaceAll('.', '\\.')})$`);
const namespace = 'on-use';

/** @type {import('esbuild').Plugin} */
export const packagesOnUse = {
  name: namespace,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: packageFilter }, ({ kind, path: name, resolveDir }) =>
      kind === 'import-statement' ? { path: name, namespace, pluginData: { resolveDir, names: functionsOfPackage(name) } } : undefined,
    );
    onResolve({ filter: moduleFilter }, ({ kind, path: imported, resolveDir }) => {
      if (kind !== 'import-statement') return undefined;
      const file = path.resolve(resolveDir, imported);
      return { path: file, namespace, pluginData: { resolveDir, names: functionsOfModule(file) } };
    });
    onLoad({ filter: /./, namespace }, ({ path: name, pluginData: { resolveDir, names } }) => ({
      contents: onUse(name, names),
      resolveDir,
    }));
  },
};

/** @param {string} name */
function functionsOfPackage(name) {
  const whole = createRequire(import.meta.url)(name);
  return [...Object.keys(whole).filter(key => typeof whole[key] === 'function' && key !== 'default'), 'default'];
}

/** @param {string} file */
function functionsOfModule(file) {
  return [...readFileSync(file, 'utf8').matchAll(/^export function (\w+)/gm)].map(([, name = '']) => name);
}

/**
 * A module with the same functions, which evaluate the whole.
 * @param {string} name
 * @param {readonly string[]} names
 */
function onUse(name, names) {
  const named = names.filter(each => each !== 'default');
  return `const whole = () => require(${JSON.stringify(name)});
    ${named.map(each => `export function ${each}(...words) { return call(whole().${each}, words, new.target); }`).join('\n')}
    ${names.includes('default') ? 'export default function (...words) { return call(whole().default ?? whole(), words, new.target); }' : ''}
    function call(f, words, isNew) { return isNew ? new f(...words) : f(...words); }`;
}
