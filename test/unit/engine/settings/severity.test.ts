import assert from 'node:assert/strict';
import { emptyPolicy } from '../../../../src/engine/settings/policy.ts';
import { defaultSettings, type Severity } from '../../../../src/engine/settings/settings.ts';
import { severityOf } from '../../../../src/engine/settings/severity.ts';

describe('how loud a finding is', () => {
  const finding = { ruleId: 'a-rule', confidence: 'likely' } as const;
  const severity = (person: Record<string, Severity>, project: Record<string, Severity> = {}): Severity =>
    severityOf(finding, { ...defaultSettings, severity: person, policy: { ...emptyPolicy, severity: project } });

  it('follows from the confidence where nothing is set', () => {
    assert.equal(severity({}), 'warning');
    assert.equal(severityOf({ ...finding, confidence: 'certain' }, defaultSettings), 'error');
    assert.equal(severityOf({ ...finding, confidence: 'possible' }, defaultSettings), 'information');
  });

  it('is what the person set for the rule before what the project set', () => {
    assert.equal(severity({ 'a-rule': 'hint' }, { 'a-rule': 'error' }), 'hint');
  });

  it('is what is set for the rule before what is set for all', () => {
    assert.equal(severity({ '*': 'off' }, { 'a-rule': 'error' }), 'error');
    assert.equal(severity({ '*': 'off' }, { '*': 'error' }), 'off');
    assert.equal(severity({}, { '*': 'error' }), 'error');
  });
});
