// The one reader of settings and policies that people wrote. Nothing is thrown: what is wrong is told, the rest counts.
// What a policy may hold is also in `schemas/keyhygiene.schema.json`; a test proves the two equal.

import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { checkById } from '../hygiene/catalogue.ts';
import { LineMap } from '../line-map.ts';
import { maskTokens } from '../mask-tokens.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { ruleById } from '../rules/catalogue.ts';
import { isSlowGlob } from '../scan/path-globs.ts';
import { type Gateway, gatewayVariable } from './gateway.ts';
import { emptyPolicy, type IgnoredFingerprint, type IgnoredRule, type Policy, policyFileName } from './policy.ts';
import { readCustomRules } from './read-custom-rules.ts';
import { readManagers } from './read-managers.ts';
import { safeAddress } from './safe-address.ts';
import { confidences, defaultSettings, lookupStyles, type Settings, type Severity, severities } from './settings.ts';
import { everyRule } from './severity.ts';
import { isJson, ValueReader } from './value-reader.ts';

export interface SettingsRead {
  /** With the empty policy: that comes from a file. */
  readonly settings: Settings;
  readonly problems: readonly Phrase[];
}

export interface PolicyRead {
  readonly policy: Policy;
  readonly problems: readonly Phrase[];
}

const settingNames: readonly string[] = Object.keys(defaultSettings).filter(name => name !== 'policy');
const policyNames: readonly string[] = [
  '$schema',
  'salt',
  'severity',
  'exclude',
  'ignoreFingerprints',
  'ignoreRules',
  'maxTokenDays',
  'encryptEnvironmentFiles',
  'oneServicePerFile',
  'rules',
];

/** `raw`: an object by setting name. What is not set gets its default. `customRules`: ids of the project's own rules. */
export function readSettings(raw: unknown, customRules: readonly string[] = []): SettingsRead {
  const reader = new ValueReader();
  const found = reader.object(raw, 'keyHygiene') ?? {};
  reader.unknownKeys(found, settingNames, '');
  const settings: Settings = {
    enable: reader.boolean(found['enable'], 'enable') ?? defaultSettings.enable,
    severity: readSeverity(reader, found['severity'], customRules) ?? defaultSettings.severity,
    confidence: reader.oneOf(found['confidence'], 'confidence', confidences) ?? defaultSettings.confidence,
    exclude: readGlobs(reader, found['exclude']) ?? defaultSettings.exclude,
    envFile:
      reader.text(found['envFile'], fileName, phrase('“{0}” must be the name of a file, without a folder.', 'envFile')) ??
      defaultSettings.envFile,
    lookupStyle: reader.oneOf(found['lookupStyle'], 'lookupStyle', lookupStyles) ?? defaultSettings.lookupStyle,
    maxFileSize: reader.wholeNumber(found['maxFileSize'], 'maxFileSize', 1) ?? defaultSettings.maxFileSize,
    codeLens: reader.boolean(found['codeLens'], 'codeLens') ?? defaultSettings.codeLens,
    gateway: readGateway(reader, found['gateway']) ?? defaultSettings.gateway,
    ...readManagers(reader, found),
    policy: defaultSettings.policy,
  };
  return { settings, problems: reader.problems };
}

/** `text`: the policy file, JSON with comments. */
export function readPolicy(text: string): PolicyRead {
  const reader = new ValueReader();
  const errors: ParseError[] = [];
  const parsed = text.trim() === '' ? {} : parseJson(reader, text.replace(/^\uFEFF/, ' '), errors);
  const [error] = errors;
  if (error) {
    const { line } = new LineMap(text).positionAt(error.offset);
    reader.problems.push(phrase('{0} is not valid JSON: {1} in line {2}.', policyFileName, printParseErrorCode(error.error), line + 1));
  }
  const found = (parsed === undefined ? undefined : reader.object(parsed, policyFileName)) ?? {};
  reader.unknownKeys(found, policyNames, '');
  reader.text(found['$schema'], /^/, mustBeText('$schema'));
  const salt = reader.text(found['salt'], hexSalt, phrase('“{0}” must be hexadecimal digits: an even number, 32 or more.', 'salt'));
  const rules = readCustomRules(reader, found['rules']) ?? emptyPolicy.rules;
  const customRules = rules.map(({ id }) => id);
  const maxTokenDays = reader.wholeNumber(found['maxTokenDays'], 'maxTokenDays', 1);
  const encryptEnvironmentFiles = reader.boolean(found['encryptEnvironmentFiles'], 'encryptEnvironmentFiles');
  const oneServicePerFile = reader.boolean(found['oneServicePerFile'], 'oneServicePerFile');
  const policy: Policy = {
    ...(salt === undefined ? {} : { salt }),
    severity: readSeverity(reader, found['severity'], customRules) ?? emptyPolicy.severity,
    exclude: readGlobs(reader, found['exclude']) ?? emptyPolicy.exclude,
    ignoreFingerprints: reader.list(found['ignoreFingerprints'], 'ignoreFingerprints', readFingerprint(reader)) ?? [],
    ignoreRules: reader.list(found['ignoreRules'], 'ignoreRules', readIgnoredRule(reader, customRules)) ?? [],
    ...(maxTokenDays === undefined ? {} : { maxTokenDays }),
    ...(encryptEnvironmentFiles === undefined ? {} : { encryptEnvironmentFiles }),
    ...(oneServicePerFile === undefined ? {} : { oneServicePerFile }),
    rules,
  };
  return { policy, problems: reader.problems };
}

