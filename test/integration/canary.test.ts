// Whatever the extension shows or hands to VS Code for a document full of keys holds none of them: only masks.
import assert from 'node:assert/strict';
import { findLeak } from '../support/find-leak.ts';
import { sampleSecret } from '../support/sample-secret.ts';
import { hoverOn } from './support/hover.ts';
import { waitForDiagnostics } from './support/key-hygiene-diagnostics.ts';
import { quickFixesOn } from './support/quick-fixes.ts';
import { resetSettings } from './support/settings.ts';
import { clearWorkspace, freshName, openFile } from './support/workspace.ts';

const rules = ['openai-project-key', 'stripe-secret-key', 'anthropic-api-key'];
const keys = rules.map((rule, index) => sampleSecret(rule, 301 + index));

describe('what the editor is told', () => {
  afterEach(async () => {
    await resetSettings();
    await clearWorkspace();
  });

  it('holds no key: diagnostics, hovers, and titles, reasons and arguments of quick fixes', async () => {
    const lines = keys.map((key, index) => `const key${index} = "${key}"; const other${index} = process.env.OTHER_API_KEY;`);
    const { document } = await openFile(freshName('client.ts'), `${lines.join('\n')}\n`);
    refuseLeak('diagnostics', await waitForDiagnostics(document.uri, keys.length));
    for (const key of keys) {
      refuseLeak('hover', await hoverOn(document, key));
      const actions = await quickFixesOn(document, key);
      assert.ok(actions.length > 0);
      // Edits are left out: they are the document's own text.
      refuseLeak(
        'quick fixes',
        actions.map(({ title, disabled, command }) => ({ title, disabled, command })),
      );
    }
  });
});

function refuseLeak(name: string, output: unknown): void {
  for (const key of keys) assert.equal(findLeak(key, output), undefined, name);
}
