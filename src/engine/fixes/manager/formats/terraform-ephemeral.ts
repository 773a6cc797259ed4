// Terraform: an ephemeral resource, which is asked for the value in every run and leaves none of it in the state or in a plan.
// https://developer.hashicorp.com/terraform/language/manage-sensitive-data/ephemeral

import { managerTitles } from '../../../managers/manager-titles.ts';
import type { SecretAddress } from '../../../managers/secret-address.ts';
import { type Phrase, phrase } from '../../../phrase.ts';
import type { Span } from '../../../text.ts';
import { withheld } from '../../dialect.ts';
import type { FixRequest } from '../../fix-way.ts';
import { isBroken, isUnclear } from '../../formats/config-file.ts';
import { type HclFile, type HclString, readHcl } from '../../formats/hcl-file.ts';
import { type PlaceRewrite, planSpans } from '../../formats/plan-places.ts';
import { nameOf } from '../../formats/source-path.ts';
import { reasonAgainst } from '../../formats/terraform-place.ts';
import type { FixPlan, TextEdit, Withheld } from '../../plan.ts';
import { type EphemeralResource, ephemeralResources } from './ephemeral-resources.ts';
import { blockHead, ModuleBlocks, writeBlock } from './module-blocks.ts';

export function planEphemeral(request: FixRequest, address: SecretAddress): FixPlan {
  const { source } = request;
  const resource = ephemeralResources[address.manager];
  if (resource === undefined) return withheld(phrase('Terraform has no ephemeral resource for {0}.', managerTitles[address.manager]));
  const refusal = resource.refuse?.(address);
  if (refusal !== undefined) return withheld(refusal);
  if (/\.tfvars$/.test(nameOf(source))) return withheld(phrase('Values of variables are plain text here: they cannot be looked up.'));
  if (isTooOld([source.text, ...(request.siblings ?? [])])) return withheld(tooOld);
  const file = readHcl(source.text);
  if (file === undefined) return withheld(isBroken);
  return planSpans(
    request,
    span => rewrite(request, address, resource, file, span),
    after => readHcl(after) !== undefined,
  );
}

const tooOld = phrase('Ephemeral resources need Terraform 1.10 or later, which “required_version” excludes.');

/** https://developer.hashicorp.com/terraform/language/expressions/version-constraints */
function isTooOld(texts: readonly string[]): boolean {
  const constraints = texts.flatMap(text => [...text.matchAll(/^\s*required_version\s*=\s*"([^"\n]*)"/gm)].map(match => match[1] ?? ''));
  return constraints.some(text =>
    /(?:^|,)\s*(?:(?:<=?|=)?\s*(?:0\.|1\.\d(?:\.\d+)?\s*(?:,|$))|<\s*1\.10(?:\.0)?\s*(?:,|$)|~>\s*(?:0\.|1\.\d\.))/.test(text),
  );
}

function rewrite(
  request: FixRequest,
  address: SecretAddress,
  resource: EphemeralResource,
  file: HclFile,
  span: Span,
): PlaceRewrite | Withheld {
  const { text } = request.source;
  const string = file.strings.findLast(({ content }) => content.start <= span.start && span.end <= content.end);
  if (string === undefined) return withheld(isUnclear);
  const reason = reasonAgainst(text, file, string) ?? reasonOfPlace(text, string, resource);
  if (reason !== undefined) return withheld(reason);
  const written = text.slice(span.start, span.end);
  if (/[\\$%]/.test(written)) return withheld(isUnclear);
  const name = request.variable.replace(/^TF_VAR_/, '').toLowerCase();
  const reference = `ephemeral.${resource.type}.${name}.${resource.attribute(address)}`;
  const isWhole = string.kind === 'quoted' && string.content.start === span.start && string.content.end === span.end;
  const edit = isWhole ? { span: { start: span.start - 1, end: span.end + 1 }, newText: reference } : { span, newText: `\${${reference}}` };
  return { kind: 'rewrite', value: written, edits: [edit, ...declare(request, address, resource, file, name)], changes: [], next };
}

const next: readonly Phrase[] = [phrase('This needs Terraform 1.10 or later, and access to the secret where it runs.')];

/** https://developer.hashicorp.com/terraform/language/block/ephemeral#reference-ephemeral-resources */
function reasonOfPlace(text: string, { content, blocks }: HclString, { provider }: EphemeralResource): Phrase | undefined {
  const [outer] = blocks;
  if (outer?.type === 'provider')
    return outer.labels[0] === provider ? phrase('The provider {0} would need itself to get this value.', provider) : undefined;
  if (outer?.type === 'ephemeral' || blocks.some(({ type }) => type === 'provisioner' || type === 'connection')) return undefined;
  const row = text.slice(text.lastIndexOf('\n', content.start) + 1, content.start);
  if (outer?.type === 'resource' && /^\s*\w+_wo\s*=\s*"$/.test(row)) return undefined;
  return phrase(
    'Terraform takes a value that it does not keep in providers, provisioners and write-only arguments (…_wo) only: here it would be in the state.',
  );
}

/** Behind the last ephemeral resource of the file, else at its end; nothing where it is there already. */
function declare(
  { source: { text }, siblings = [] }: FixRequest,
  address: SecretAddress,
  resource: EphemeralResource,
  file: HclFile,
  name: string,
): readonly TextEdit[] {
  const texts = [text, ...siblings];
  const head = blockHead('ephemeral', resource.type, name);
  if (texts.some(source => source.includes(head))) return [];
  const module = new ModuleBlocks(texts, name);
  const rows = resource.rows(address, module);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const blocks = [...module.added, writeBlock(head, rows)].map(block => block.replaceAll('\n', newline));
  const last = file.blocks.findLast(block => block.type === 'ephemeral');
  const end = last?.end ?? text.trimEnd().length;
  const tail = last === undefined && text.length === end ? newline : '';
  return [{ span: { start: end, end }, newText: blocks.map(block => `${newline}${newline}${block}`).join('') + tail }];
}
