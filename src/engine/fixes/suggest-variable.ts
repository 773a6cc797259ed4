// The environment variable a value should move to: the provider's own, else the name it is assigned to, else one made up.

import type { Finding } from '../finding.ts';
import type { KeyKind } from '../rules/rule.ts';
import type { SourceText } from '../text.ts';
import { withoutPublicPrefix } from './public-names.ts';

export interface VariableRequest {
  readonly finding: Pick<Finding, 'provider' | 'kind' | 'name' | 'variable'>;
  readonly source: SourceText;
  /** Names that already stand for another value. */
  readonly taken: ReadonlySet<string>;
}

export function suggestVariable({ finding, source, taken }: VariableRequest): string {
  const name = finding.variable ?? nameFromCode(finding) ?? nameFromContext(finding, source);
  const usable = toVariable(withoutPublicPrefix(name));
  if (!taken.has(usable)) return usable;
  for (let number = 2; ; number++) {
    const candidate = `${usable}_${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

const suffixes: Readonly<Partial<Record<KeyKind, string>>> = {
  password: 'PASSWORD',
  token: 'TOKEN',
  webhook: 'WEBHOOK_URL',
  'private-key': 'PRIVATE_KEY',
};

/** Say what a value is, not whose: fine as the last part of a name, too little alone. */
const vague =
  /^(?:X_)?(?:(?:API|APP|ACCESS|AUTH|SECRET|PRIVATE|MY|THE)_?)*(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASS|PWD|CREDENTIALS?)$|^(?:AUTHORIZATION|AUTH|BEARER|VALUE|DATA|DEFAULT|URL|URI|DSN|HEADERS?)$/;

/** Variables with a meaning to systems and shells. */
const reserved =
  /^(?:PATH|HOME|USER|SHELL|PWD|LANG|TERM|TMPDIR|IFS|UID|EUID|HOST|HOSTNAME|LOGNAME|MAIL|EDITOR|DISPLAY|RANDOM|SECONDS|PS1)$/;

function nameFromCode({ name, provider }: VariableRequest['finding']): string | undefined {
  if (name === undefined) return undefined;
  const variable = toVariable(name);
  const isTelling = variable !== '' && !vague.test(variable) && /[A-Z]{3}/.test(variable);
  if (isTelling) return variable;
  return provider === 'generic' && /(?:KEY|TOKEN|SECRET|PASSWORD)$/.test(variable)
    ? variable === 'KEY'
      ? 'API_KEY'
      : variable.replace(/^X_/, '')
    : undefined;
}

/** `STRIPE_API_KEY` from the provider; for a generic finding from the file, where that says more than `config`. */
function nameFromContext({ provider, kind }: VariableRequest['finding'], { uri }: SourceText): string {
  const suffix = suffixes[kind] ?? 'API_KEY';
  if (provider !== 'generic') return `${provider}_${suffix}`;
  const file = toVariable(/([^/\\]*?)(?:\.[^/\\]*)?$/.exec(uri)?.[1] ?? '');
  return /^[A-Z]{4}/.test(file) && !everydayFile.test(file) ? `${file}_${suffix}` : suffix;
}

const everydayFile =
  /^(?:INDEX|MAIN|APP|APPLICATION|CONFIG|CONFIGURATION|SETTINGS|CONSTANTS|SERVER|CLIENT|PROGRAM|UTILS?|HELPERS?|TEST|TESTS|SCRIPT|DOCKER|UNTITLED)(?:_|$)/;

/** `stripeSecretKey`, `stripe-secret.key`, `StripeAPIKey` → `STRIPE_SECRET_KEY`, `STRIPE_API_KEY`. */
function toVariable(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])|([0-9])(?=[A-Z][a-z])/g, (_, lower = '', upper = '', digit = '') => `${lower}${digit}_${upper}`)
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase()
    .slice(0, 60);
  return /^\d/.test(words) || reserved.test(words) ? `APP_${words}` : words;
}
