// A value that is filled in later or elsewhere: templates, variables, references to a secret manager, and what is encrypted.

import { isEncryptedValue } from '../../env-file/encrypted/value-cipher.ts';
import { type Check, refuse } from './reason.ts';

/** `${X}`, `$(cmd)`, `#{x}`, `@{x}`, `{{ x }}`, `<% x %>`, `%(x)s`, `[[x]]`, `{0}`, `{name}`, `%{x}`. */
const slot = /[$#@%]\{|\$\(|\{\{|<%|%\([A-Za-z]|\[\[|\{[A-Za-z_][\w.]{0,40}\}|\{\d?\}/;

/** The whole value is one variable or slot: `$PASS`, `$env:PASS`, `%PASS%`, `<token>`, `@Password`, `:password`, `%s`, `__TOKEN__`, `&lt;`. */
const wholly =
  /^(?:&#?\w{1,8};?|\$[A-Za-z_][\w:.]*|%[A-Za-z_]\w*%?|<[^<>]*>?|@[A-Za-z_]\w*@?|:[a-z_]+|%-?\d*[sdqvx]|__\w+__|\[[A-Za-z _-]+\]|\(.*\)|\{.*\}|-{1,2}[a-z][a-z-]*)$/;

/** Nothing but slots of `printf` and marks between them: `%s:%s`. */
const printed = /^(?:%-?\d{0,3}[sdqvx]|[^A-Za-z0-9])+$/;

/** References that a manager or a deployment resolves. */
const reference =
  /^(?:op|vault|ssm|secretsmanager|awssm|gcpsecretmanager|secretref|secret|keyvault|azurekv|bao|doppler|infisical|ref\+\w+|env|file|cipher|sops|sealed|kms):|^arn:aws|^projects\/[^/]+\/secrets\/|^ENC\[|^!(?:vault|secret|env|ref)|^@Microsoft\.KeyVault|^\/run\/secrets\//i;

export const template: Check = ({ value }) => {
  if (slot.test(value) || printed.test(value)) return refuse('is filled in from a template');
  if (wholly.test(value)) return refuse('is the name of a variable');
  if (isEncryptedValue(value)) return refuse('is encrypted');
  return reference.test(value) ? refuse('refers to a secret kept elsewhere') : undefined;
};
