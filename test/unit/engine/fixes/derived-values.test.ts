// Keys that are not written as they are: the fix stores what the program reads, or is withheld.

import assert from 'node:assert/strict';
import type { FixPlan } from '../../../../src/engine/fixes/plan.ts';
import { planEnvironmentFix } from '../../../../src/engine/fixes/plan-environment-fix.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { applyEdits } from '../../../support/fix-fixtures.ts';
import { findingsOf, sampleSecret } from '../../../support/sample-secret.ts';

const key = sampleSecret('stripe-secret-key');
const [head, tail] = [key.slice(0, 5), key.slice(5)];

describe('environment fix of a key', () => {
  for (const [uri, text] of [
    ['pay.js', `const key = "${head}" + "${tail}";\n`],
    ['pay.ts', `const key = \`${head}\` +\n  '${tail}';\n`],
    ['pay.py', `key = ("${head}"\n       "${tail}")\n`],
    ['pay.php', `<?php\n$key = '${head}' . '${tail}';\n`],
    ['Pay.java', `class Pay { String key = "${head}" + "${tail}"; }\n`],
    ['pay.go', `package pay\n\nvar key = "${head}" + "${tail}"\n`],
    ['pay.rb', `key = "${head}" + "${tail}"\n`],
    ['Pay.cs', `class Pay { string key = "${head}" + "${tail}"; }\n`],
    ['pay.rs', `fn key() -> String { "${head}".to_owned() + &String::from("${tail}") + "" + "${head}" + "${tail}" }\n`],
  ] as const) {
    it(`that is joined from several strings is withheld: ${uri}`, () => {
      const plan = planFor(uri, text);
      assert.equal(plan.kind === 'withheld' && formatPhrase(plan.reason), 'The value is joined from several strings.');
    });
  }

  it('that is written with escapes stores the key', () => {
    const text = `const key = "\\x${key.charCodeAt(0).toString(16)}${key.slice(1)}";\n`;
    const plan = planFor('pay.js', text);
    assert.ok(plan.kind === 'edits');
    assert.equal(plan.value, key);
    assert.ok(!applyEdits(text, plan.edits).includes(key.slice(1)));
  });

  it('that goes on behind a backslash stores the joined lines, or is withheld where they mean something else', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const plan = planFor('pay.sh', `export KEY="${head}\\${lineEnd}${tail}"${lineEnd}`);
      assert.equal(plan.kind === 'edits' && plan.value, key);
    }
    assert.equal(planFor('pay.py', `key = "${head}\\\n${tail}"\n`).kind, 'withheld');
  });

  it('that is encoded stores the encoded text, which the program decodes as before', () => {
    const encoded = Buffer.from(`${key}\n`).toString('base64');
    const plan = planFor('pay.js', `const key = atob("${encoded}").trim();\n`);
    assert.equal(plan.kind === 'edits' && plan.value, encoded);
  });
});

function planFor(uri: string, text: string): FixPlan {
  const findings = findingsOf(text, uri);
  assert.equal(findings.length, 1);
  return planEnvironmentFix({
    source: { uri: `file:///project/${uri}`, languageId: '', text },
    findings,
    variable: 'PAY_KEY',
    style: 'plain',
    everyPlace: true,
  });
}
