import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../../../scripts/project-root.mjs';
import { formatFixOf, formats } from '../../../../../src/engine/fixes/formats/catalogue.ts';
import { planEnvironmentFix } from '../../../../../src/engine/fixes/plan-environment-fix.ts';
import { formatPhrase } from '../../../../../src/engine/phrase.ts';
import { fixFixtures, fixSecret, planFixture } from '../../../../support/fix-fixtures.ts';

const ids = new Set(formats.map(({ id }) => id));
const fixtures = fixFixtures().filter(({ language }) => ids.has(language));

describe('formats of configuration files', () => {
  it('have names and titles of their own', () => {
    assert.equal(ids.size, formats.length);
    assert.equal(new Set(formats.map(({ title }) => title)).size, formats.length);
  });

  it('each have cases: five where keys are replaced, one where there is only advice', () => {
    for (const { id } of formats) {
      const own = fixtures.filter(({ language }) => language === id);
      const isAdvised = own.every(({ expected }) => expected.kind === 'withheld');
      assert.ok(own.length >= (isAdvised ? 1 : 5), `${id}: ${own.length}`);
    }
    assert.ok(fixtures.length >= 200);
  });

  it('are those that the cases were written for', () => {
    for (const { language, name, entry, before } of fixtures) {
      const source = { uri: `file:///project/${entry?.path}`, languageId: entry?.languageId ?? '', text: before };
      assert.equal(formatFixOf(source)?.id, language, `${language}/${name}`);
    }
  });

  it('leave no key behind, neither in the file nor in what they say', () => {
    for (const fixture of fixtures) {
      const plan = planFixture(fixture);
      const said =
        plan.kind === 'edits'
          ? [...plan.edits.map(({ newText }) => newText), ...(plan.next ?? []).map(formatPhrase)]
          : [formatPhrase(plan.reason)];
      assert.ok(!said.join('\n').includes(fixSecret), `${fixture.language}/${fixture.name}`);
      assert.ok(plan.kind === 'withheld' || plan.value === fixSecret, `${fixture.language}/${fixture.name}`);
    }
  });

  it('are none for code and for files without a tool of their own', () => {
    for (const file of ['src/app.ts', 'config.json', 'data.yml', 'settings.toml', 'template.html', 'notes.txt', 'src/app.py']) {
      assert.equal(formatFixOf({ uri: `file:///project/${file}`, languageId: '', text: 'key: 1\n' }), undefined, file);
    }
  });

  it('load no parser before a fix needs it', () => {
    const folder = path.join(projectRoot, 'src', 'engine', 'fixes', 'formats');
    for (const file of readdirSync(folder)) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      assert.doesNotMatch(text, /^import (?!type\b).* from '(?:yaml|@rgrove\/parse-xml)'/m, file);
    }
  });

  it('refuse a name that is none', () => {
    const text = 'services: {a: {command: abc}}\n';
    const source = { uri: 'file:///project/compose.yml', languageId: 'yaml', text };
    const plan = planEnvironmentFix({
      source,
      findings: [{ span: { start: 24, end: 27 } }],
      variable: 'a b',
      style: 'required',
      everyPlace: true,
    });
    assert.equal(plan.kind, 'withheld');
  });
});

describe('what is left to do after a fix', () => {
  const next = (language: string, name: string): readonly string[] => {
    const fixture = fixtures.find(candidate => candidate.language === language && candidate.name === name);
    assert.ok(fixture, `${language}/${name}`);
    const plan = planFixture(fixture);
    assert.ok(plan.kind === 'edits');
    return (plan.next ?? []).map(formatPhrase);
  };

  it('is nothing where the tool reads .env', () => {
    assert.deepEqual(next('docker-compose', 'environment-map'), []);
  });

  it('is to give the value to who runs the file, never as an argument', () => {
    assert.deepEqual(next('github-actions', 'step-environment'), [
      'Add SERVICE_KEY to the secrets of the repository: “gh secret set SERVICE_KEY” asks for its value.',
    ]);
    assert.deepEqual(next('kubernetes', 'container-variable'), [
      'Create the Secret first; its value is read from standard input: kubectl create secret generic web-secrets --from-file=SERVICE_KEY=/dev/stdin',
    ]);
    assert.deepEqual(next('kubernetes', 'known-secret'), ['Add the key SERVICE_KEY to the Secret web before you apply this.']);
    assert.deepEqual(next('dockerfile', 'run-header'), [
      'Pass the secret to the build: docker build --secret id=SERVICE_KEY takes it from the variable SERVICE_KEY.',
    ]);
    assert.deepEqual(next('npmrc', 'token'), ['npm reads no .env by itself: set SERVICE_KEY in the environment it runs in.']);
  });

  it('names the variable that Terraform or its provider reads', () => {
    assert.match(next('terraform', 'whole-value').join(), /set TF_VAR_service_key in/);
    assert.match(next('terraform', 'default-of-a-short-variable').join(), /set TF_VAR_token in/);
    assert.match(next('terraform', 'provider').join(), /set GITHUB_TOKEN in/);
  });
});
