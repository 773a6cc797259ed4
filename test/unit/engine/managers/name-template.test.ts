import assert from 'node:assert/strict';
import { fillNameTemplate } from '../../../../src/engine/managers/name-template.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';

const parts = { variable: 'OPENAI_API_KEY', app: 'shop', environment: 'dev' };

describe('the naming template of secrets', () => {
  const cases: readonly (readonly [template: string, changed: Partial<typeof parts>, steps: readonly string[], field?: string])[] = [
    ['{app}/{env}/{NAME}', {}, ['shop', 'dev', 'OPENAI_API_KEY']],
    ['{app}/{env}/{NAME}', { environment: '' }, ['shop', 'OPENAI_API_KEY']],
    ['{app}/{env}/{NAME}', { app: '', environment: '' }, ['OPENAI_API_KEY']],
    ['{env}-{app}-{NAME}', { environment: '' }, ['shop-OPENAI_API_KEY']],
    ['{NAME}-{env}', { environment: '' }, ['OPENAI_API_KEY']],
    ['{NAME}.{app}.{env}', { app: '', environment: '' }, ['OPENAI_API_KEY']],
    ['team/{app}_{env}/{NAME}', { app: '' }, ['team', 'dev', 'OPENAI_API_KEY']],
    ['{app}/{env}#{NAME}', {}, ['shop', 'dev'], 'OPENAI_API_KEY'],
    ['{app}/{NAME}#value', {}, ['shop', 'OPENAI_API_KEY'], 'value'],
    ['/{app}//{NAME}/', {}, ['shop', 'OPENAI_API_KEY']],
    ['{app}/{NAME}', { app: '@acme/web shop' }, ['acme-web-shop', 'OPENAI_API_KEY']],
    ['{app}/{NAME}', { app: '{env}' }, ['-env-', 'OPENAI_API_KEY']],
  ];
  for (const [template, changed, steps, field] of cases) {
    it(`fills ${template} with ${JSON.stringify({ ...parts, ...changed })}`, () => {
      const filled = fillNameTemplate(template, { ...parts, ...changed });
      assert.deepEqual(filled, { kind: 'filled', steps, ...(field !== undefined && { field }) });
    });
  }

  const refusals: readonly (readonly [template: string, changed: Partial<typeof parts>, reason: RegExp])[] = [
    ['{app}/{env}', {}, /lacks \{NAME\}/],
    ['{app}/{name}', {}, /has \{name\}/],
    ['{app}/{NAME}', { variable: ' ' }, /no name/],
    ['#{NAME}', {}, /no name/],
  ];
  for (const [template, changed, reason] of refusals) {
    it(`refuses ${template} with ${JSON.stringify(changed)}`, () => {
      const filled = fillNameTemplate(template, { ...parts, ...changed });
      assert.match(filled.kind === 'refused' ? formatPhrase(filled.reason) : 'filled', reason);
    });
  }
});
