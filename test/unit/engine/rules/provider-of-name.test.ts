import assert from 'node:assert/strict';
import { providerOfName, serviceOfName } from '../../../../src/engine/rules/provider-of-name.ts';

describe('whose key a name speaks of', () => {
  it('knows a distinct word in any case style and place', () => {
    const names = ['ABUSEIPDB_API_KEY', 'abuseipdbToken', 'myAbuseipdbKey', 'config.abuseipdb.secret', 'abuseipdbkey'];
    assert.deepEqual(
      names.filter(name => providerOfName(name)?.id !== 'abuseipdb'),
      [],
    );
  });

  it('knows words that are written apart', () => {
    assert.equal(providerOfName('HELP_SCOUT_TOKEN')?.id, 'helpscout');
    assert.equal(providerOfName('helpScoutSecret')?.id, 'helpscout');
  });

  it('wants a word of the language right before words for a credential', () => {
    assert.equal(providerOfName('BOX_API_KEY')?.id, 'box');
    assert.equal(providerOfName('boxAccessToken')?.id, 'box');
    assert.equal(providerOfName('box_width_key'), undefined);
    assert.equal(providerOfName('BOX'), undefined);
    assert.equal(providerOfName('token_box'), undefined);
  });

  it('leaves services whose keys have a form to their rules', () => {
    assert.equal(providerOfName('OPENAI_API_KEY'), undefined);
    assert.equal(serviceOfName('OPENAI_API_KEY')?.id, 'openai');
  });

  it('knows nobody in other names', () => {
    assert.deepEqual(
      ['', 'apiKey', 'SECRET_KEY', 'database_password', 'monkey', 'toggleToken'].filter(name => serviceOfName(name) !== undefined),
      [],
    );
  });
});
