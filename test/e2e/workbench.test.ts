// The packaged extension starts in the real workbench.
import assert from 'node:assert/strict';
import { Workbench } from './support/workbench.ts';

describe('the workbench with the VSIX installed', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.launch({ files: { 'notes.txt': 'nothing to see\n' } });
  });
  afterEach(async function () {
    await workbench.screenshotOnFailure(this.currentTest);
  });
  after(() => workbench.dispose());

  it('has the Key Hygiene container in the activity bar, with the Keys view in it', async () => {
    await workbench.keys.show();
  });

  it('opens a clean file without a squiggle', async () => {
    const editor = await workbench.open('notes.txt');
    assert.equal((await editor.text()).trimEnd(), 'nothing to see');
    assert.deepEqual(await editor.squiggles(), []);
  });
});
