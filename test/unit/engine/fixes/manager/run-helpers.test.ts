// The helpers that fixes write, run with the official libraries against servers of this process. `npm test` runs those whose
// libraries are here; `npm run test:helpers` brings the others.

import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../../../scripts/project-root.mjs';
import { secretName } from '../../../../../src/engine/fixes/manager/secret-name.ts';
import { managerTitles } from '../../../../../src/engine/managers/manager-titles.ts';
import { run, write } from '../../../../support/fixed-programs.ts';
import { managersOf, sampleAddresses, sampleProject, sourcesOf } from '../../../../support/manager-helpers.ts';
import { helperPrograms, isPackageThere, packagesFolder, runHelper } from '../../../../support/managers/helper-programs.ts';
import { helperWorlds } from '../../../../support/managers/helper-worlds.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const strictly = [
  'strict',
  'noEmit',
  'noUncheckedIndexedAccess',
  'exactOptionalPropertyTypes',
  'noPropertyAccessFromIndexSignature',
  'noUnusedLocals',
  'noUnusedParameters',
  'noImplicitReturns',
  'verbatimModuleSyntax',
  'isolatedModules',
  'skipLibCheck',
];

const value = ['Zk4q', '9LmW', '2xTr'].join('');

describe('helpers that read secrets', function () {
  this.timeout(300_000);
  const missing: string[] = [];
  after(() => {
    if (missing.length > 0) console.warn(`      NOT RUN for want of their libraries (npm run test:helpers): ${missing.join(', ')}`);
  });

  it('compile in TypeScript, as strictly as it can be asked', async () => {
    const folder = temporaryFolder();
    for (const manager of managersOf('ts')) {
      if (!isPackageThere(sourcesOf('ts')[manager]?.packages ?? [])) continue;
      for (const [file, text] of Object.entries(await sampleProject(sampleAddresses[manager], 'ts')))
        write(path.join(folder, manager, file), text);
    }
    symlinkSync(path.join(packagesFolder, 'node_modules'), path.join(folder, 'node_modules'));
    const on = Object.fromEntries([...strictly].map(option => [option, true]));
    const types = { types: ['node'], typeRoots: [path.join(projectRoot, 'node_modules', '@types')] };
    const compilerOptions = { ...on, ...types, target: 'ES2022', module: 'preserve', moduleResolution: 'bundler' };
    write(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*/src'] }));
    run(process.execPath, [path.join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', folder], folder);
  });

  for (const { extension, worlds = helperWorlds, isAtHand, prepare } of helperPrograms) {
    for (const manager of managersOf(extension)) {
      const start = worlds[manager];
      if (start === undefined) continue;
      it(`read from ${managerTitles[manager]} in .${extension}: once, by name, and again after a failure`, async function () {
        if (!isAtHand(sourcesOf(extension)[manager]?.packages ?? [])) {
          missing.push(`${manager} in .${extension}`);
          this.skip();
        }
        const world = await start(packagesFolder);
        try {
          const [good, absent, flaky] = ['GOODKEY', 'MISSINGKEY', 'FLAKYKEY'];
          world.hold(good, value);
          world.hold(flaky, `${value}2`);
          world.refuseOnce(flaky);
          const names = [good, absent, flaky].map(variable => secretName(world.address(variable)) ?? '');
          const heard = await runHelper(prepare(await sampleProject(world.address(good), extension)), names, world.environment);
          const { first, again, host, afterwards } = heard;
          assert.deepEqual({ first, again, host, afterwards }, { first: value, again: value, host: value, afterwards: `${value}2` });
          assert.equal(world.reads(good), 1, 'asked for once');
          assert.equal(world.reads(flaky), 2, 'asked for again after a failure');
          const title = new RegExp(`^(?:The|the) secret (\\S+) cannot be read from ${managerTitles[manager]}: .`);
          assert.equal(title.exec(heard.missing)?.[1], names[1], heard.missing);
          assert.equal(title.exec(heard.refused)?.[1], names[2], heard.refused);
          assert.ok(!JSON.stringify([heard.missing, heard.refused]).includes(value));
        } finally {
          await world.close();
        }
      });
    }
  }
});
