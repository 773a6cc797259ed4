// The helpers that fixes write, made by a fix of a file that has nothing else in it.

import assert from 'node:assert/strict';
import { helperLanguageOf } from '../../src/engine/fixes/manager/catalogue.ts';
import type { FixPlan } from '../../src/engine/fixes/plan.ts';
import { planFix } from '../../src/engine/fixes/plan-fix.ts';
import { planVerifiedFix } from '../../src/engine/fixes/plan-verified-fix.ts';
import { languageOf } from '../../src/engine/languages/catalogue.ts';
import type { ManagerId } from '../../src/engine/managers/manager-id.ts';
import type { SecretAddress } from '../../src/engine/managers/secret-address.ts';
import { projectWith } from './project-with.ts';
import { testParsers } from './syntax-parsers.ts';

/** A secret in each manager. */
export const sampleAddresses: Readonly<Record<ManagerId, SecretAddress>> = {
  vault: { manager: 'vault', container: 'secret', name: 'app', field: 'SERVICE_KEY' },
  'aws-secrets-manager': { manager: 'aws-secrets-manager', container: 'eu-west-1', name: 'app/SERVICE_KEY' },
  'aws-parameter-store': { manager: 'aws-parameter-store', container: '', name: '/app/SERVICE_KEY' },
  'azure-key-vault': { manager: 'azure-key-vault', container: 'https://sample.vault.azure.net', name: 'SERVICE-KEY' },
  'google-secret-manager': { manager: 'google-secret-manager', container: 'sample-project', name: 'SERVICE_KEY' },
  '1password': { manager: '1password', container: 'app', name: 'SERVICE_KEY', field: 'credential' },
  doppler: { manager: 'doppler', container: 'app/dev', name: 'SERVICE_KEY' },
  infisical: { manager: 'infisical', container: 'sample-project/dev', name: '/app/SERVICE_KEY' },
};

/** A file of which every line but that of the key is there for the fix to be possible. */
const hosts: Readonly<Record<string, string>> = {
  ts: 'export async function send(): Promise<string> {\n  return "here";\n}\n',
  mjs: 'export async function send() {\n  return "here";\n}\n',
  cjs: 'module.exports = async () => "here";\n',
  py: 'key = "here"\n',
  go: 'package main\n\nfunc main() {\n\tprintln("here")\n}\n',
  sh: 'printf %s "here"\n',
};

/** What a fix of one literal does in a project where nothing is there yet. */
export function planSample(manager: ManagerId, extension: string, text = hosts[extension] ?? ''): Promise<FixPlan> {
  const start = text.indexOf('here');
  const source = { uri: `file:///project/src/host.${extension}`, languageId: '', text };
  const target = { address: sampleAddresses[manager], folder: 'file:///project', helpers: [], paths: ['src/lib'] };
  const request = {
    source,
    findings: [{ span: { start, end: start + 4 } }],
    variable: 'SERVICE_KEY',
    style: 'required',
    everyPlace: true,
    way: 'manager',
    manager: target,
    project: projectWith([], { 'go.mod': 'module example.com/sample\n\ngo 1.24\n' }),
  } as const;
  return planVerifiedFix(request, planFix, testParsers);
}

/** The managers that a language has a helper for. */
export function managersOf(extension: string): readonly ManagerId[] {
  const language = languageOf({ uri: `file:///host.${extension}`, languageId: '' });
  return Object.keys((language && helperLanguageOf(language)?.sources) ?? {}) as ManagerId[];
}

/** A helper, as its file would be. */
export async function sampleHelper(manager: ManagerId, extension: string): Promise<{ readonly path: string; readonly text: string }> {
  const plan = await planSample(manager, extension);
  assert.ok(plan.kind === 'edits' && plan.also?.isNew, JSON.stringify(plan));
  const [edit] = plan.also.edits;
  return { path: plan.also.path, text: edit?.newText ?? '' };
}
