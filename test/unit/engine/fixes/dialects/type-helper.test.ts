import assert from 'node:assert/strict';
import { planEnvironmentFix } from '../../../../../src/engine/fixes/plan-environment-fix.ts';
import { applyEdits, fixSecret } from '../../../../support/fix-fixtures.ts';

describe('helper of another file', () => {
  const body = '{ String v = System.getenv(n); if (v == null || v.isEmpty()) throw new Error(n); return v; }';
  const java = (modifier: string, name = 'mustEnv', code = body): string =>
    `package shop;\n\nfinal class Env {\n    ${modifier}static String ${name}(String n) ${code}\n}\n`;

  it('is called where it is of the same package', () => {
    for (const modifier of ['', 'public ']) assert.match(fixed('shop', java(modifier)), /= Env\.mustEnv\("SERVICE_KEY"\);/);
  });

  it('is left alone where it cannot be seen, takes the empty text, or does something else', () => {
    const cases = [
      ['other', java('')],
      ['shop', java('private ')],
      ['shop', java('', 'mustEnv', '{ return java.util.Objects.requireNonNull(System.getenv(n)); }')],
      ['shop', java('', 'mustEnv', '{ String v = System.getenv(n); if (v == null) throw new Error(n); return v; }')],
      ['shop', java('', 'show')],
      ['shop', java('').replaceAll('static ', '')],
    ] as const;
    for (const [name, sibling] of cases) assert.match(fixed(name, sibling), /requireNonNull\(System\.getenv\("SERVICE_KEY"\)/, sibling);
  });

  function fixed(name: string, sibling: string): string {
    const text = `package ${name};\n\nclass Mailer {\n    String key = "${fixSecret}";\n}\n`;
    const start = text.indexOf(fixSecret);
    const plan = planEnvironmentFix({
      source: { uri: 'file:///project/Mailer.java', languageId: 'java', text },
      findings: [{ span: { start, end: start + fixSecret.length } }],
      variable: 'SERVICE_KEY',
      style: 'required',
      everyPlace: true,
      siblings: [sibling],
    });
    assert.ok(plan.kind === 'edits');
    return applyEdits(text, plan.edits);
  }
});
