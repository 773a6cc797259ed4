// The programs of test/fixtures/fixes in languages whose compilers may be at hand, run before and after the fix: both must
// say the same, and after it, without the variable, stop.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  assertStops,
  isInstalled,
  nameOf,
  type Phase,
  type Program,
  phases,
  programsOf,
  run,
  write,
} from '../../../support/fixed-programs.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('fixed programs in compiled languages', function () {
  this.timeout(180_000);
  const missing: string[] = [];
  after(() => {
    if (missing.length > 0) console.warn(`      NOT RUN for want of their compilers: ${missing.join(', ')}`);
  });

  const language = (id: string, isAtHand: () => boolean, check: (programs: readonly Program[], folder: string) => void) => {
    it(`in ${id} say what they said before, and stop without their key`, function () {
      if (!isAtHand()) {
        missing.push(id);
        this.skip();
      }
      const own = programsOf(id).filter(({ name }) => !/^(?:multi-dollar|inline-value)$/.test(name));
      assert.ok(own.length >= 10);
      check(own, temporaryFolder());
    });
  };

  language(
    'c',
    () => isInstalled('gcc'),
    (own, folder) => {
      const [before, changed] = phases.map(phase => own.map(program => run(compileC(program, phase, folder), [], folder)));
      assert.deepEqual(changed, before);
      const helped = own.filter(({ name, after }) => after.includes('require_env("') && name !== 'has-helper')[0];
      assert.ok(helped !== undefined);
      for (const value of [undefined, ''] as const) assertStops(path.join(folder, 'after', helped.name), [], folder, value);
    },
  );

  language(
    'cpp',
    () => isInstalled('g++'),
    (own, folder) => {
      const [before, changed] = phases.map(phase => {
        const all = write(path.join(folder, `${phase}.cpp`), asOneCppFile(own, phase));
        run('g++', ['-std=c++17', '-w', '-o', phase, all], folder);
        return run(path.join(folder, phase), [], folder);
      });
      assert.equal(changed, before);
      for (const value of [undefined, ''] as const) assertStops(path.join(folder, 'after'), [], folder, value);
    },
  );

  const kotlin = jarsOf('KOTLIN_JARS');
  language(
    'kotlin',
    () => kotlin !== undefined && isInstalled('java'),
    (own, folder) => {
      const main = (program: Program) => `${packageOf(program)}.main()`;
      const all = `fun main() {\n${own.map(main).join('\n')}\n}\n`;
      const library = kotlin?.matching(/^kotlin-stdlib-[\d.]+\.jar$/) ?? '';
      const compiler = ['org.jetbrains.kotlin.cli.jvm.K2JVMCompiler', '-nowarn', '-no-stdlib', '-no-reflect', '-cp', library];
      checkOnJvm({ own, folder, jars: kotlin?.all ?? '', library, compiler, all: { name: 'All.kt', text: all, main: 'AllKt' } });
    },
  );

  const scala = jarsOf('SCALA_JARS');
  language(
    'scala',
    () => scala !== undefined && isInstalled('java'),
    (own, folder) => {
      const main = (program: Program) => `${packageOf(program)}.Main.main(args)`;
      const all = `object All {\n  def main(args: Array[String]): Unit = {\n${own.map(main).join('\n')}\n  }\n}\n`;
      const library = scala?.matching(/^scala3?-library.*\.jar$/) ?? '';
      const compiler = [
        scala?.matching(/^scala3-compiler/) ? 'dotty.tools.dotc.Main' : 'scala.tools.nsc.Main',
        '-nowarn',
        '-classpath',
        library,
      ];
      checkOnJvm({ own, folder, jars: scala?.all ?? '', library, compiler, all: { name: 'All.scala', text: all, main: 'All' } });
    },
  );
});

interface JvmProject {
  readonly own: readonly Program[];
  readonly folder: string;
  readonly jars: string;
  readonly library: string;
  /** The class, and its options. */
  readonly compiler: readonly string[];
  /** Calls the others: one compiler and one virtual machine for all. */
  readonly all: { readonly name: string; readonly text: string; readonly main: string };
}

function checkOnJvm({ own, folder, jars, library, compiler, all }: JvmProject): void {
  const [before, changed] = phases.map(phase => {
    const files = own.map(program => write(path.join(folder, phase, program.file), program[phase]));
    const main = write(path.join(folder, phase, all.name), all.text);
    const out = path.join(folder, `out-${phase}`);
    write(path.join(out, '.keep'), '');
    run('java', ['-XX:TieredStopAtLevel=1', '-cp', jars, ...compiler, '-d', out, ...files, main], folder);
    return run('java', ['-cp', [out, library].join(path.delimiter), all.main], folder);
  });
  assert.equal(changed, before);
  assertStops('java', ['-cp', [path.join(folder, 'out-after'), library].join(path.delimiter), all.main], folder, undefined);
}

/** A compiler that comes as jars: the folder they are in is named by a variable. */
function jarsOf(variable: string): { readonly all: string; readonly matching: (name: RegExp) => string } | undefined {
  const folder = process.env[variable];
  if (folder === undefined) return undefined;
  const matching = (name: RegExp) =>
    readdirSync(folder)
      .filter(file => name.test(file))
      .map(file => path.join(folder, file))
      .join(path.delimiter);
  return { all: matching(/\.jar$/), matching };
}

function packageOf({ before }: Program): string {
  return /^package (\w+)/m.exec(before)?.[1] ?? '';
}

/** The program that was built. */
function compileC(program: Program, phase: Phase, folder: string): string {
  const source = write(path.join(folder, phase, program.file), program[phase]);
  const built = path.join(folder, phase, program.name);
  run('gcc', ['-Wall', '-Werror', '-o', built, source], folder);
  return built;
}

/** The headers of the standard library take most of the time: all programs become namespaces of one file. */
function asOneCppFile(programs: readonly Program[], phase: Phase): string {
  const include = /^[ \t]*#[ \t]*include[ \t]*<.*>[ \t]*$/gm;
  const texts = programs.map(program => program[phase]);
  const headers = new Set(texts.flatMap(text => text.match(include) ?? []));
  const spaces = programs.map((program, index) => `namespace program_${nameOf(program)} {\n${texts[index]?.replace(include, '')}\n}\n`);
  const calls = programs.map(program => `    program_${nameOf(program)}::main();`);
  return [...headers, '#include <cctype>', ...spaces, 'int main() {', ...calls, '}', ''].join('\n');
}