function parseJson(reader: ValueReader, text: string, errors: ParseError[]): unknown {
  try {
    return parse(text, errors, { allowTrailingComma: true });
  } catch {
    // The parser calls itself for each bracket: only thousands of them make it fail.
    return reader.wrong(phrase('{0} is nested too deeply.', policyFileName));
  }
}

const fileName = /^(?!\.{1,2}$)[^/\\:\0]+$/;
const hexSalt = /^(?:[0-9a-fA-F]{2}){16,}$/;
const hexFingerprint = /^[0-9a-f]{32}$/;
const filled = /\S/;

function mustBeText(where: string): Phrase {
  return phrase('“{0}” must be text.', where);
}

function mustBeGlob(where: string): Phrase {
  return phrase('“{0}” must be a glob.', where);
}

function readSeverity(reader: ValueReader, value: unknown, customRules: readonly string[]): Readonly<Record<string, Severity>> | undefined {
  return reader.record(value, 'severity', (entry, where, ruleId) => {
    if (!isKnownRule(reader, ruleId, customRules)) return undefined;
    return reader.oneOf(entry, where, severities);
  });
}

function isKnownRule(reader: ValueReader, ruleId: string, customRules: readonly string[]): boolean {
  if (ruleId === everyRule || ruleById(ruleId) || checkById(ruleId) || customRules.includes(ruleId)) return true;
  reader.problems.push(phrase('There is no rule “{0}”.', maskTokens(ruleId)));
  return false;
}

/** All of it or none: an address with another gateway's key would send that key to the wrong place. */
function readGateway(reader: ValueReader, value: unknown): Gateway | undefined {
  const found = reader.object(value, 'gateway');
  if (!found) return undefined;
  reader.unknownKeys(found, ['name', 'baseUrl', 'variable'], 'gateway');
  const name = reader.text(found['name'] ?? '', filled, mustBeText('gateway.name'));
  const url = phrase('“{0}” must be an address that begins with https://, or http:// on this machine.', 'gateway.baseUrl');
  const baseUrl = reader.text(found['baseUrl'] ?? '', safeAddress, url);
  const upper = phrase('“{0}” must be capitals, digits and underscores.', 'gateway.variable');
  const variable = reader.text(found['variable'] ?? '', gatewayVariable, upper);
  return name === undefined || baseUrl === undefined || variable === undefined ? undefined : { name, baseUrl, variable };
}

function readGlob(reader: ValueReader, value: unknown, where: string): string | undefined {
  const glob = reader.text(value, filled, mustBeGlob(where));
  return glob !== undefined && isSlowGlob(glob) ? reader.wrong(phrase('“{0}” is a glob that could take very long.', where)) : glob;
}

function readGlobs(reader: ValueReader, value: unknown): readonly string[] | undefined {
  return reader.list(value, 'exclude', (entry, where) => readGlob(reader, entry, where));
}

function readFingerprint(reader: ValueReader) {
  return (entry: unknown, where: string): IgnoredFingerprint | undefined => {
    if (!isJson(entry)) return reader.wrong(phrase('“{0}” must be an object.', where));
    reader.unknownKeys(entry, ['fingerprint', 'reason'], where);
    const reason = reader.text(entry['reason'], /^/, mustBeText(`${where}.reason`));
    const fingerprint = reader.text(
      entry['fingerprint'] ?? '',
      hexFingerprint,
      phrase('“{0}” must be 32 hexadecimal digits.', `${where}.fingerprint`),
    );
    return fingerprint === undefined ? undefined : { fingerprint, ...(reason === undefined ? {} : { reason }) };
  };
}

function readIgnoredRule(reader: ValueReader, customRules: readonly string[]) {
  return (entry: unknown, where: string): IgnoredRule | undefined => {
    if (!isJson(entry)) return reader.wrong(phrase('“{0}” must be an object.', where));
    reader.unknownKeys(entry, ['rule', 'path'], where);
    const rule = reader.text(entry['rule'] ?? '', filled, phrase('“{0}” must be the id of a rule.', `${where}.rule`));
    const path = readGlob(reader, entry['path'] ?? '', `${where}.path`);
    if (rule === undefined || path === undefined || !isKnownRule(reader, rule, customRules)) return undefined;
    return { rule, path };
  };
}
