// Lets a bundle evaluate some packages when one of their functions is first called, not at every start: nearly every scan and every
// start of the editor does without them.
import { createRequire } from 'node:module';

/** Those of which the source takes functions and classes only, and asks of no value whether it is an instance of one. */
const packages = ['ignore', 'jsonc-parser', 'minimatch'];

const filter = new RegExp(`^(?:${packages.join('|')})$`);
const namespace = 'package-on-use';

/** @type {import('esbuild').Plugin} */
export const packagesOnUse = {
  name: namespace,
  setup({ onResolve, onLoad }) {
    onResolve({ filter }, ({ kind, path, resolveDir }) =>
      kind === 'import-statement' ? { path, namespace, pluginData: resolveDir } : undefined,
    );
    onLoad({ filter, namespace }, ({ path, pluginData }) => ({ contents: onUse(path), resolveDir: pluginData }));
  },
};

/**
 * A module with the same functions, which evaluate the package.
 * @param {string} name
 */
function onUse(name) {
  const whole = createRequire(import.meta.url)(name);
  const names = Object.keys(whole).filter(key => typeof whole[key] === 'function' && key !== 'default');
  return `const whole = () => require('${name}');
    ${names.map(key => `export function ${key}(...words) { return call(whole().${key}, words, new.target); }`).join('\n')}
    export default function (...words) { return call(whole().default ?? whole(), words, new.target); }
    function call(f, words, isNew) { return isNew ? new f(...words) : f(...words); }`;
}
