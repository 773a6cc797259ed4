import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledFileOf, startProgram } from '../../../src/node/compiled-program.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const text = `(function (exports, require, module, __filename, __dirname) {
exports.name = require('node:path').basename(__filename); exports.twice = number => number * 2;
})
`;

interface Program {
  readonly name: string;
  twice(number: number): number;
}

describe('compiled program', () => {
  it('runs a program that was never run before and leaves nothing by itself', () => {
    const { folder, start } = programFolder();
    const { name, twice } = start().exports;
    assert.deepEqual([name, twice(2)], ['program.js', 4]);
    assert.deepEqual(readdirSync(folder), ['program.js']);
  });

  it('uses what was kept, and keeps no more', () => {
    const { start, compiled } = programFolder();
    start().keep();
    const { ino } = statSync(compiled());
    const { exports, keep } = start();
    keep();
    assert.deepEqual([exports.name, exports.twice(3)], ['program.js', 6]);
    assert.equal(statSync(compiled()).ino, ino);
  });

  it('compiles what V8 does not accept, and replaces it', () => {
    // A text of its own: V8 remembers what it has compiled in this process.
    const { folder, start, compiled } = programFolder(text.replace('* 2', '* 4'));
    const unaccepted = 'not compiled by any V8';
    writeFileSync(compiledFileOf(join(folder, 'program.js')), unaccepted);
    const { exports, keep } = start();
    assert.equal(exports.twice(4), 16);
    keep();
    assert.ok(!readFileSync(compiled()).includes(unaccepted));
  });

  it('does not take the compiled form of another build of the same length', () => {
    const { folder, start } = programFolder();
    start().keep();
    writeFileSync(join(folder, 'program.js'), text.replace('* 2', '* 3'));
    assert.equal(start().exports.twice(5), 15);
  });

  it('keeps nothing of a run that has used more than is worth reading each time', () => {
    const functions = Array.from({ length: 4000 }, (_, index) => `n=>n+${index}`);
    const { folder, start } = programFolder(text.replace('number => number * 2', `n=>[${functions}].reduce((sum,add)=>add(sum),n)`));
    const { exports, keep } = start();
    assert.ok(exports.twice(1) > 4000);
    keep();
    assert.deepEqual(readdirSync(folder), ['program.js']);
  });

  it('keeps nothing where people say so, or where it may not write', () => {
    const { folder, start, compiled } = programFolder();
    start({ NODE_DISABLE_COMPILE_CACHE: '1' }).keep();
    assert.deepEqual(readdirSync(folder), ['program.js']);
    start().keep();
    const blocked = compiled();
    rmSync(blocked);
    mkdirSync(blocked);
    start().keep();
    assert.ok(statSync(blocked).isDirectory());
    assert.equal(readdirSync(folder).length, 2);
  });
});

function programFolder(program = text) {
  const folder = temporaryFolder({ 'program.js': program });
  return {
    folder,
    start: (env = {}) => startProgram<Program>(join(folder, 'program.js'), env),
    compiled: () => join(folder, readdirSync(folder).find(name => name.endsWith('.compiled')) ?? 'nothing was kept'),
  };
}
