// Makes src/engine/scan/reasons/word-model.ts: how much each letter after two others surprises in words that programmers write.
// Usage: node scripts/word-model.mjs FOLDER… (source code; the shipped table came from Python's standard library and node_modules).

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project-root.mjs';

const sourceFile = /\.(?:py|go|js|ts|mjs|md|txt|rst)$/;
const largestFile = 200_000;
/** Letters a to z are 1 to 26; 0 is the edge of a word. */
const size = 27;

const words = countWords(process.argv.slice(2));
const target = path.join(projectRoot, 'src/engine/scan/reasons/word-model.ts');
writeFileSync(target, render(train(words)));
spawnSync('npx', ['biome', 'format', '--write', target], { cwd: projectRoot, stdio: 'inherit' });
console.log(`${words.length} words`);

/** Every word of the folders' files with its count: identifiers are split at humps and marks. */
function countWords(folders) {
  const counts = new Map();
  for (const file of folders.flatMap(folder => [...sourceFiles(folder)])) {
    for (const [letters] of readFileSync(file, 'latin1').matchAll(/[A-Za-z]{2,24}/g)) {
      for (const word of letters.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)) {
        if (word.length > 1) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
      }
    }
  }
  return [...counts].filter(([word, count]) => count >= leastCount(word.length));
}

/** Short words must be frequent: rare ones are variable names without vowels, or noise. */
function leastCount(length) {
  return { 2: 400, 3: 60, 4: 20 }[length] ?? 4;
}

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(full);
    else if (entry.isFile() && sourceFile.test(entry.name) && !entry.name.includes('.min.') && statSync(full).size <= largestFile)
      yield full;
  }
}

/** Probability of a letter after two others, smoothed by the one after one other, smoothed by the letter's own. */
function train(counted) {
  const three = new Float64Array(size ** 3);
  const two = new Float64Array(size ** 2);
  const one = new Float64Array(size);
  for (const [word, count] of counted) {
    const weight = Math.log2(1 + count);
    const letters = [0, 0, ...[...word].map(letter => letter.charCodeAt(0) - 96), 0];
    for (let i = 2; i < letters.length; i++) {
      three[(letters[i - 2] * size + letters[i - 1]) * size + letters[i]] += weight;
      two[letters[i - 1] * size + letters[i]] += weight;
      one[letters[i]] += weight;
    }
  }
  const smooth = (table, below, strength) =>
    table.map((n, at) => {
      const row = at - (at % size);
      const total = table.subarray(row, row + size).reduce((sum, m) => sum + m, 0);
      return (n + strength * below[at % below.length]) / (total + strength);
    });
  const total = one.reduce((sum, n) => sum + n, 0);
  return smooth(
    three,
    smooth(
      two,
      one.map(n => n / total),
      20,
    ),
    30,
  );
}

/** One character a probability: its bits in steps of a quarter, from `(` up to `[`, so that nothing needs escaping. */
function render(probabilities) {
  const level = p => Math.min(51, Math.round(-Math.log2(p) * 4 - 0.5));
  const text = [...probabilities].map(p => String.fromCharCode(40 + Math.max(0, level(p)))).join('');
  const rows = Array.from({ length: size }, (_, i) => `  '${text.slice(i * size ** 2, (i + 1) * size ** 2)}',`);
  return `// How many quarters of a bit a letter after two others surprises in words programmers write. Made by scripts/word-model.mjs.

/** One row for each first letter (the edge of a word, then a to z), in it 27 × 27 characters: the second letter, then the third. */
export const surpriseAfter: readonly string[] = [
${rows.join('\n')}
];
`;
}
