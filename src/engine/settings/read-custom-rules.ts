// The rules of a policy, each checked before it may run: one that could be slow, or would match anything, is refused with the reason.

import { type Phrase, phrase } from '../phrase.ts';
import { ruleById } from '../rules/catalogue.ts';
import type { CustomRule } from './custom-rule.ts';
import { type PatternCost, patternCost } from './pattern-cost.ts';
import { confidences } from './settings.ts';
import { isJson, type Json, type ValueReader } from './value-reader.ts';

const ruleNames: readonly string[] = ['id', 'title', 'keywords', 'pattern', 'ignoreCase', 'confidence', 'minEntropy', 'paths'];

const kebabCase = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const filled = /\S/;
/** The scan looks for keywords in ASCII. */
const keywordForm = /^[\x20-\x7e]{3,64}$/;

export function readCustomRules(reader: ValueReader, value: unknown): readonly CustomRule[] | undefined {
  const ids = new Set<string>();
  return reader.list(value, 'rules', (entry, where) => {
    if (!isJson(entry)) return reader.wrong(phrase('“{0}” must be an object.', where));
    const rule = readRule(reader, entry, where);
    if (!rule) return undefined;
    if (ids.has(rule.id) || ruleById(rule.id)) return reader.wrong(phrase('There is a rule “{0}” already.', rule.id));
    ids.add(rule.id);
    return rule;
  });
}

function readRule(reader: ValueReader, entry: Json, where: string): CustomRule | undefined {
  reader.unknownKeys(entry, ruleNames, where);
  const id = reader.text(entry['id'] ?? '', kebabCase, phrase('“{0}” must be small letters, digits and hyphens.', `${where}.id`));
  const title = reader.text(entry['title'] ?? '', filled, phrase('“{0}” must be text.', `${where}.title`));
  const keywords = readKeywords(reader, entry['keywords'], `${where}.keywords`);
  const ignoreCase = reader.boolean(entry['ignoreCase'], `${where}.ignoreCase`) ?? false;
  const confidence = reader.oneOf(entry['confidence'], `${where}.confidence`, confidences) ?? 'likely';
  const minEntropy = reader.number(entry['minEntropy'], `${where}.minEntropy`, 0, 8);
  const paths = reader.list(entry['paths'], `${where}.paths`, (glob, at) => reader.text(glob, filled, phrase('“{0}” must be a glob.', at)));
  const pattern = readPattern(reader, entry['pattern'], `${where}.pattern`, ignoreCase);
  if (id === undefined || title === undefined || keywords === undefined || pattern === undefined) return undefined;
  const before = beforeKeyword(pattern.cost, keywords);
  if (pattern.cost.ways * (before + 1) > mostTries) return reader.wrong(slow(`${where}.pattern`));
  return {
    id,
    title,
    keywords,
    pattern: pattern.source,
    ignoreCase,
    before,
    confidence,
    ...(minEntropy !== undefined && { minEntropy }),
    ...(paths !== undefined && { paths }),
  };
}

function readKeywords(reader: ValueReader, value: unknown, where: string): readonly string[] | undefined {
  const keywords = reader.list(value ?? [], where, (keyword, at) =>
    reader.text(keyword, keywordForm, phrase('“{0}” must be 3 to 64 characters of ASCII.', at)),
  );
  if (keywords === undefined) return undefined;
  if (keywords.length === 0) return reader.wrong(phrase('“{0}” must name a text that stands in every match.', where));
  return [...new Set(keywords.map(keyword => keyword.toLowerCase()))];
}

/**
 * Ways to match at one keyword, times the places ahead of it where a match may begin. Nine in ten rules of the catalogue stay
 * below; the others are held to tests on hostile text, which nobody runs on a project's own.
 */
const mostTries = 10_000;
const longestPattern = 1000;

interface PatternRead {
  readonly source: string;
  readonly cost: PatternCost;
}

function readPattern(reader: ValueReader, value: unknown, where: string, ignoreCase: boolean): PatternRead | undefined {
  const source = reader.text(value ?? '', /./s, phrase('“{0}” must be a regular expression.', where));
  if (source === undefined) return undefined;
  const cost = source.length > longestPattern ? undefined : patternCost(source, ignoreCase ? 'i' : '');
  const objection =
    source.length > longestPattern ? phrase('“{0}” is longer than {1} characters.', where, longestPattern) : objectionTo(cost, where);
  if (objection) return reader.wrong(objection);
  return cost && { source, cost };
}

function objectionTo(cost: PatternCost | undefined, where: string): Phrase | undefined {
  if (!cost) return phrase('“{0}” is no valid regular expression.', where);
  if (cost.refersBack) return phrase('“{0}” refers back to a group, which can be slow.', where);
  if (cost.groupNames.some(name => name !== 'secret')) return phrase('“{0}” may name one group only: secret.', where);
  if (cost.least === 0) return phrase('“{0}” matches the empty text.', where);
  return cost.ways > mostTries ? slow(where) : undefined;
}

function slow(where: string): Phrase {
  return phrase(
    '“{0}” could take very long on some texts: bound its repetitions, as in {1}, and let no two in a row match the same characters.',
    where,
    '[a-z]{8,64}',
  );
}

/** Farthest a keyword may stand behind the beginning of its match. */
const farthestKeyword = 200;

/** Nothing where every match begins with the keyword: then only one place is tried. */
function beforeKeyword({ beginning, most }: PatternCost, keywords: readonly string[]): number {
  return keywords.every(keyword => beginning.startsWith(keyword)) ? 0 : Math.min(most, farthestKeyword);
}
