import assert from 'node:assert/strict';
import type { FileEdits, FixPlan, TextEdit } from '../../../../src/engine/fixes/plan.ts';
import type { EnvironmentFixRequest } from '../../../../src/engine/fixes/plan-environment-fix.ts';
import { planVerifiedFix } from '../../../../src/engine/fixes/plan-verified-fix.ts';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { testParsers } from '../../../support/syntax-parsers.ts';

describe('a verified fix', () => {
  it('is withheld when what it writes is not valid code', async () => {
    const plan = await planned('a.go', 'package a\n\nvar b = "here"\n', 'f(');
    assert.equal(plan.kind === 'withheld' && formatPhrase(plan.reason), 'The change would not be valid Go.');
  });

  it('is the plan itself when the code stays valid', async () => {
    const plan = await planned('a.go', 'package a\n\nvar b = "here"\n', 'f()');
    assert.equal(plan.kind, 'edits');
  });

  it('is the plan itself where there is no grammar', async () => {
    const plan = await planned('a.unknown', 'b = "here"\n', 'f(');
    assert.equal(plan.kind, 'edits');
  });

  it('is planned with the tree of the text', async () => {
    const seen: (string | undefined)[] = [];
    await planned('a.go', 'package a\n\nvar b = "here"\n', 'f()', ({ syntax }) => seen.push(syntax?.text));
    assert.deepEqual(seen, ['package a\n\nvar b = "here"\n']);
  });

  it('is planned without a tree once the text has changed', async () => {
    const seen: unknown[] = [];
    const cancel = { isCancellationRequested: true };
    await planned('cancelled.go', 'package a\n\nvar b = "here"\n', 'f(', ({ syntax }) => seen.push(syntax), cancel);
    assert.deepEqual(seen, [undefined]);
  });
});

describe('a verified fix of two files', () => {
  const also = (newText: string): FileEdits => ({
    path: 'lib/b.ts',
    text: '',
    edits: [{ span: { start: 0, end: 0 }, newText }],
    isNew: true,
  });

  it('is withheld when the file it makes is not valid code', async () => {
    const plan = await planned('a.go', 'package a\n\nvar b = "here"\n', 'f()', () => {}, undefined, also('export const = 1;\n'));
    assert.equal(plan.kind === 'withheld' && formatPhrase(plan.reason), 'The change would not be valid TypeScript.');
  });

  it('is the plan itself when both are valid', async () => {
    const plan = await planned('a.ts', 'const b = "here";\n', 'f()', () => {}, undefined, also('export const c = 1;\n'));
    assert.equal(plan.kind, 'edits');
  });
});

/** A fix that puts some text in the place of `"here"`. */
function planned(
  file: string,
  text: string,
  newText: string,
  look: (request: EnvironmentFixRequest) => void = () => {},
  cancel = { isCancellationRequested: false },
  also?: FileEdits,
): Promise<FixPlan> {
  const start = text.indexOf('"here"');
  const edits: TextEdit[] = [{ span: { start, end: start + '"here"'.length }, newText }];
  const source = { uri: `file:///project/${file}`, languageId: '', text };
  const request: EnvironmentFixRequest = { source, findings: [], variable: 'A', style: 'plain', everyPlace: false };
  const plan = (given: EnvironmentFixRequest): FixPlan => {
    look(given);
    return { kind: 'edits', edits, variable: 'A', value: 'here', places: 1, left: [], ...(also && { also: [also] }) };
  };
  return planVerifiedFix(request, plan, testParsers, cancel);
}
