// What a fix costs: loading its grammar, parsing, planning and verifying, in a file of 10,000 lines.

import { setImmediate } from 'node:timers/promises';
import { neverCancelled } from '../../src/engine/cancel.ts';
import { planEnvironmentFix } from '../../src/engine/fixes/plan-environment-fix.ts';
import { planVerifiedFix } from '../../src/engine/fixes/plan-verified-fix.ts';
import { languageOf } from '../../src/engine/languages/catalogue.ts';
import { SyntaxParsers } from '../../src/engine/syntax/syntax-parsers.ts';
import { readGrammar } from '../support/syntax-parsers.ts';
import { quantile } from './timing.ts';

export interface FixCost {
  readonly language: string;
  /** Milliseconds to read and compile the grammar, with the parser itself where it is the first. */
  readonly load: number;
  /** Milliseconds from asking for a fix to its verified plan, the text never seen before, and again after a change elsewhere. */
  readonly first: number;
  readonly again: number;
  /** The longest time in which nobody else had a turn. */
  readonly longestSlice: number;
}

/** Ten lines that are repeated, and one with a key. */
const samples: readonly (readonly [string, string, string])[] = [
  [
    'a.ts',
    `// Adds up.
export function total(list: readonly Row[]): number {
  let sum = 0;
  for (const { price, count } of list) {
    if (price === undefined) throw new Error("no price");
    sum += price * count;
  }
  return Math.round(sum * 100) / 100;
}

`,
    'const key = "here";\n',
  ],
  [
    'a.py',
    `# Adds up.
def total(rows):
    result = 0
    for row in rows:
        if row.price is None:
            raise ValueError("no price")
        result += row.price * row.count
    return round(result, 2)


`,
    'key = "here"\n',
  ],
  [
    'a.go',
    `// Adds up.
func total(rows []row) float64 {
	sum := 0.0
	for _, row := range rows {
		if row.price < 0 {
			panic("no price")
		}
		sum += row.price * row.count
	}
	return sum }
`,
    'var key = "here"\n',
  ],
  [
    'a.rb',
    `# Adds up.
def total(rows)
  sum = 0
  rows.each do |row|
    raise ArgumentError, "no price" if row.price.nil?

    sum += row.price * row.count
  end
  sum.round(2)
end
`,
    'key = "here"\n',
  ],
];

/** Nothing but strings, thousands of them. */
const flat: readonly (readonly [string, string, string])[] = [
  ['flat.ts', 'list.push(', ');\n'],
  ['flat.py', 'rows += (', ')\n'],
].map(([file = '', open = '', close = '']) => [file, `${open}${'"an item of a list",\n  '.repeat(12)}"last"${close}`, 'key = "here"\n']);

export async function measureFixSpeed(): Promise<readonly FixCost[]> {
  const costs: FixCost[] = [];
  for (const [file, lines, key] of [...samples, ...flat]) costs.push(await measure(file, lines, key));
  return costs;
}

async function measure(file: string, lines: string, key: string): Promise<FixCost> {
  let last = performance.now();
  let longestSlice = 0;
  const endSlice = () => {
    longestSlice = Math.max(longestSlice, performance.now() - last);
  };
  const parsers = new SyntaxParsers({
    read: readGrammar,
    now: () => performance.now(),
    breathe: async () => {
      endSlice();
      await setImmediate();
      last = performance.now();
    },
    onProblem: error => {
      throw error;
    },
  });
  const load = await timeOf(() => parsers.withTree(sourceOf(file, lines), languageOf(sourceOf(file, '')), neverCancelled, () => undefined));
  const text = (file.endsWith('.go') ? 'package a\n\n' : '') + lines.repeat(500) + key + lines.repeat(500);
  const plan = async (changed: string) => {
    last = performance.now();
    const cost = await timeOf(() => planned(parsers, file, changed));
    endSlice();
    return cost;
  };
  const first = await plan(text);
  const again: number[] = [];
  for (let round = 0; round < 7; round++) again.push(await plan(`${text}${lines.repeat(round)}`));
  parsers.dispose();
  const title = languageOf(sourceOf(file, ''))?.title ?? file;
  return { language: file.startsWith('flat') ? `${title}, strings only` : title, load, first, again: quantile(again), longestSlice };
}

async function planned(parsers: SyntaxParsers, file: string, text: string): Promise<void> {
  const source = sourceOf(file, text);
  const start = text.indexOf('here');
  const findings = [{ span: { start, end: start + 'here'.length } }];
  const plan = await planVerifiedFix(
    { source, findings, variable: 'KEY', style: 'required', everyPlace: true },
    planEnvironmentFix,
    parsers,
  );
  if (plan.kind !== 'edits') throw new Error(`No fix for ${file}.`);
}

function sourceOf(file: string, text: string) {
  return { uri: `file:///project/${file}`, languageId: '', text };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
