import assert from 'node:assert/strict';
import { applyTextEdits } from '../../../../../src/engine/fixes/apply-text-edits.ts';
import { isInstalled, run, write } from '../../../../support/fixed-programs.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { testEngine } from '../../../../support/test-engine.ts';

describe('the repair of a variable between single quotes', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['swaps the quotes where the text means the same', `curl -H 'A: Bearer $API_KEY' -k`, `curl -H "A: Bearer $API_KEY" -k`],
    ['takes the variable out of a text with quotes', `curl -d '{"a":"$API_KEY"}'`, `curl -d '{"a":"'"$API_KEY"'"}'`],
    ['leaves other variables as they are', `curl -d '$HOME \${API_KEY} "$b"'`, `curl -d '$HOME '"\${API_KEY}"' "$b"'`],
    ['swaps no quotes that keep another variable from being read', `curl -u '$HOME:$API_KEY'`, `curl -u '$HOME:'"$API_KEY"`],
    ['takes every key out', `curl -d '{"$API_KEY":\n"$AUTH_TOKEN"}'`, `curl -d '{"'"$API_KEY"'":\n"'"$AUTH_TOKEN"'"}'`],
  ];

  for (const [does, before, after] of cases) it(does, () => assert.equal(repair(before), after));

  it('fills the keys in, and nothing else', function () {
    if (!isInstalled('sh')) this.skip();
    const script = cases.map(([, before]) => `${repair(before)}\n`).join('');
    const file = write(`${temporaryFolder()}/send.sh`, `curl() { printf '%s\\n' "$@"; }\nAPI_KEY=one AUTH_TOKEN=two\n${script}`);
    const sent = run('sh', [file], '.');
    assert.equal(sent, '-H\nA: Bearer one\n-k\n-d\n{"a":"one"}\n-d\n$HOME one "$b"\n-u\n$HOME:one\n-d\n{"one":\n"two"}\n');
  });
});

function repair(text: string): string {
  const { problems = [] } = testEngine().report({ uri: '/project/send.sh', languageId: '', text: `${text}\n` });
  const [found] = problems.filter(({ checkId }) => checkId === 'unexpanded-variable');
  const [edits] = found?.repairs ?? [];
  assert.ok(edits?.kind === 'edits');
  return applyTextEdits(text, edits.edits);
}
