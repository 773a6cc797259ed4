// The places in a Terraform file that take no variable, or none that is sensitive.

import { type Phrase, phrase } from '../../phrase.ts';
import { inComment, inName, isUnclear } from './config-file.ts';
import type { HclBlock, HclFile, HclString } from './hcl-file.ts';

export function reasonAgainst(text: string, file: HclFile, string: HclString): Phrase | undefined {
  const { kind, content, blocks } = string;
  if (kind === 'comment') return inComment;
  const line = text.slice(text.lastIndexOf('\n', content.start) + 1, content.start);
  const after = text.slice(content.end + 1, content.end + 200);
  if (kind === 'quoted' && (/^[ \t]*[=:]/.test(after) || isLabel(line, after))) return inName;
  const [outer] = blocks;
  if (outer === undefined) return isUnclear;
  return reasonOfBlock(outer, blocks.length, line) ?? reasonOfSensitive(text, file, outer, line);
}

/** `resource "type" "name" {` */
function isLabel(before: string, after: string): boolean {
  return /^\s*[A-Za-z_][\w-]*(?:\s+"[^"]*")*\s+"$/.test(before) && /^[^=\n]*\{/.test(after);
}

// https://developer.hashicorp.com/terraform/language/backend · https://developer.hashicorp.com/terraform/language/block/module
function reasonOfBlock({ type }: HclBlock, depth: number, line: string): Phrase | undefined {
  if (type === 'terraform') {
    return phrase('The settings of Terraform itself take no variables: pass them with “terraform init -backend-config”.');
  }
  if (/^(?:import|moved|removed|check)$/.test(type)) return phrase('This block takes no variables.');
  if (type === 'module' && depth === 1 && /^\s*(?:source|version)\s*=/.test(line))
    return phrase('The source of a module takes no variables.');
  const isDefault = depth === 1 && /^\s*default\s*=\s*"$/.test(line);
  return type === 'variable' && !isDefault ? phrase('This part of a variable takes no other variable.') : undefined;
}

// https://developer.hashicorp.com/terraform/language/manage-sensitive-data
function reasonOfSensitive(text: string, { blocks }: HclFile, outer: HclBlock, line: string): Phrase | undefined {
  if (/^\s*(?:for_each|count)\s*=/.test(line)) return phrase('How many there are of something cannot depend on a sensitive value.');
  const open = blocks.filter(({ type, start, end }) => type === 'output' && !/^\s*sensitive\s*=\s*true\b/m.test(text.slice(start, end)));
  if (open.includes(outer)) return phrase('An output of a sensitive value must be sensitive, too: remove the value here.');
  const address = addressOf(outer, line);
  const isShown = address !== undefined && open.some(({ start, end }) => hasWord(text.slice(start, end), address));
  return isShown ? phrase('An output shows {0}: make it sensitive first.', address) : undefined;
}

/** What others call the thing that gets the value. */
function addressOf({ type, labels }: HclBlock, line: string): string | undefined {
  if (type === 'locals') return `local.${/^\s*([\w-]+)\s*=/.exec(line)?.[1]}`;
  if (type === 'variable') return `var.${labels[0]}`;
  return type === 'resource' ? labels.join('.') : undefined;
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w.-])${word.replaceAll('.', '\\.')}(?![\\w-])`).test(text);
}
