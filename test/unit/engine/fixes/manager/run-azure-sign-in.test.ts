// Helpers that sign in to Azure by themselves, where there is no library that does: as the application that the environment names.

import assert from 'node:assert/strict';
import path from 'node:path';
import { secretName } from '../../../../../src/engine/fixes/manager/secret-name.ts';
import { sampleProject } from '../../../../support/manager-helpers.ts';
import { startFakeServer } from '../../../../support/managers/fake-server.ts';
import { helperPrograms, runHelper } from '../../../../support/managers/helper-programs.ts';
import { directWorlds } from '../../../../support/managers/helper-worlds.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const value = ['Zk4q', '9LmW', '2xTr'].join('');
const assertion = ['head', 'body', 'sign'].join('.');

/** What the environment says of the application, and what Entra is told then. */
const proofs: Readonly<Record<string, { readonly environment: () => Record<string, string>; readonly told: Record<string, string> }>> = {
  'a client’s secret': { environment: () => ({ AZURE_CLIENT_SECRET: value }), told: { client_secret: value } },
  'a federated token': {
    environment: () => ({ AZURE_FEDERATED_TOKEN_FILE: path.join(temporaryFolder({ token: assertion }), 'token') }),
    told: { client_assertion: assertion, client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' },
  },
};

describe('helpers that sign in to Azure', function () {
  this.timeout(60_000);
  for (const { extension, isAtHand, prepare } of helperPrograms.filter(({ worlds }) => worlds === directWorlds)) {
    for (const [title, { environment, told }] of Object.entries(proofs)) {
      it(`do it with ${title} in .${extension}`, async function () {
        const start = directWorlds['azure-key-vault'];
        if (!isAtHand([]) || start === undefined) this.skip();
        const world = await start('');
        const entra = await startFakeServer(() => ({ status: 200, body: { access_token: 'azure-token', token_type: 'Bearer' } }));
        try {
          for (const variable of ['GOODKEY', 'FLAKYKEY']) world.hold(variable, value);
          const names = ['GOODKEY', 'MISSINGKEY', 'FLAKYKEY'].map(variable => secretName(world.address(variable)) ?? '');
          const own = { AZURE_AUTHORITY_HOST: entra.url, AZURE_TENANT_ID: 'tenant', AZURE_CLIENT_ID: 'client', ...environment() };
          const { first } = await runHelper(prepare(await sampleProject(world.address('GOODKEY'), extension)), names, {
            ...world.environment,
            ...own,
          });
          assert.equal(first, value);
          const [asked] = entra.requests;
          assert.equal(asked?.path, '/tenant/oauth2/v2.0/token');
          assert.deepEqual(Object.fromEntries(new URLSearchParams(asked.body)), {
            grant_type: 'client_credentials',
            client_id: 'client',
            scope: 'https://localhost/.default',
            ...told,
          });
        } finally {
          await Promise.all([world.close(), entra.close()]);
        }
      });
    }
  }
});
