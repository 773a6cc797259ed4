// The programs of test/fixtures/fixes, run before and after the fix by the language's own tools: both must say the same.

import assert from 'node:assert/strict';
import path from 'node:path';
import { projectRoot } from '../../../../scripts/project-root.mjs';
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

interface Interpreter {
  readonly tool: string;
  readonly extension: string;
  /** Runs all programs in one process, where that is possible: each start costs more than a program. */
  readonly driver: (files: readonly string[]) => string;
}

const interpreters: Readonly<Record<string, Interpreter>> = {
  javascript: {
    tool: process.execPath,
    extension: 'mjs',
    driver: files =>
      files.map(file => `console.log(${JSON.stringify(path.basename(file))});\nawait import(${JSON.stringify(file)});`).join('\n'),
  },
  python: {
    tool: 'python3',
    extension: 'py',
    driver: files => `import runpy\nfor file in ${JSON.stringify(files)}:\n    runpy.run_path(file, run_name="__main__")\n`,
  },
  ruby: { tool: 'ruby', extension: 'rb', driver: files => files.map(file => `load ${JSON.stringify(file)}`).join('\n') },
  php: { tool: 'php', extension: 'php', driver: files => `<?php\n${files.map(file => `include ${JSON.stringify(file)};`).join('\n')}\n` },
  shellscript: {
    tool: 'sh',
    extension: 'sh',
    driver: files => files.map(file => `${file.endsWith('.bash') ? 'bash' : 'sh'} '${file}' || exit 1`).join('\n'),
  },
};

describe('fixed programs', function () {
  this.timeout(120_000);
  const missing: string[] = [];
  after(() => {
    if (missing.length > 0) console.warn(`      NOT RUN for want of their tools: ${missing.length} languages (${missing.join(', ')})`);
  });

  const language = (id: string, tools: readonly string[], check: (programs: readonly Program[], folder: string) => void) => {
    it(`in ${id} say what they said before`, function () {
      if (!tools.every(isInstalled)) {
        missing.push(id);
        this.skip();
      }
      const own = programsOf(id);
      assert.ok(own.length >= 10);
      check(own, temporaryFolder());
    });
  };

  for (const [id, { tool, extension, driver }] of Object.entries(interpreters)) {
    language(id, [tool], (own, folder) => {
      const [before, changed] = phases.map(phase => {
        const files = own.map(program => write(path.join(folder, phase, program.file), program[phase]));
        const all = path.join(folder, phase, `run-all.${extension}`);
        write(all, driver(files));
        return run(tool, [all], folder);
      });
      assert.equal(changed, before);
    });
  }

  language('typescript', [process.execPath], (own, folder) => {
    for (const program of own) write(path.join(folder, program.file), program.after);
    const options = {
      strict: true,
      noEmit: true,
      target: 'ES2022',
      module: 'ESNext',
      moduleDetection: 'force',
      jsx: 'react',
      skipLibCheck: true,
    };
    const compilerOptions = { ...options, types: ['node'], typeRoots: [path.join(projectRoot, 'node_modules', '@types')] };
    // A plain lookup is `string | undefined`, as the setting says.
    write(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    run(process.execPath, [path.join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', folder], folder);
  });

  language('go', ['go', 'gofmt'], (own, folder) => {
    write(path.join(folder, 'go.mod'), 'module example.com/fixed\n\ngo 1.18\n');
    for (const program of own) write(path.join(folder, 'formatted', nameOf(program), 'main.go'), program.after);
    assert.equal(run('gofmt', ['-l', 'formatted'], folder), '', 'as gofmt writes it');
    const [before, changed] = phases.map(phase => {
      for (const program of own) write(path.join(folder, phase, nameOf(program), 'main.go'), asGoPackage(program, phase));
      const imports = own.map(program => `\t"example.com/fixed/${phase}/${nameOf(program)}"`);
      const calls = own.map(program => `\tprintln("${nameOf(program)}")\n\t${nameOf(program)}.Main()`);
      write(
        path.join(folder, phase, 'main.go'),
        `package main\n\nimport (\n${imports.join('\n')}\n)\n\nfunc main() {\n${calls.join('\n')}\n}\n`,
      );
      return run('go', ['run', `./${phase}`], folder);
    });
    assert.equal(changed, before);
  });

  language('java', ['javac', 'java'], (own, folder) => {
    // One compiler and one virtual machine for all: each start costs more than a program.
    const calls = own.map(({ name }) => `${name}.main(new String[0]);`).join(' ');
    const all = `public class All { public static void main(String[] args) { ${calls} } }`;
    const [before, changed] = phases.map(phase => {
      const files = own.map(program => write(path.join(folder, phase, program.file), program[phase]));
      const out = path.join(folder, `out-${phase}`);
      run(
        'javac',
        ['-J-XX:TieredStopAtLevel=1', '-proc:none', '-d', out, ...files, write(path.join(folder, phase, 'All.java'), all)],
        folder,
      );
      return run('java', ['-XX:TieredStopAtLevel=1', '-cp', out, 'All'], folder);
    });
    assert.equal(changed, before);
    // The helper of a class refuses the empty text, too.
    for (const value of [undefined, ''] as const) assertStops('java', ['-cp', path.join(folder, 'out-after'), 'Fields'], folder, value);
  });

  language('csharp', ['mcs'], (own, folder) => {
    for (const program of own) write(path.join(folder, program.file), program.after);
    run('mcs', ['-target:library', '-out:all.dll', ...own.map(({ file }) => file)], folder);
  });

  language('rust', ['rustc'], (own, folder) => {
    const [before, changed] = phases.map(phase => {
      for (const program of own) write(path.join(folder, phase, program.file), program[phase]);
      const all = own.map(({ name, file }) => `#[path = "${file}"] mod ${name};`).join('\n');
      write(path.join(folder, phase, 'main.rs'), `${all}\nfn main() {\n${own.map(({ name }) => `${name}::main();`).join('\n')}\n}\n`);
      run(
        'rustc',
        ['--edition', '2021', '--cap-lints', 'allow', '-o', path.join(folder, phase, 'all'), path.join(folder, phase, 'main.rs')],
        folder,
      );
      return run(path.join(folder, phase, 'all'), [], folder);
    });
    assert.equal(changed, before);
  });
});

/** Linking is what takes time: all programs become packages of one. */
function asGoPackage(program: Program, phase: Phase): string {
  return program[phase].replace(/^package main$/m, `package ${nameOf(program)}`).replace('func main()', 'func Main()');
}
