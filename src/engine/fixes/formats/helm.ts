// Helm charts: values are plain text, and templates are no YAML before they are rendered. Both get advice.
// https://helm.sh/docs/chart_best_practices/

import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { FormatFix } from './format-fix.ts';
import { nameOf, pathOf } from './source-path.ts';

export const helm: FormatFix = {
  id: 'helm',
  title: 'Helm chart',
  matches: source => isTemplate(source) || /^values(?:[.-][\w.-]+)?\.ya?ml$/.test(nameOf(source)),
  plan: ({ source }) => withheld(isTemplate(source) ? inTemplate : inValues),
};

function isTemplate(source: { readonly uri: string; readonly text: string }): boolean {
  return /\/templates\/.*\.(?:ya?ml|tpl)$/.test(pathOf(source)) && source.text.includes('{{');
}

const inTemplate = phrase('A chart holds no secrets: take the value with “secretKeyRef” from a Secret whose name comes from the values.');
const inValues = phrase(
  'Values of a chart cannot read environment variables: name an existing Secret here (“existingSecret”), or encrypt a values file of its own with SOPS.',
);
