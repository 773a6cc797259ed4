// Lets a bundle read the files of the catalogue one by one, when a rule in them is first met (src/engine/rules/lazy-rules.ts):
// each import of a family of rules becomes a list of their outlines, worked out here, and a way to the rest. The list of providers
// and the languages (src/engine/languages/lazy-languages.ts) are read the same way.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluateSource } from './evaluate-source.mjs';
import { projectRoot } from './project-root.mjs';

const folder = path.join(projectRoot, 'src', 'engine', 'rules');
const languagesFolder = path.join(projectRoot, 'src', 'engine', 'languages');

/** One line in the catalogue, as the formatter writes it. */
const familyImport = /^import \{ (?<name>\w+Rules) \} from '(?<file>\.\/[\w-]+\.ts)';$/gm;

/** The same in the catalogue of languages, where a name stands for one or for a list. */
const languageImport = /^import \{ (?<names>\w+(?:, \w+)*) \} from '(?<file>\.\/[\w-]+\.ts)';$/gm;

/** @type {import('esbuild').Plugin} */
export const lazyCatalogue = {
  name: 'lazy-catalogue',
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /[\\/]rules[\\/]catalogue\.ts$/ }, async ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const families = await familiesOf(text, esbuild);
      const lazy = text.replaceAll(familyImport, (_, name, from) => {
        const { outlines = [], keywords = [] } = families[name] ?? {};
        return `const ${name} = lazyRules(${outlines.length}, { outlines: ${reader(outlines)}, keywords: ${reader(keywords)}, load: () => require('${from}').${name} });`;
      });
      return { contents: `import { lazyRules } from './lazy-rules.ts';\n${lazy}`, loader: 'ts', resolveDir: folder };
    });
    onLoad({ filter: /[\\/]rules[\\/]providers\.ts$/ }, ({ path: file }) => {
      const contents = readFileSync(file, 'utf8')
        .replace("import { providerList } from './provider-list.ts';", '')
        .replace('return providerList;', "return require('./provider-list.ts').providerList;");
      return { contents, loader: 'ts', resolveDir: folder };
    });
    onLoad({ filter: /[\\/]languages[\\/]catalogue\.ts$/ }, async ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const outlines = await outlinesOfLanguages(text, esbuild);
      const lazy = text.replaceAll(languageImport, (_, /** @type {string} */ names, from) =>
        names
          .split(', ')
          .map(name => {
            const make = Array.isArray(outlines[name]) ? 'lazyLanguages' : 'lazyLanguage';
            return `const ${name} = ${make}(${JSON.stringify(outlines[name])}, () => require('${from}').${name});`;
          })
          .join('\n'),
      );
      const contents = `import { lazyLanguage, lazyLanguages } from './lazy-languages.ts';\n${lazy}`;
      return { contents, loader: 'ts', resolveDir: languagesFolder };
    });
  },
};

/**
 * @param {string} catalogue its text
 * @param {Pick<typeof import('esbuild'), 'build'>} esbuild
 * @returns {Promise<Record<string, unknown>>} by the imported name: an outline, or a list of them
 */
async function outlinesOfLanguages(catalogue, esbuild) {
  const imports = [...catalogue.matchAll(languageImport)].map(([, names = '', from]) => ({ names, from }));
  const exported = imports.map(({ names, from }) => `export { ${names} } from '${from}';`);
  const source = [...exported, "export { outlineOfLanguage } from './lazy-languages.ts';"].join('\n');
  const { outlineOfLanguage, ...known } = await evaluateSource(source, languagesFolder, esbuild);
  const entries = Object.entries(known).map(([name, one]) => [
    name,
    Array.isArray(one) ? one.map(outlineOfLanguage) : outlineOfLanguage(one),
  ]);
  return Object.fromEntries(entries);
}

/**
 * @param {string} catalogue its text
 * @param {Pick<typeof import('esbuild'), 'build'>} esbuild
 * @returns {Promise<Record<string, { outlines: readonly unknown[], keywords: readonly (readonly string[])[] }>>} by family
 */
async function familiesOf(catalogue, esbuild) {
  const families = [...catalogue.matchAll(familyImport)].map(([, name, from]) => ({ name, from }));
  const exported = families.map(({ name, from }) => `export { ${name} } from '${from}';`);
  const source = [...exported, "export { outlineOf } from './lazy-rules.ts';"].join('\n');
  const { outlineOf, ...rules } = await evaluateSource(source, folder, esbuild);
  return Object.fromEntries(
    families.map(({ name = '' }) => {
      /** @type {readonly { keywords: readonly string[] }[]} */
      const family = rules[name];
      return [name, { outlines: family.map(outlineOf), keywords: family.map(({ keywords }) => keywords) }];
    }),
  );
}

/**
 * A function that makes the value: parsed from a string, it costs nothing until then.
 * @param {unknown} value
 */
function reader(value) {
  return `() => JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
