// Problems around keys in the text and in the Problems panel: a projection of their store.

import * as vscode from 'vscode';
import { checkById } from '../../engine/hygiene/catalogue.ts';
import { checkSeverity } from '../../engine/hygiene/check-severity.ts';
import type { Problem } from '../../engine/hygiene/problem.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Boundary } from '../commands.ts';
import { rangeOf, severityLevels, translate } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import type { Engines } from '../engines.ts';
import { diagnosticSource } from '../ids.ts';
import type { ProblemsStore } from '../problems-store.ts';
import { rulePageOf } from '../rule-page-uri.ts';

export interface ProblemDiagnosticsDeps {
  readonly engines: Engines;
  readonly problems: ProblemsStore;
  readonly boundary: Boundary;
}

export function registerProblemDiagnostics({ engines, problems, boundary }: ProblemDiagnosticsDeps): vscode.Disposable {
  const store = new DisposableStore();
  const collection = store.add(vscode.languages.createDiagnosticCollection(`${diagnosticSource}: checks`));
  const published = new Map<string, string>();
  const publish = (uri: vscode.Uri): void => {
    const { settings } = engines.forUri(uri);
    const diagnostics = problems.of(uri).flatMap(problem => diagnosticOf(problem, settings) ?? []);
    const content = JSON.stringify(diagnostics);
    if (content === (published.get(uri.toString()) ?? '[]')) return;
    if (diagnostics.length === 0) published.delete(uri.toString());
    else published.set(uri.toString(), content);
    collection.set(uri, diagnostics);
  };
  store.add(problems.onDidChange(boundary.guardSync('publish problems', publish)));
  return store;
}

function diagnosticOf(problem: Problem, settings: Settings): vscode.Diagnostic | undefined {
  const check = checkById(problem.checkId);
  const severity = check && severityLevels[checkSeverity(check, settings)];
  if (severity === undefined) return undefined;
  const diagnostic = new vscode.Diagnostic(rangeOf(problem), translate(problem.message), severity);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: problem.checkId, target: rulePageOf(problem.checkId) };
  const { related = [] } = problem;
  diagnostic.relatedInformation = related.map(({ uri, line, column, message }) => {
    const location = new vscode.Location(vscode.Uri.parse(uri), new vscode.Position(line, column));
    return new vscode.DiagnosticRelatedInformation(location, translate(message));
  });
  return diagnostic;
}
