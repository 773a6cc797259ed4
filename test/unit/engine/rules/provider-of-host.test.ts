import assert from 'node:assert/strict';
import { providerOfHost } from '../../../../src/engine/rules/provider-of-host.ts';

describe('whose host it is', () => {
  const idOf = (host: string) => providerOfHost(host)?.id;

  it('is told by a known host and those below it', () => {
    assert.equal(idOf('api.openweathermap.org'), 'openweather');
    assert.equal(idOf('team.atlassian.net'), 'atlassian');
  });

  it('is told by a name that nobody else has', () => {
    assert.equal(idOf('us1.locationiq.com'), 'locationiq');
    assert.equal(idOf('min-api.cryptocompare.com'), 'cryptocompare');
  });

  it('is not told by what only sounds like it', () => {
    assert.equal(idOf('notgithub.com'), undefined);
    assert.equal(idOf('api.acme.net'), undefined);
    assert.equal(idOf('localhost'), undefined);
    assert.equal(idOf(''), undefined);
  });
});
