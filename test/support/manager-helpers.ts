// The helpers that fixes write, made by a fix of a file that has nothing else in it.

import assert from 'node:assert/strict';
import { applyTextEdits } from '../../src/engine/fixes/apply-text-edits.ts';
import { helperLanguageOf } from '../../src/engine/fixes/manager/catalogue.ts';
import type { HelperLanguage } from '../../src/engine/fixes/manager/helper-language.ts';
import type { FixPlan } from '../../src/engine/fixes/plan.ts';
import { planFix } from '../../src/engine/fixes/plan-fix.ts';
import { planVerifiedFix } from '../../src/engine/fixes/plan-verified-fix.ts';
import { languageOf } from '../../src/engine/languages/catalogue.ts';
import { type ManagerId, managerIds } from '../../src/engine/managers/manager-id.ts';
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
  go: 'package main\n\nfunc key() string {\n\treturn "here"\n}\n',
  java: 'class Host {\n    static final String KEY = "here";\n}\n',
  php: '<?php\n\n$key = "here";\n',
  cs: 'class Host\n{\n    public static async System.Threading.Tasks.Task<string> Key()\n    {\n        return "here";\n    }\n}\n',
  rb: 'key = "here"\n',
  sh: 'printf %s "here"\n',
  rs: 'pub async fn key() -> String {\n    String::from("here")\n}\n',
};

/** The crate that the host is a part of. */
const rustRoot = 'mod host;\n\n#[tokio::main]\nasync fn main() {\n    println!("{}", host::key().await);\n}\n';

/** What a fix of one literal does in a project where nothing is there yet. */
export function planSample(address: SecretAddress, extension: string): Promise<FixPlan> {
  const text = hosts[extension] ?? '';
  const start = text.indexOf('here');
  const source = { uri: `file:///project/src/host.${extension}`, languageId: '', text };
  const roots = [{ path: 'src/main.rs', text: rustRoot }];
  const target = { address, folder: 'file:///project', helpers: [], paths: ['src/lib'], roots };
  const request = {
    source,
    findings: [{ span: { start, end: start + 4 } }],
    variable: 'SERVICE_KEY',
    style: 'required',
    everyPlace: true,
    way: 'manager',
    manager: target,
    project: projectWith([], { 'go.mod': 'module example.com/sample\n\ngo 1.24\n', 'Cargo.toml': '[package]\nname = "sample"\n' }),
  } as const;
  return planVerifiedFix(request, planFix, testParsers);
}

/** The managers that a language has a helper for. */
export function managersOf(extension: string): readonly ManagerId[] {
  return managerIds.filter(manager => sourcesOf(extension)[manager] !== undefined);
}

/** What all helpers of a language import. */
export function helperPackages(extension: string): readonly string[] {
  return [...new Set(Object.values(sourcesOf(extension)).flatMap(source => source?.packages ?? []))];
}

export function sourcesOf(extension: string): HelperLanguage['sources'] {
  const language = languageOf({ uri: `file:///host.${extension}`, languageId: '' });
  return (language && helperLanguageOf(language)?.sources) ?? {};
}

/** The files of that project after the fix, by path: the one with the key in it, and the helper. */
export async function sampleProject(address: SecretAddress, extension: string): Promise<Readonly<Record<string, string>>> {
  const plan = await planSample(address, extension);
  assert.ok(plan.kind === 'edits', JSON.stringify(plan));
  const host = applyTextEdits(hosts[extension] ?? '', plan.edits);
  const files = { [`src/host.${extension}`]: host };
  const others = (plan.also ?? []).map(({ path, text, edits }) => [path, applyTextEdits(text, edits)]);
  return { ...files, ...Object.fromEntries(others) };
}
