import assert from 'node:assert/strict';
import { type StoreDialogs, storeSecret } from '../../../../src/editor/managers/store-secret.ts';
import { neverCancelled } from '../../../../src/engine/cancel.ts';
import type { SecretAddress } from '../../../../src/engine/managers/secret-address.ts';
import { failure, RememberingManagers } from '../../../support/remembering-managers.ts';

const value = ['Zk4q', '9Lm2', 'Xw7p'].join('');
const connection = { manager: 'vault', endpoint: '', container: 'secret', scope: '' } as const;

function address(text: string): SecretAddress {
  const [name = '', field = ''] = text.split(/\/(?=[^/]*$)/);
  return { manager: 'vault', container: 'secret', name, field };
}

/** What the user answers, in turn; what they were asked is written down. */
class Answers implements StoreDialogs {
  readonly asked: string[] = [];
  readonly #names: (string | undefined)[];
  mayBeUsed = true;
  existing: ('another-name' | 'new-version' | undefined)[] = [];
  again: ('again' | undefined)[] = [];

  constructor(...names: (string | undefined)[]) {
    this.#names = names;
  }

  async askName(proposed: string): Promise<SecretAddress | undefined> {
    this.asked.push(`name ${proposed}`);
    const name = this.#names.length === 0 ? proposed : this.#names.shift();
    return name === undefined ? undefined : address(name);
  }

  async mayUse(): Promise<boolean> {
    this.asked.push('place');
    return this.mayBeUsed;
  }

  async chooseForExisting({ version }: { readonly version?: string }): Promise<'another-name' | 'new-version' | undefined> {
    this.asked.push(`version ${version}`);
    return this.existing.shift();
  }

  async afterFailure(): Promise<'again' | undefined> {
    this.asked.push('failure');
    return this.again.shift();
  }

  async busy<T>(_: SecretAddress, run: (cancel: typeof neverCancelled) => Promise<T>): Promise<T> {
    return run(neverCancelled);
  }
}

async function store(managers: RememberingManagers, dialogs: Answers) {
  const stored = await storeSecret({ managers, dialogs }, { connection, proposed: address('shop/dev/A_KEY'), value });
  return stored && `${stored.address.name}/${stored.address.field}${stored.already ? ' already' : ''}`;
}

describe('storing a secret', () => {
  it('asks for its name and for the host before anything is sent', async () => {
    const managers = new RememberingManagers();
    const dialogs = new Answers('shop/A_KEY');
    assert.equal(await store(managers, dialogs), 'shop/A_KEY');
    assert.deepEqual(dialogs.asked, ['name shop/dev/A_KEY', 'place']);
    assert.deepEqual([...managers.secrets], [['shop/A_KEY', value]]);
  });

  it('sends nothing when the user goes back, or does not want that host', async () => {
    const managers = new RememberingManagers();
    assert.equal(await store(managers, new Answers(undefined)), undefined);
    const dialogs = new Answers();
    dialogs.mayBeUsed = false;
    assert.equal(await store(managers, dialogs), undefined);
    assert.deepEqual(managers.calls, []);
  });

  it('takes what is there already when it is the same', async () => {
    const managers = new RememberingManagers();
    managers.secrets.set('shop/dev/A_KEY', value);
    const dialogs = new Answers();
    assert.equal(await store(managers, dialogs), 'shop/dev/A_KEY already');
    assert.deepEqual(dialogs.asked, ['name shop/dev/A_KEY', 'place']);
  });

  it('tells of another value that is there, and overwrites nothing', async () => {
    const managers = new RememberingManagers();
    managers.secrets.set('shop/dev/A_KEY', 'another');
    const dialogs = new Answers('shop/dev/A_KEY', 'shop/dev/B_KEY');
    dialogs.existing = ['another-name'];
    assert.equal(await store(managers, dialogs), 'shop/dev/B_KEY');
    assert.deepEqual(dialogs.asked, ['name shop/dev/A_KEY', 'place', 'version 3', 'name shop/dev/A_KEY', 'place']);
    assert.equal(managers.secrets.get('shop/dev/A_KEY'), 'another');
    assert.deepEqual(managers.calls, ['create shop/dev/A_KEY', 'create shop/dev/B_KEY']);
  });

  it('adds a version only when the user says so', async () => {
    const managers = new RememberingManagers();
    managers.secrets.set('shop/dev/A_KEY', 'another');
    const refusing = new Answers();
    refusing.existing = [undefined];
    assert.equal(await store(managers, refusing), undefined);
    assert.equal(managers.secrets.get('shop/dev/A_KEY'), 'another');
    const dialogs = new Answers();
    dialogs.existing = ['new-version'];
    assert.equal(await store(managers, dialogs), 'shop/dev/A_KEY');
    assert.deepEqual(managers.calls.slice(1), ['create shop/dev/A_KEY', 'new-version shop/dev/A_KEY']);
    assert.equal(managers.secrets.get('shop/dev/A_KEY'), value);
  });

  it('tries again as often as the user wants, and finds what arrived unheard', async () => {
    const managers = new RememberingManagers();
    managers.faults.push(failure('unreachable'), failure('timed-out', true));
    const dialogs = new Answers();
    dialogs.again = ['again', 'again'];
    assert.equal(await store(managers, dialogs), 'shop/dev/A_KEY already');
    assert.deepEqual(dialogs.asked, ['name shop/dev/A_KEY', 'place', 'failure', 'failure']);
  });

  it('gives up when the user does', async () => {
    const managers = new RememberingManagers();
    managers.faults.push(failure('forbidden'));
    assert.equal(await store(managers, new Answers()), undefined);
    assert.deepEqual(managers.calls, ['create shop/dev/A_KEY']);
  });
});
