// Terraform: a sensitive variable, which TF_VAR_name sets; arguments that a provider reads from the environment itself go.
// https://developer.hashicorp.com/terraform/language/values/variables#environment-variables

import { type Phrase, phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import { withheld } from '../dialect.ts';
import type { FixPlan, TextEdit, Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import { isBroken, isUnclear } from './config-file.ts';
import type { FormatFix } from './format-fix.ts';
import { type HclFile, type HclString, readHcl } from './hcl-file.ts';
import { type PlaceRewrite, planSpans } from './plan-places.ts';
import { nameOf } from './source-path.ts';
import { reasonAgainst } from './terraform-place.ts';
import { providerVariable } from './terraform-providers.ts';
import { declareVariable, withoutDefault } from './terraform-variable.ts';

export const terraform: FormatFix = {
  id: 'terraform',
  title: 'Terraform configuration',
  matches: source => source.languageId === 'terraform' || /\.(?:tf|tofu|tfvars)$/.test(nameOf(source)),
  plan,
};

function plan(request: EnvironmentFixRequest): FixPlan {
  const { source, findings } = request;
  if (/\.tfvars$/.test(nameOf(source))) return withheld(inVariables);
  const file = readHcl(source.text);
  if (file === undefined) return withheld(isBroken);
  const variable = environmentVariable(request, file, findings[0]?.span);
  const result = planSpans(
    request,
    span => rewrite(request, file, variable, span),
    after => readHcl(after) !== undefined,
  );
  return result.kind === 'edits' ? { ...result, variable } : result;
}

const inVariables = phrase('Values of variables are plain text here: remove the row and set TF_VAR_ and its name in the environment.');

/** The one the provider reads, else the one that sets a Terraform variable. */
function environmentVariable({ source: { text }, variable }: EnvironmentFixRequest, file: HclFile, span: Span | undefined): string {
  const string = span === undefined ? undefined : stringAt(file, span);
  const [outer] = string?.blocks ?? [];
  if (string === undefined || outer === undefined) return `TF_VAR_${terraformName(variable)}`;
  if (outer.type === 'variable' && string.blocks.length === 1) return `TF_VAR_${outer.labels[0] ?? terraformName(variable)}`;
  return providerVariable(string, text) ?? `TF_VAR_${terraformName(variable)}`;
}

function terraformName(variable: string): string {
  return variable.replace(/^TF_VAR_/, '').toLowerCase();
}

function stringAt({ strings }: HclFile, span: Span): HclString | undefined {
  return strings.findLast(({ content }) => content.start <= span.start && span.end <= content.end);
}

function rewrite(
  { source: { text }, siblings }: EnvironmentFixRequest,
  file: HclFile,
  variable: string,
  span: Span,
): PlaceRewrite | Withheld {
  const string = stringAt(file, span);
  if (string === undefined) return withheld(isUnclear);
  const reason = reasonAgainst(text, file, string);
  if (reason !== undefined) return withheld(reason);
  const written = text.slice(span.start, span.end);
  if (/[\\$%]/.test(written)) return withheld(isUnclear);
  const rewritten = (edits: readonly TextEdit[] | undefined): PlaceRewrite | Withheld =>
    edits === undefined ? withheld(isUnclear) : { kind: 'rewrite', value: written, edits, changes: [], next: [exportIt(variable)] };
  const isWhole = string.kind === 'quoted' && string.content.start === span.start && string.content.end === span.end;
  if (string.blocks[0]?.type === 'variable') return isWhole ? rewritten(withoutDefault(text, string)) : withheld(isUnclear);
  if (!variable.startsWith('TF_VAR_')) {
    return isWhole && providerVariable(string, text) === variable ? rewritten(dropLine(text, string)) : withheld(otherVariable);
  }
  const name = variable.slice('TF_VAR_'.length);
  const edit = isWhole
    ? { span: { start: span.start - 1, end: span.end + 1 }, newText: `var.${name}` }
    : { span, newText: `\${var.${name}}` };
  return rewritten([edit, ...declareVariable(text, file, name, siblings ?? [])]);
}

const otherVariable = phrase('The provider reads this value from its own variable: use a variable of Terraform here by hand.');

const exportIt = (variable: string): Phrase =>
  phrase('Terraform reads no .env: set {0} in the environment it runs in. Its state keeps the value: encrypt the state.', variable);

/** The whole row of an argument. */
function dropLine(text: string, { content }: HclString): readonly TextEdit[] | undefined {
  const start = text.lastIndexOf('\n', content.start) + 1;
  const end = text.indexOf('\n', content.end);
  const isAlone = end !== -1 && /^\s*\w+\s*=\s*"$/.test(text.slice(start, content.start)) && /^"\s*$/.test(text.slice(content.end, end));
  return isAlone ? [{ span: { start, end: end + 1 }, newText: '' }] : undefined;
}
