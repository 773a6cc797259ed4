// A value that is filled in later or elsewhere: templates, variables, references to a secret manager, and what is encrypted.

import { isEncryptedValue } from '../../env-file/encrypted/value-cipher.ts';
import { kindsIn, mark } from './characters.ts';
import { fillsInVariables } from './fills-in-variables.ts';
import { type Check, refuse } from './reason.ts';

/** `${X}`, `$(cmd)`, `#{x}`, `@{x}`, `{{ x }}`, `<% x %>`, `%(x)s`, `%[1]s`, `[[x]]`, `[% x %]`, `crwdns1:0crwdne1:0` (Crowdin), `{0}`, `{name}`, `{#MACRO}` (Zabbix), `{call()}`, `%{x}`. */
const slot =
  /[$#@%]\{|\{#[A-Z]|\$\(|\{\{|<%|%\([A-Za-z]|%\[\d{1,2}\][a-z]|\[\[|\[%|^crwdns\d|\{[A-Za-z_][\w.]{0,40}(?:\}|[([][^{}]{0,80}\})|\{\d?\}/;

/** The whole value is one variable or slot: `$PASS`, `$env:PASS`, `%PASS%`, `<token>`, `@Password`, `:password`, `%s`, `__TOKEN__`, `&lt;`, `&request:User-Name`, `&next=parameter`. */
const wholly =
  /^(?:&#?\w{1,8};?|&[A-Za-z][\w-]*(?::[\w-]+)+|&[A-Z][a-z]+(?:-[A-Za-z0-9]+)+|&\w{1,24}=.*|\$[A-Za-z_][\w:.]*|%[A-Za-z_]\w*%?|<[^<>]*>?|@[A-Za-z_]\w*@?|:[a-z_]+|%-?\d*[sdqvx]|__\w+__|\[[A-Za-z _-]+\]{1,2}|\(.*\)|\{.*\}|-{1,2}[a-z][a-z-]*)$/;

/** Nothing but slots of `printf` and marks between them: `%s:%s`. */
const printed = /^(?:%-?\d{0,3}[sdqvx]|[^A-Za-z0-9])+$/;

/** A slot of `printf` among other characters: `cr-%d-`. */
const conversion = /%[sd](?![A-Za-z0-9])/;

/** Slots of a date's format: `%Y-%m-%dT%H`. No word goes on behind them. */
const formatted = /%[A-Za-z](?![a-z]{2})/g;

/** Variables that PHP, shells and Perl fill in, with nothing but marks between them: `$value[0]:$value[1]`. */
const variables = /^(?:\$[A-Za-z_]\w*(?:\[\w{0,20}\]|->\w{1,40})?|[^A-Za-z0-9]){2,}$/;

/** A class of characters: what a pattern matches, of whatever kind. */
const pattern = /\[\^?(?:a-z|A-Z|0-9)[^\]]{0,24}\][*+{]/;

/** What `openssl enc` writes: `Salted__` and a salt, in base64. */
const salted = /^U2FsdGVkX1[89+/]/;

/** References that a manager or a deployment resolves. */
const reference =
  /^(?:op|vault|ssm|secretsmanager|awssm|gcpsecretmanager|secretref|secret|keyvault|azurekv|bao|doppler|infisical|ref\+\w+|env|file|cipher|sops|sealed|kms):|^arn:aws|^projects\/[^/]+\/secrets\/|^(?:ENC|NACL)\[|^!(?:vault|secret|env|ref)|^@Microsoft\.KeyVault|^\/run\/secrets\//i;

export const template: Check = ({ value, uri }) => {
  // All of these have a mark in them.
  if ((kindsIn(value) & mark) === 0) return undefined;
  if (slot.test(value) || printed.test(value) || conversion.test(value) || isFormat(value)) return refuse('is filled in from a template');
  if (pattern.test(value)) return refuse('is a pattern');
  if (wholly.test(value) || isOfVariables(value, uri)) return refuse('is the name of a variable');
  if (isEncryptedValue(value) || salted.test(value)) return refuse('is encrypted');
  return reference.test(value) ? refuse('refers to a secret kept elsewhere') : undefined;
};

/** `$user:$row[1]` where `$` begins a variable. */
function isOfVariables(value: string, uri: string): boolean {
  return /\$[A-Za-z_]/.test(value) && fillsInVariables(uri) && variables.test(value);
}

/** Three slots or more; what is encoded for addresses has hexadecimal digits behind each `%`. */
function isFormat(value: string): boolean {
  return value.includes('%') && (value.match(formatted)?.length ?? 0) >= 3 && /%[A-Za-z](?![0-9A-F])/i.test(value);
}
