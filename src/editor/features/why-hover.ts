// The hover on a finding: which rule, what exactly it took, and what spoke for and against it.

import * as vscode from 'vscode';
import { providerById } from '../../engine/rules/providers.ts';
import { titleOf } from '../../engine/rules/title-of.ts';
import type { LocatedFinding } from '../../engine/scan/file-report.ts';
import type { Reason, Trace } from '../../engine/scan/trace.ts';
import type { Boundary } from '../commands.ts';
import { rangeOf, translate } from '../convert.ts';
import { DisposableStore } from '../disposables.ts';
import { documentSelector, sourceOf } from '../documents.ts';
import type { Engines } from '../engines.ts';
import type { EnvironmentFix } from '../environment-fix.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import type { FindingsStore } from '../findings-store.ts';
import { linkCommands } from '../ids.ts';
import type { Place } from '../requests.ts';
import type { StorePlaces } from '../store-places.ts';

export interface WhyHoverDeps {
  readonly engines: Engines;
  readonly findings: FindingsStore;
  readonly environmentFix: EnvironmentFix;
  readonly storePlaces: StorePlaces;
  readonly boundary: Boundary;
}

export function registerWhyHover(deps: WhyHoverDeps): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.languages.registerHoverProvider(documentSelector, {
      provideHover: (document, position) => hoverAt(deps, document, position),
    }),
  );
  store.add(deps.boundary.registerCommand(linkCommands.explain, showHover));
  return store;
}

async function showHover({ uri, range }: Place): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { preserveFocus: false });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.showHover');
}

async function hoverAt(deps: WhyHoverDeps, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
  const [finding] = deps.findings.at(document, new vscode.Range(position, position));
  if (!finding) return undefined;
  const traces = deps.engines.forUri(document.uri).explain(sourceOf(document), finding.span);
  const withheld = await withheldReason(deps, document, finding);
  const trace = traces.find(({ ruleId }) => ruleId === finding.ruleId) ?? traces[0];
  return new vscode.Hover([describe(finding, trace, withheld)], rangeOf(finding));
}

async function withheldReason(
  { environmentFix, storePlaces }: WhyHoverDeps,
  document: vscode.TextDocument,
  finding: LocatedFinding,
): Promise<string | undefined> {
  const plan = await environmentFix.plan(document, finding);
  if (plan.kind === 'withheld') return translate(plan.reason);
  const place = await storePlaces.placeOf(document);
  return 'kind' in place ? translate(place.reason) : undefined;
}

function describe(finding: LocatedFinding, trace: Trace | undefined, withheld: string | undefined): vscode.MarkdownString {
  const { ruleId, masked } = finding;
  const reasons = trace?.reasons ?? [];
  const links = [
    `[${vscode.l10n.t('About this rule')}](${link(linkCommands.showRule, ruleId)})`,
    `[${vscode.l10n.t('Copy masked')}](${link(linkCommands.copyMasked, masked)})`,
  ];
  const paragraphs = [
    `**${escapeMarkdown(titleOf(finding))}** ${escapeMarkdown(masked)}`,
    [
      ...summaryOf(finding, trace).map(line => `- ${escapeMarkdown(line)}`),
      ...reasons.map(({ verdict, detail }) => `- ${signs[verdict]} ${escapeMarkdown(detail)}`),
    ].join('\n'),
    withheld && `$(info) ${escapeMarkdown(vscode.l10n.t('No replacement is offered: {0}', withheld))}`,
    links.join(' · '),
  ];
  const hover = new vscode.MarkdownString(paragraphs.filter(Boolean).join('\n\n'), true);
  hover.isTrusted = { enabledCommands: [linkCommands.showRule, linkCommands.copyMasked] };
  return hover;
}

function summaryOf(finding: LocatedFinding, trace: Trace | undefined): string[] {
  const { ruleId, provider, confidence, name, facts } = finding;
  return [
    vscode.l10n.t('rule {0}, provider {1}, {2}', ruleId, providerById(provider)?.title ?? provider, confidence),
    placeText(finding),
    name === undefined ? '' : vscode.l10n.t('assigned to {0}', name),
    trace ? vscode.l10n.t('{0} characters, entropy {1} bits a character', trace.length, trace.entropy.toFixed(1)) : '',
    // The reasons tell most facts already.
    ...(facts ?? []).filter(fact => !trace?.reasons.some(({ detail }) => detail === fact)),
  ].filter(line => line !== '');
}

/** The captured span as the status bar counts: lines and columns from 1, the end included. */
function placeText({ line, column, endLine, endColumn }: LocatedFinding): string {
  return line === endLine
    ? vscode.l10n.t('line {0}, columns {1} to {2}', line + 1, column + 1, endColumn)
    : vscode.l10n.t('line {0}, column {1}, to line {2}, column {3}', line + 1, column + 1, endLine + 1, endColumn);
}

const signs: Readonly<Record<Reason['verdict'], string>> = { believe: '$(add)', doubt: '$(dash)', refuse: '$(close)' };

function link(command: string, argument: string): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`);
}
