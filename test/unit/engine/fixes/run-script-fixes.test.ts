// The programs of test/fixtures/fixes in scripting languages whose interpreters may be at hand, run before and after the fix:
// both must say the same, and after it, without the variable, stop.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { assertStops, isInstalled, type Program, phases, programsOf, run, write } from '../../../support/fixed-programs.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

interface Interpreter {
  /** Folder of the fixtures, where it is not the title. */
  readonly folder?: string;
  readonly tool: string;
  readonly args?: readonly string[];
  /** What the tool needs besides. */
  readonly needs?: string;
  readonly extension: string;
  /** Runs all programs in one process, where that is possible: each start costs more than a program. */
  readonly driver: (files: readonly string[]) => string;
  /** Programs that are no scripts, or not of this interpreter. */
  readonly except?: RegExp;
  /** An empty variable is as good as any other. */
  readonly takesEmpty?: true;
}

const groovy = '/usr/share/java/groovy-all.jar';

const interpreters: Readonly<Record<string, Interpreter>> = {
  lua: {
    tool: 'lua5.4',
    extension: 'lua',
    driver: files => files.map(file => `dofile(${JSON.stringify(file)})`).join('\n'),
    takesEmpty: true,
  },
  perl: {
    tool: 'perl',
    extension: 'pl',
    driver: files => files.map(file => `system($^X, '${file}') == 0 or die;`).join('\n'),
  },
  r: {
    tool: 'Rscript',
    extension: 'r',
    driver: files => files.map(file => `source(${JSON.stringify(file)})\nrm(list = ls())`).join('\n'),
  },
  elixir: {
    tool: 'elixir',
    extension: 'exs',
    driver: files =>
      files
        .map(file => JSON.stringify(file))
        .map(file => (file.includes('-config') ? `IO.inspect(Config.Reader.read!(${file}))` : `Code.eval_file(${file})`))
        .join('\n'),
    takesEmpty: true,
  },
  fish: { tool: 'fish', extension: 'fish', driver: files => files.map(file => `fish '${file}'; or exit 1`).join('\n') },
  makefile: {
    tool: 'sh',
    needs: 'make',
    extension: 'sh',
    driver: files => files.map(file => `make --silent --file '${file}' || exit 1`).join('\n'),
  },
  bash: { folder: 'shellscript', tool: 'bash', extension: 'sh', driver: files => files.map(file => `bash '${file}' || exit 1`).join('\n') },
  zsh: {
    folder: 'shellscript',
    tool: 'zsh',
    extension: 'sh',
    driver: files => files.map(file => `zsh '${file}' || exit 1`).join('\n'),
    except: /\.bash$/,
  },
  groovy: {
    tool: 'java',
    args: ['-cp', groovy, 'groovy.ui.GroovyMain'],
    needs: groovy,
    extension: 'groovy',
    // A file's name is that of its class.
    driver: files =>
      files.map((file, index) => `new GroovyShell().evaluate(new File('${file}').text, 'Program${index}.groovy')`).join('\n'),
    except: /^gradle\./,
    takesEmpty: true,
  },
};

describe('fixed scripts', function () {
  this.timeout(180_000);
  const missing: string[] = [];
  after(() => {
    if (missing.length > 0) console.warn(`      NOT RUN for want of their interpreters: ${missing.join(', ')}`);
  });

  for (const [title, interpreter] of Object.entries(interpreters)) {
    it(`in ${title} say what they said before, and stop without their key`, function () {
      if (!isAtHand(interpreter)) {
        missing.push(title);
        this.skip();
      }
      const { folder: language = title, except } = interpreter;
      const own = programsOf(language).filter(({ file }) => !except?.test(file));
      assert.ok(own.length >= 10);
      const folder = temporaryFolder();
      const [before, changed] = phases.map(phase => runAll(interpreter, own, phase, folder));
      assert.equal(changed, before);
      const required = own.filter(({ name }) => /^(?:whole|prefix|headers|query)$/.test(name));
      assert.ok(required.length >= 3);
      for (const program of required) assertEnds(interpreter, program, folder);
    });
  }
});

function isAtHand({ tool, needs }: Interpreter): boolean {
  return isInstalled(tool) && (needs === undefined || (needs.startsWith('/') ? existsSync(needs) : isInstalled(needs)));
}

function runAll(
  { tool, args = [], extension, driver }: Interpreter,
  programs: readonly Program[],
  phase: 'before' | 'after',
  folder: string,
): string {
  const files = programs.map(program => write(path.join(folder, phase, program.file), program[phase]));
  return run(tool, [...args, write(path.join(folder, phase, `run-all.${extension}`), driver(files))], folder);
}

function assertEnds({ tool, args = [], extension, driver, takesEmpty }: Interpreter, { file, name }: Program, folder: string): void {
  const alone = write(path.join(folder, 'alone', `${name}.${extension}`), driver([path.join(folder, 'after', file)]));
  for (const value of takesEmpty ? [undefined] : ([undefined, ''] as const)) assertStops(tool, [...args, alone], folder, value);
}
