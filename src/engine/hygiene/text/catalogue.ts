// The checks that need one text, in the order of the documentation.

import { certificateExpired } from './certificate-expired.ts';
import { dockerfileSecret } from './dockerfile-secret.ts';
import { envBackup } from './env-backup.ts';
import { keyInHistory } from './key-in-history.ts';
import { keyInNotebookOutput } from './key-in-notebook-output.ts';
import { keyInQuery } from './key-in-query.ts';
import { keyLogged } from './key-logged.ts';
import { keyOnCommandLine } from './key-on-command-line.ts';
import { keyOverHttp } from './key-over-http.ts';
import { publicPrefix } from './public-prefix.ts';
import type { TextCheck } from './text-check.ts';
import { tlsVerificationOff } from './tls-verification-off.ts';
import { tokenExpired, tokenLongLived, tokenWithoutExpiry } from './token-lifetime.ts';
import { unexpandedVariable } from './unexpanded-variable.ts';
import { valueInTemplate } from './value-in-template.ts';
import { workflowLiteral } from './workflow-literal.ts';

export const textChecks: readonly TextCheck[] = [
  // files
  valueInTemplate,
  envBackup,
  // exposure
  publicPrefix,
  keyInQuery,
  keyLogged,
  keyOnCommandLine,
  dockerfileSecret,
  workflowLiteral,
  keyInNotebookOutput,
  keyInHistory,
  unexpandedVariable,
  // transport
  keyOverHttp,
  tlsVerificationOff,
  // tokens
  tokenExpired,
  tokenWithoutExpiry,
  tokenLongLived,
  certificateExpired,
];

/** All texts that a check wants to be told of. */
export const checkLandmarks: readonly string[] = [...new Set(textChecks.flatMap(({ landmarks = [] }) => landmarks))];
