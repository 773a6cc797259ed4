// Real values in `.env.example` and its kin, which are made to be shared.

import { phrase } from '../../phrase.ts';
import { entropyOf } from '../../scan/reasons/entropy.ts';
import type { Span } from '../../text.ts';
import { isPlaceholderValue } from '../../usages/placeholder-value.ts';
import { type Definition, readDefinitions } from '../../usages/read-definitions.ts';
import { isSecretName } from '../../usages/secret-name.ts';
import type { CheckedText } from './checked-text.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const valueInTemplate: TextCheck = {
  id: 'value-in-template',
  family: 'files',
  title: 'Real value in a template of an environment file',
  why: 'Templates such as `.env.example` are committed so that people learn the names; a value in them is published with the code. Leave the value empty, and replace the key.',
  severity: 'warning',
  files: /env/i,
  find: text => (text.kind === 'template' ? inTemplate(text) : []),
};

function inTemplate(text: CheckedText): readonly Sighting[] {
  return readDefinitions(text.text).flatMap(({ name, value, valueSpan }): readonly Sighting[] => {
    const finding = text.findingIn(valueSpan);
    if (!finding && !looksReal({ name, value })) return [];
    return [
      {
        span: valueSpan,
        names: [name],
        ...(finding && { fingerprint: finding.fingerprint }),
        message: phrase('{0} has a value here that looks real, and templates are shared: leave it empty.', name),
        repairs: [
          {
            kind: 'keep-value',
            title: phrase('Keep {0} in the environment file and leave it empty here', name),
            variable: name,
            edits: [emptied(text.text, valueSpan)],
          },
        ],
      },
    ];
  });
}

/** A name that promises a key, and what chance makes rather than a person who explains. */
function looksReal({ name, value }: Pick<Definition, 'name' | 'value'>): boolean {
  if (value.length < 20 || !isSecretName(name) || isPlaceholderValue(value)) return false;
  return /^[\w+/=.-]+$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value) && !/[a-z]{9}/.test(value) && entropyOf(value) >= 3.5;
}

/** Quotes around it go, too. */
function emptied(text: string, { start, end }: Span) {
  const isQuoted = /["'`]/.test(text.charAt(start - 1)) && text.charAt(start - 1) === text.charAt(end);
  return { span: isQuoted ? { start: start - 1, end: end + 1 } : { start, end }, newText: '' };
}
