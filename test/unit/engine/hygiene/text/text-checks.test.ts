import assert from 'node:assert/strict';
import { applyTextEdits } from '../../../../../src/engine/fixes/apply-text-edits.ts';
import type { Problem } from '../../../../../src/engine/hygiene/problem.ts';
import { textChecks } from '../../../../../src/engine/hygiene/text/catalogue.ts';
import { type CheckCase, checkCases } from '../../../../support/check-cases.ts';
import { fillCheckCase } from '../../../../support/fill-check-case.ts';
import { testEngine } from '../../../../support/test-engine.ts';

describe('checks of one text', () => {
  for (const [id, cases] of Object.entries(checkCases)) {
    for (const each of cases) it(titleOf(id, each), () => assertReported(id, each));
  }

  it('has cases that are wrong and look-alikes that are not for every check', () => {
    const covered = textChecks.filter(({ id }) => {
      const cases = checkCases[id] ?? [];
      return cases.some(([, text]) => text.includes('«')) && cases.some(([, text]) => !text.includes('«'));
    });
    // Its cases are made in a test of its own: certificates cannot be written down here.
    assert.deepEqual(
      textChecks.map(({ id }) => id).filter(id => id !== 'certificate-expired'),
      covered.map(({ id }) => id),
    );
  });
});

function titleOf(id: string, [file, text]: CheckCase): string {
  const line = text.split('\n').find(each => each.includes('«')) ?? text.split('\n')[0];
  return `${id}: ${text.includes('«') ? 'reports' : 'leaves alone'} ${file} ${line?.replace(/[«»]/g, '').slice(0, 90)}`;
}

function assertReported(id: string, each: CheckCase): void {
  const { text, spans } = fillCheckCase(each[1]);
  const problems = problemsOf(id, each[0], text);
  assert.deepEqual(
    problems.map(({ span }) => text.slice(span.start, span.end)),
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  assert.deepEqual(
    problems.map(({ span }) => span),
    spans,
  );
  for (const { repairs = [] } of problems) {
    for (const repair of repairs) {
      if (!('edits' in repair)) continue;
      const repaired = applyTextEdits(text, repair.edits);
      assert.ok(problemsOf(id, each[0], repaired).length < problems.length, `still there after the repair:\n${repaired}`);
    }
  }
}

function problemsOf(id: string, file: string, text: string): readonly Problem[] {
  const { problems = [] } = testEngine().report({ uri: `/project/${file}`, languageId: '', text });
  return problems.filter(({ checkId }) => checkId === id);
}
