// The page behind a diagnostic's code: what the rule looks for and what can be done, made from the catalogue, offline.

import * as vscode from 'vscode';
import { checkById } from '../../engine/hygiene/catalogue.ts';
import type { Check } from '../../engine/hygiene/check.ts';
import { ruleById } from '../../engine/rules/catalogue.ts';
import { providerById } from '../../engine/rules/providers.ts';
import type { Rule } from '../../engine/rules/rule.ts';
import type { Boundary } from '../commands.ts';
import { DisposableStore } from '../disposables.ts';
import { linkCommands } from '../ids.ts';
import { ruleIdOf, rulePageOf, rulePageScheme } from '../rule-page-uri.ts';

export function registerRulePage({ boundary }: { readonly boundary: Boundary }): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, {
      provideTextDocumentContent: uri => pageOf(ruleIdOf(uri)),
    }),
  );
  store.add(
    boundary.registerCommand(linkCommands.showRule, async (ruleId: string) => {
      // As text: a rendered preview needs a webview, which not every host can show.
      await vscode.commands.executeCommand('vscode.open', rulePageOf(ruleId));
    }),
  );
  return store;
}

function pageOf(ruleId: string): string {
  const check = checkById(ruleId);
  if (check) return describeCheck(check);
  const rule = ruleById(ruleId);
  return rule
    ? describe(rule)
    : vscode.l10n.t('“{0}” is not in the catalogue. A rule of the project’s own is described in `.keyhygiene.json`.', ruleId);
}

function describeCheck({ id, title, why, severity, source }: Check): string {
  const facts = [
    vscode.l10n.t('Check: `{0}`', id),
    vscode.l10n.t('Severity where none is set: {0}', severity),
    source && vscode.l10n.t('Described at: <{0}>', source),
  ].filter(fact => fact !== undefined && fact !== '');
  return [
    `# ${title}`,
    facts.map(fact => `- ${fact}`).join('\n'),
    why,
    `## ${vscode.l10n.t('When it is meant to be so')}`,
    vscode.l10n.t(
      'A comment (`key-hygiene:ignore {0}`) ignores it in one place, an entry in `.keyhygiene.json` in a folder, and a setting everywhere:',
      id,
    ),
    `\`\`\`json\n"keyHygiene.severity": { "${id}": "off" }\n\`\`\``,
  ].join('\n\n');
}

function describe(rule: Rule): string {
  const provider = providerById(rule.provider);
  const variable = rule.variable ?? provider?.variable;
  const facts = [
    vscode.l10n.t('Rule: `{0}`', rule.id),
    vscode.l10n.t('Provider: {0}', provider?.title ?? rule.provider),
    vscode.l10n.t('Kind of key: {0}', rule.kind),
    vscode.l10n.t('Confidence: {0}', rule.confidence),
    variable && vscode.l10n.t('Environment variable: `{0}`', variable),
    rule.source && vscode.l10n.t('Format described at: <{0}>', rule.source),
    provider?.revokeUrl && vscode.l10n.t('Revoke or rotate at: <{0}>', provider.revokeUrl),
  ].filter(fact => fact !== undefined && fact !== '');
  return [
    `# ${rule.title}`,
    facts.map(fact => `- ${fact}`).join('\n'),
    `## ${vscode.l10n.t('What to do')}`,
    vscode.l10n.t(
      'Move the key to an environment variable: the quick fix (`Ctrl+.`) stores the value in `.env` and puts the lookup in its place. A key that has been committed or shared is no longer a secret: rotate it.',
    ),
    `## ${vscode.l10n.t('When it is not a secret')}`,
    vscode.l10n.t(
      'The quick fixes “Not a secret” write a comment (`key-hygiene:ignore {0}`), or an entry in `.keyhygiene.json` for the value or for the rule in a folder. How loud the rule is can be set, too:',
      rule.id,
    ),
    `\`\`\`json\n"keyHygiene.severity": { "${rule.id}": "hint" }\n\`\`\``,
  ].join('\n\n');
}
