import assert from 'node:assert/strict';
import { runCommand } from '../../../../../src/engine/env-file/encrypted/run-command.ts';

describe('the command that runs a program with an encrypted file', () => {
  it('names no file where dotenvx takes it by itself', () => assert.equal(runCommand('.env'), 'dotenvx run --'));

  it('names the file by its path from where it runs', () => {
    assert.equal(runCommand('packages/api/.env'), 'dotenvx run -f packages/api/.env --');
    assert.equal(runCommand('our api/.env.production'), 'dotenvx run -f "our api/.env.production" --');
  });

  it('names the file of private keys that is elsewhere', () => {
    assert.equal(runCommand('.env', '/home/me/my keys/shop.keys'), 'dotenvx run -fk "/home/me/my keys/shop.keys" --');
  });
});
