// Whatever a fix writes, the index reads: every text of test/fixtures/fixes after its fix uses the variable.

import assert from 'node:assert/strict';
import { findUsages } from '../../../../src/engine/usages/find-usages.ts';
import type { Usage } from '../../../../src/engine/usages/usage.ts';
import { type FixFixture, fixFixtures, fixVariable } from '../../../support/fix-fixtures.ts';

/** Why the text does not say the variable's name any more. */
const unnamed: Readonly<Record<string, readonly string[]>> = {
  'the row goes, and its value stands in the settings of the pipeline': [
    'circleci/row-of-the-variable',
    'gitlab-ci/last-row',
    'gitlab-ci/only-row',
    'gitlab-ci/row-of-the-variable',
  ],
  'an input of the action carries it': ['github-composite-action/action-input'],
  'another variable carries it, under its own name': ['jenkinsfile/environment-of-a-stage', 'terraform/default-of-a-short-variable'],
  'the client or the provider reads its variable itself': ['terraform/provider'],
  'an object or a function of the project carries it': [
    'own-pattern/go-env-of-another-package',
    'own-pattern/go-env-parameter',
    'own-pattern/laravel-code',
    'own-pattern/plain-dotnet-configuration-builder',
    'own-pattern/pydantic-settings',
    'own-pattern/pydantic-settings-default',
    'own-pattern/starlette-config',
    'own-pattern/zod-object',
  ],
};
const exceptions = new Set(Object.values(unnamed).flat());

/** Whole folders: clients that read their own variables, the key of the gateway instead, and the name in a secret manager. */
const otherWays: ReadonlySet<string> = new Set(['sdk', 'gateway', 'manager']);

describe('lookups that fixes write', () => {
  const fixtures = fixFixtures().filter(({ language, expected }) => expected.kind === 'after' && !otherWays.has(language));
  for (const folder of new Set(fixtures.map(({ language }) => language))) {
    it(`are usages of the variable in ${folder}`, () => {
      const unseen = fixtures
        .filter(fixture => fixture.language === folder && !isSeen(fixture))
        .map(nameOf)
        .toSorted();
      assert.deepEqual(unseen, [...exceptions].filter(name => name.startsWith(`${folder}/`)).toSorted());
    });
  }
});

describe('calls of helpers that fixes write', () => {
  const fixtures = fixFixtures().filter(
    ({ expected, entry }) => expected.kind === 'after' && entry?.way === 'manager' && isCode(entry.path ?? ''),
  );
  for (const fixture of fixtures) {
    // Named otherwise in the file, they are not known for what they are.
    if (/^(?:js-commonjs-known|py-known|go-known|ts-helper-elsewhere)$/.test(fixture.name)) continue;
    // These steps fetch all there is, and name no secret.
    if (/^gha-(?:doppler|infisical)$/.test(fixture.name)) continue;
    it(`are references to a manager: ${nameOf(fixture)}`, () => {
      const { name = '', field } = fixture.entry?.manager?.address ?? {};
      const isMeant = ({ kind, name: called, address }: Usage): boolean =>
        kind === 'manager' && (address ? address.name === name && (address.field ?? field) === field : called?.includes(name) === true);
      assert.ok(usagesOf(fixture).some(isMeant));
    });
  }
});

/** Tools have references of their own: theirs are tried with the formats. */
function isCode(path: string): boolean {
  return !/\.(?:ya?ml|json|tf|hcl)$/.test(path);
}

function nameOf({ language, name }: FixFixture): string {
  return `${language}/${name}`;
}

function isSeen(fixture: FixFixture): boolean {
  const names = usagesOf(fixture).map(({ name }) => name);
  return [fixVariable, `TF_VAR_${fixVariable.toLowerCase()}`, 'Service__Key'].some(name => names.includes(name));
}

function usagesOf({ file, entry, expected }: FixFixture): readonly Usage[] {
  const text = expected.kind === 'after' ? expected.text : '';
  const source = { uri: `file:///project/${entry?.path ?? `src/${file}`}`, languageId: entry?.languageId ?? '', text };
  return findUsages(source, { findings: [], secrets: [] }, () => 'fingerprint');
}
