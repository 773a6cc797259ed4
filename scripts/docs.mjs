// Writes what the documentation takes from the code: docs/rules.md, docs/checks.md, docs/fixes.md, docs/sdks.md, and the marked parts of README.md
// and docs/secret-managers.md.
// `npm run docs -- --check` writes nothing and fails when something is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checksPage, checksSummary } from './docs/checks-page.mjs';
import { fixesPage } from './docs/fixes-page.mjs';
import { managerLanguages } from './docs/manager-languages.mjs';
import { rulesPage, rulesSummary } from './docs/rules-page.mjs';
import { sdksPage } from './docs/sdks-page.mjs';
import { settingsTable } from './docs/settings-table.mjs';
import { importSource } from './import-source.mjs';
import { projectRoot } from './project-root.mjs';

const { catalogue } = await importSource('src/engine/rules/catalogue.ts');
const { providers } = await importSource('src/engine/rules/providers.ts');

const { checks } = await importSource('src/engine/hygiene/catalogue.ts');

const { fixFixtures, fixPositions, fixSecret } = await importSource('test/support/fix-fixtures.ts');
const { languages } = await importSource('src/engine/languages/catalogue.ts');
const { formats } = await importSource('src/engine/fixes/formats/catalogue.ts');
const { helperLanguageOf } = await importSource('src/engine/fixes/manager/catalogue.ts');
const { ephemeralResources } = await importSource('src/engine/fixes/manager/formats/ephemeral-resources.ts');
const { managerIds } = await importSource('src/engine/managers/manager-id.ts');
const { managerTitles } = await importSource('src/engine/managers/manager-titles.ts');
const { sdkClients } = await importSource('src/engine/fixes/sdk/clients.ts');

/** @type {Readonly<Record<string, string>>} */
const titles = {
  ...Object.fromEntries([...languages, ...formats].map(({ id, title }) => [id, title])),
  frameworks: 'JavaScript frameworks',
  'own-pattern': 'The project’s own pattern',
  sdk: 'Client libraries',
  gateway: 'Gateway',
  manager: 'Secret manager',
};

/** @typedef {import('./docs/manager-languages.mjs').Reader} Reader */

/** @type {readonly Reader[]} */
const readers = [
  ...languages.flatMap((/** @type {import('../src/engine/languages/language.ts').Language} */ language) => {
    const sources = helperLanguageOf(language)?.sources;
    return sources === undefined ? [] : [{ title: language.title, reads: (/** @type {string} */ manager) => manager in sources }];
  }),
  { title: titles['terraform'] ?? '', reads: manager => manager in ephemeralResources },
  ...['kubernetes', 'github-actions'].map(id => ({ title: titles[id] ?? '', reads: () => true })),
];

/** @type {Readonly<Record<string, string>>} */
const documents = {
  'docs/rules.md': rulesPage(catalogue, providers()),
  'docs/checks.md': checksPage(checks),
  'docs/fixes.md': fixesPage(fixFixtures(), fixPositions, fixSecret, folder => titles[folder] ?? folder),
  'docs/sdks.md': sdksPage(sdkClients),
  'docs/secret-managers.md': withParts(read('docs/secret-managers.md'), {
    languages: managerLanguages(managerIds, managerTitles, readers),
  }),
  'README.md': withParts(read('README.md'), {
    settings: settingsTable(readJson('package.json'), readJson('package.nls.json')),
    rules: rulesSummary(catalogue, providers()),
    checks: checksSummary(checks),
  }),
};

const stale = Object.entries(documents).filter(([file, text]) => read(file) !== text);
if (!process.argv.includes('--check')) {
  mkdirSync(path.join(projectRoot, 'docs'), { recursive: true });
  for (const [file, text] of stale) writeFileSync(path.join(projectRoot, file), text);
  console.log(stale.length === 0 ? 'The documentation is up to date.' : `Wrote ${stale.map(([file]) => file).join(', ')}.`);
} else if (stale.length > 0) {
  console.error(`Out of date: ${stale.map(([file]) => file).join(', ')}. Run "npm run docs" and commit the result.`);
  process.exitCode = 1;
}

/**
 * Replaces what stands between `<!-- generated: NAME -->` and `<!-- /generated -->`.
 * @param {string} text
 * @param {Readonly<Record<string, string>>} parts
 */
function withParts(text, parts) {
  return Object.entries(parts).reduce((document, [name, part]) => {
    const [open, close] = [`<!-- generated: ${name} -->`, '<!-- /generated -->'];
    const start = document.indexOf(open);
    const end = document.indexOf(close, start);
    if (start === -1 || end === -1) throw new Error(`A document has no part marked ${open} … ${close}.`);
    return `${document.slice(0, start + open.length)}\n\n${part}\n\n${document.slice(end)}`;
  }, text);
}

/** @param {string} file */
function read(file) {
  const absolute = path.join(projectRoot, file);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8').replaceAll('\r\n', '\n') : '';
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(read(file));
}
