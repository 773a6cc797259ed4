import assert from 'node:assert/strict';
import type { FixPlan } from '../../../../../src/engine/fixes/plan.ts';
import { planEnvironmentFix } from '../../../../../src/engine/fixes/plan-environment-fix.ts';
import { applyEdits } from '../../../../support/fix-fixtures.ts';
import { seededRandom } from '../../../../support/seeded-random.ts';

interface Writing {
  readonly file: string;
  /** The file with a value in it, and how the value is written there. */
  readonly text: (written: string) => string;
  readonly write: (value: string) => string;
  readonly reference: string;
}

const asJson = (value: string): string => JSON.stringify(value).slice(1, -1);
const asEntities = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const writings: Readonly<Record<string, Writing>> = {
  'double quotes in YAML': {
    file: 'application.yml',
    text: written => `a:\n  b: "Bearer ${written} x" # c\n  d: 1\n`,
    write: asJson,
    reference: `\${SERVICE_KEY}`,
  },
  'single quotes in YAML': {
    file: 'application.yml',
    text: written => `a: ['Bearer ${written}', b]\n`,
    write: value => value.replaceAll("'", "''"),
    reference: `\${SERVICE_KEY}`,
  },
  'a block in YAML': {
    file: 'application.yml',
    text: written => `a: |\n  first\n  key=${written};\n\nb: 2\n`,
    write: value => value,
    reference: `\${SERVICE_KEY}`,
  },
  JSON: {
    file: '.vscode/tasks.json',
    text: written => `{ "a": ["--key=${written}",], /* c */ "b": null }\n`,
    write: asJson,
    reference: `\${env:SERVICE_KEY}`,
  },
  'a text in XML': {
    file: 'settings.xml',
    text: written => `<settings>\r\n  <a b="1">x ${written} y</a>\r\n</settings>\r\n`,
    write: asEntities,
    reference: `\${env.SERVICE_KEY}`,
  },
  'an attribute in XML': {
    file: 'nuget.config',
    text: written => `<configuration><add key="a>b" value="x ${written}"/></configuration>\n`,
    write: asEntities,
    reference: '%SERVICE_KEY%',
  },
  properties: {
    file: 'application.properties',
    text: written => `a=1\nb.c : Bearer\\ ${written}\nd=2\n`,
    write: value => value.replaceAll('\\', '\\\\').replaceAll('é', '\\u00e9'),
    reference: `\${SERVICE_KEY}`,
  },
};

describe('a value of a configuration file', () => {
  for (const [name, writing] of Object.entries(writings)) {
    it(`is stored as ${name} mean it, and nothing else changes`, () => {
      const random = seededRandom(`stored values of ${name}`, 1);
      const characters = [...'abcXYZ0189"\'\\#:&<>=;,!?*@-_~^ é€😀'];
      for (let round = 0; round < 150; round++) {
        const value = `k${Array.from({ length: 12 }, () => random.pick(characters)).join('')}k`;
        const written = writing.write(value);
        const before = writing.text(written);
        const plan = planAt(writing.file, before, written);
        assert.equal(plan.kind, 'edits', before);
        assert.ok(plan.kind === 'edits');
        assert.equal(plan.value, value);
        assert.equal(applyEdits(before, plan.edits), writing.text(writing.reference));
      }
    });
  }

  it('that a tool computes is left alone', () => {
    for (const [file, text, written] of [
      ['application.yml', `a: x\${KEY}y\n`, `x\${KEY}y`],
      ['compose.yml', 'services: {a: {command: ab$cd}}\n', 'ab$cd'],
      ['group_vars/all.yml', 'a: "ab{{ key }}"\n', 'ab{{ key }}'],
      ['nuget.config', '<configuration><add key="a" value="ab%KEY%"/></configuration>', 'ab%KEY%'],
      ['config/services.yaml', "a: 'ab%key%'\n", 'ab%key%'],
    ] as const) {
      assert.equal(planAt(file, text, written).kind, 'withheld', text);
    }
  });

  it('has the tool’s own escapes undone before it is stored', () => {
    assert.equal(storedBy(planAt('compose.yml', 'services: {a: {command: "ab$$cd"}}\n', 'ab$$cd')), 'ab$cd');
    assert.equal(storedBy(planAt('config/services.yaml', "a: 'ab%%cd'\n", 'ab%%cd')), 'ab%cd');
    assert.equal(storedBy(planAt('.gitlab-ci.yml', 'variables: {A: "ab$$cd"}\n', 'ab$$cd')), 'ab$cd');
  });

  it('that begins inside an escape is left alone', () => {
    assert.equal(planAt('.vscode/tasks.json', '{ "a": "\\u0041bcdef" }', '0041bcdef').kind, 'withheld');
    assert.equal(planAt('settings.xml', '<settings><a>x&amp;bcdef</a></settings>', 'amp;bcdef').kind, 'withheld');
  });
});

function planAt(file: string, text: string, written: string): FixPlan {
  const start = text.indexOf(written);
  return planEnvironmentFix({
    source: { uri: `file:///project/${file}`, languageId: '', text },
    findings: [{ span: { start, end: start + written.length } }],
    variable: 'SERVICE_KEY',
    style: 'required',
    everyPlace: false,
  });
}

function storedBy(plan: FixPlan): string {
  assert.ok(plan.kind === 'edits');
  return plan.value;
}
