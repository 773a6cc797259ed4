// What is wrong in settings or in the policy is said where people see it, with a button that opens it.
import assert from 'node:assert/strict';
import { Workbench } from './support/workbench.ts';

describe('settings and policy that are wrong', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({
      files: { 'client.ts': 'const a = 1;\n', '.keyhygiene.json': '{ "exclude": "generated" }\n' },
      settings: { 'keyHygiene.confidence': 'sure' },
    });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('are said once each', async () => {
    await workbench.open('client.ts');
    await workbench.waitForNotification(/“confidence” must be one of certain, likely, possible\./);
    await workbench.waitForNotification(/\.keyhygiene\.json does not count: “exclude” must be a list\./);
    assert.equal((await workbench.notifications()).length, 2);
  });

  it('can be opened from the notice', async () => {
    await workbench.pressButton('Open .keyhygiene.json');
    await workbench.editor.waitForTab('.keyhygiene.json');
  });
});
