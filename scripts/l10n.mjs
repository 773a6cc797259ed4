// Collects every sentence for people into l10n/bundle.l10n.json, the file that translations start from. Run it after
// adding or changing a sentence; a unit test fails until then.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.mjs';
import { isMain } from './run.mjs';

export const bundleFile = path.join(projectRoot, 'l10n', 'bundle.l10n.json');

const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.)*`/.source;

// `vscode.l10n.t('…')` in the editor, `phrase('…')` where there is no editor; a sentence used twice may be a constant.
const call = new RegExp(`\\b(?:l10n\\.t|phrase)\\(\\s*(?:(?<text>${literal})|(?<constant>\\w+))?`, 'g');

// Where a phrase is made and where it is translated, the text is an argument.
const passedOn = new Set(['src/engine/phrase.ts', 'src/editor/convert.ts']);

/** @returns {string[]} sorted, each once */
export function sentences() {
  return [...new Set(sourceFiles().flatMap(sentencesOf))].sort();
}

/** @param {string} file */
function sentencesOf(file) {
  const text = readFileSync(path.join(projectRoot, file), 'utf8');
  return [...text.matchAll(call)].flatMap(match => {
    const { text: written, constant = '' } = match.groups ?? {};
    const value = written ?? new RegExp(`\\bconst ${constant} = (${literal});`).exec(text)?.[1];
    if (value !== undefined) return [evaluate(value)];
    if (passedOn.has(file)) return [];
    const line = text.slice(0, match.index).split('\n').length;
    throw new Error(`${file}:${line}: only a sentence written in place can be translated.`);
  });
}

/** @param {string} value a literal of our own source */
function evaluate(value) {
  return String(new Function(`return ${value};`)());
}

function sourceFiles() {
  return readdirSync(path.join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map(file => `src/${file.replaceAll('\\', '/')}`)
    .sort();
}

if (isMain(import.meta.url)) {
  const bundle = Object.fromEntries(sentences().map(sentence => [sentence, sentence]));
  writeFileSync(bundleFile, `${JSON.stringify(bundle, null, 2)}\n`);
}
