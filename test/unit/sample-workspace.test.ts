import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../scripts/project-root.mjs';
import { runInMemory } from '../support/run-in-memory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('sample workspace', () => {
  it('has the keys that were planted, and no others', async () => {
    const cwd = await plantedWorkspace();
    assert.deepEqual(await findingsIn(cwd), [
      '.env:2 stripe-secret-key',
      '.env:3 url-password',
      'cmd/worker/main.go:10 github-classic-token',
      'config/database.yaml:7 url-password',
      'config/notify.json:4 slack-bot-token',
      'docker-compose.yml:7 generic-api-key',
      'jobs/summarize.py:7 anthropic-api-key',
      'jobs/train.py:5 huggingface-token',
      'mail/src/main/java/shop/Mailer.java:5 sendgrid-api-key',
      'scripts/deploy.sh:4 gitlab-access-token',
      'src/assistant.ts:3 openai-project-key',
      'src/payments.ts:3 stripe-secret-key',
      'src/payments.ts:13 stripe-secret-key',
      'web/checkout.php:5 groq-api-key',
    ]);
  });

  it('has no key before they are planted', async () => {
    assert.deepEqual(await findingsIn(join(projectRoot, 'test', 'fixtures', 'workspace')), []);
  });
});

/** The script is a module of its own: it is loaded as it stands, not bundled with the tests. */
async function plantedWorkspace(): Promise<string> {
  const script = pathToFileURL(join(projectRoot, 'scripts', 'sample-workspace.mjs')).href;
  const { createSampleWorkspace } = (await import(script)) as { createSampleWorkspace: (destination: string) => Promise<string> };
  return createSampleWorkspace(join(temporaryFolder(), 'shop'));
}

async function findingsIn(cwd: string): Promise<readonly string[]> {
  const { stdout } = await runInMemory(['scan', '--format', 'json'], { cwd });
  const { findings } = JSON.parse(stdout) as { findings: { path: string; line: number; ruleId: string }[] };
  return findings.map(({ path, line, ruleId }) => `${path}:${line} ${ruleId}`);
}
