import assert from 'node:assert/strict';
import { type EnvironmentFixRequest, planEnvironmentFix } from '../../../../src/engine/fixes/plan-environment-fix.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { applyEdits, fixSecret } from '../../../support/fix-fixtures.ts';

function plan(text: string, more: Partial<EnvironmentFixRequest> = {}) {
  const filled = text.replaceAll('{{secret}}', fixSecret);
  const spans = [...filled.matchAll(new RegExp(fixSecret, 'g'))].map(({ index }) => ({
    span: { start: index, end: index + fixSecret.length },
  }));
  const source = { uri: 'file:///project/a', languageId: 'javascript', text: filled };
  const request = { source, findings: spans, variable: 'SERVICE_KEY', style: 'plain', everyPlace: true, ...more } as const;
  const result = planEnvironmentFix(request);
  if (result.kind === 'withheld') return { withheld: formatPhrase(result.reason) };
  return {
    text: applyEdits(filled, result.edits).replaceAll(fixSecret, '{{secret}}'),
    places: result.places,
    left: result.left.map(({ reason }) => formatPhrase(reason)),
  };
}

describe('environment fix', () => {
  it('replaces one place only, when asked for one', () => {
    assert.deepEqual(plan('a("{{secret}}"); b("{{secret}}");', { everyPlace: false }), {
      text: 'a(process.env.SERVICE_KEY); b("{{secret}}");',
      places: 1,
      left: [],
    });
  });

  it('replaces places that no finding names, but not a part of a longer word', () => {
    const first = 'a("'.length;
    const findings = [{ span: { start: first, end: first + fixSecret.length } }];
    assert.deepEqual(plan('a("{{secret}}"); b("{{secret}}"); c("{{secret}}1");', { findings }), {
      text: 'a(process.env.SERVICE_KEY); b(process.env.SERVICE_KEY); c("{{secret}}1");',
      places: 2,
      left: [],
    });
  });

  it('tells which places had to stay, and why', () => {
    assert.deepEqual(plan('// {{secret}}\na("{{secret}}", x`{{secret}}`);'), {
      text: '// {{secret}}\na(process.env.SERVICE_KEY, x`{{secret}}`);',
      places: 1,
      left: ['The value is in a comment: remove it there.', 'The template literal has a tag, which would receive different text.'],
    });
  });

  it('leaves a place where the same characters mean something else', () => {
    const source = { uri: '', languageId: 'python', text: 'a = r"x\\ny"\nb = "x\\ny"\n' };
    const findings = [{ span: { start: 6, end: 10 } }, { span: { start: 17, end: 21 } }];
    const result = planEnvironmentFix({ source, findings, variable: 'SERVICE_KEY', style: 'plain', everyPlace: true });
    assert.equal(result.kind === 'edits' && result.value, 'x\\ny');
    assert.deepEqual(result.kind === 'edits' && result.left.map(({ span }) => span.start), [17]);
  });

  it('never reads a variable that build tools publish', () => {
    assert.deepEqual(plan('a("{{secret}}")', { variable: 'NEXT_PUBLIC_KEY' }), {
      withheld: 'Variables named like NEXT_PUBLIC_KEY are built into what browsers download.',
    });
  });

  it('refuses names that no environment has', () => {
    for (const variable of ['1A', 'A-B', '', 'A B', 'A"'])
      assert.match(plan('a("{{secret}}")', { variable }).withheld ?? '', /is not a name/);
  });

  it('withholds without a finding', () => {
    assert.deepEqual(plan('a("{{secret}}")', { findings: [] }), { withheld: 'The value is no longer there.' });
  });

  it('uses a Go helper that another file of the package has', () => {
    const source = { uri: '', languageId: 'go', text: `package main\n\nvar key = "${fixSecret}"\n` };
    const findings = [{ span: { start: 25, end: 25 + fixSecret.length } }];
    const siblings = ['package main\n\nfunc mustEnv(name string) string {\n\treturn ""\n}\n'];
    const result = planEnvironmentFix({ source, findings, variable: 'SERVICE_KEY', style: 'required', everyPlace: true, siblings });
    assert.equal(result.kind === 'edits' && applyEdits(source.text, result.edits), 'package main\n\nvar key = mustEnv("SERVICE_KEY")\n');
  });

  it('withholds in a text too long to be read while somebody types', () => {
    assert.match(plan(`a("{{secret}}"); ${' '.repeat(1_000_000)}`).withheld ?? '', /too long/);
  });

  it('puts a lookup of its own in parentheses where an operator would take it apart', () => {
    const lookup = "process.env.SERVICE_KEY || (() => { throw new Error('SERVICE_KEY is not set'); })()";
    const cases = [
      "a = b ?? '{{secret}}';",
      "a = 'x' + '{{secret}}';",
      "a = '{{secret}}'.length;",
      "a = b === '{{secret}}' ? 1 : 2;",
      "f(!'{{secret}}');",
    ];
    for (const text of cases) assert.equal(plan(text, { style: 'required' }).text, text.replace("'{{secret}}'", `(${lookup})`));
  });

  it('writes a function for several places of JavaScript, and calls the one that is there', () => {
    const several = plan("a('{{secret}}');\nb('{{secret}}');\n", { style: 'required' }).text ?? '';
    assert.match(several, /^a\(requireEnv\('SERVICE_KEY'\)\);\nb\(requireEnv\('SERVICE_KEY'\)\);\n\nfunction requireEnv\(name\) \{\n/);
    const declared = "export function mustEnv(name) { return name; }\na('{{secret}}');";
    const imported = "import { requireEnv } from './env.js';\na(requireEnv('OTHER'), '{{secret}}');";
    assert.equal(plan(declared, { style: 'required' }).text, declared.replace("'{{secret}}'", "mustEnv('SERVICE_KEY')"));
    assert.equal(plan(imported, { style: 'required' }).text, imported.replace("'{{secret}}'", "requireEnv('SERVICE_KEY')"));
  });

  it('trusts no function of another shape', () => {
    for (const text of ["function requireEnv(a, b) {}\na('{{secret}}');", "import { requireEnv } from './env.js';\na('{{secret}}');"])
      assert.match(plan(text, { style: 'required' }).text ?? '', /process\.env\.SERVICE_KEY \|\| /);
  });

  it('asks Deno where the file does', () => {
    const text = 'Deno.serve(() => new Response("{{secret}}"));';
    assert.deepEqual(plan(text), { text: 'Deno.serve(() => new Response(Deno.env.get("SERVICE_KEY")));', places: 1, left: [] });
  });
});
