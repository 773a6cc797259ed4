// Rows that give a program an environment variable without being an environment file: `environment:` of Compose, `env:` and
// `variables:` of pipelines, containers of Kubernetes, `ENV` of images, variables of Terraform, credentials of Jenkins.

import { languageOf } from '../languages/catalogue.ts';
import type { SourceText } from '../text.ts';
import { fileKindOf } from './file-kind.ts';
import type { NamedPlace } from './find-lookups.ts';
import type { LandmarksMet } from './landmarks.ts';
import { NeedleIndex } from './needle-index.ts';
import { terraformPrefix } from './patterns.ts';

interface DeclarationSyntax {
  /** Of which one must occur before the rows are looked for. */
  readonly needles?: NeedleIndex;
  /** Flags `dgm`; the group `name` is the variable. */
  readonly rows: readonly RegExp[];
  /** What the variable's name in the environment begins with, ahead of what is written. */
  readonly prefix?: string;
}

const variable = '[A-Z][A-Z0-9]{0,99}(?:_[A-Z0-9]{1,99}){1,20}';

const byLanguage: Readonly<Record<string, DeclarationSyntax>> = {
  yaml: {
    needles: new NeedleIndex(['env', 'variables:', 'kind: Secret']),
    rows: [
      new RegExp(String.raw`^[ \t]{0,200}(?:-[ \t]{1,9})?["']?(?<name>${variable})["']?[ \t]{0,9}(?::(?=\s)|=|$)`, 'dgm'),
      // https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
      new RegExp(String.raw`\bname:[ \t]{1,9}["']?(?<name>${variable})["']?(?=[ \t]{0,9}(?:[,}#\r]|$))`, 'dgm'),
    ],
  },
  dockerfile: { rows: [/^[ \t]{0,99}(?:ENV|ARG)[ \t]{1,9}(?<name>[A-Z][A-Z0-9_]{0,199})(?=[ \t=])/dgm] },
  // https://developer.hashicorp.com/terraform/language/values/variables#environment-variables
  terraform: { needles: new NeedleIndex(['variable "']), rows: [/^variable "(?<name>[A-Za-z_][\w-]{0,99})"/dgm], prefix: terraformPrefix },
};

/** A member of JSON: local.settings.json. */
const members: DeclarationSyntax = { rows: [/"(?<name>[A-Za-z_]\w{0,99})"[ \t]{0,9}:/dgm] };

/** https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#handling-credentials */
const jenkins: DeclarationSyntax = {
  needles: new NeedleIndex(['environment']),
  rows: [/^[ \t]{0,99}(?<name>[A-Z][A-Z0-9_]{2,99})[ \t]{0,9}=[ \t]{0,9}credentials\(/dgm],
};
const jenkinsfile = /(?:^|\/)jenkinsfile(?:\.[\w-]+)?$|\.jenkinsfile$/i;

/** In no particular order; whether a name promises a key is the caller's question. */
export function findDeclarations(source: SourceText, met: LandmarksMet): readonly NamedPlace[] {
  const { text } = source;
  const syntax = syntaxOf(source);
  if (syntax === undefined || syntax.needles?.find(text, met).size === 0) return [];
  const { rows, prefix = '' } = syntax;
  return rows.flatMap(row =>
    [...text.matchAll(row)].flatMap(({ groups, indices }) => {
      const [start, end] = indices?.groups?.['name'] ?? [];
      return start === undefined || end === undefined ? [] : [{ name: `${prefix}${groups?.['name'] ?? ''}`, span: { start, end } }];
    }),
  );
}

function syntaxOf(source: SourceText): DeclarationSyntax | undefined {
  const language = languageOf(source)?.id ?? '';
  if (language === 'json' || language === 'jsonc') return fileKindOf(source) === 'environment' ? members : undefined;
  return byLanguage[language] ?? (jenkinsfile.test(source.uri) ? jenkins : undefined);
}
