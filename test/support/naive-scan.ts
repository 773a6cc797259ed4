// The scan as one would first write it: slow, short and plainly right. What the fast one finds must be the same.

import type { Rule } from '../../src/engine/rules/rule.ts';
import { mostRefused } from '../../src/engine/scan/attempts.ts';
import { mostEarlier } from '../../src/engine/scan/rule-matcher.ts';
import type { Span } from '../../src/engine/text.ts';

export interface KeywordPlace {
  readonly keyword: string;
  readonly start: number;
}

/** Every place of every keyword, ASCII case folded: by place, then by the order of the keywords. */
export function keywordPlaces(keywords: readonly string[], text: string): readonly KeywordPlace[] {
  const lower = text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
  const places: KeywordPlace[] = [];
  for (const keyword of keywords) {
    for (let start = lower.indexOf(keyword); start >= 0; start = lower.indexOf(keyword, start + 1)) places.push({ keyword, start });
  }
  return places.sort((a, b) => a.start - b.start || keywords.indexOf(a.keyword) - keywords.indexOf(b.keyword));
}

export interface NaiveMatch {
  readonly ruleId: string;
  readonly secret: Span;
}

/**
 * Where the word of a name may end: before what is no letter, before a hump, and before what may be the beginning of a word for a
 * credential that is glued to it (api, app, auth, access, key, token, secret, pass, private, client).
 */
export function wordEnd(): RegExp {
  return /(?![A-Za-z])|(?<![A-Z])(?=[A-Z])|(?=[A-Z][a-z])|(?=[Aa][CcPpUu]|[Kk][Ee]|[Tt][Oo]|[Ss][Ee]|[Pp][AaRr]|[Cc][Ll])/y;
}

/** Where a name or a hump of one may begin. */
function nameBeginning(): RegExp {
  return /(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])/y;
}

/** The first match that reaches the keyword, else the first there is. None: an empty list. */
function matchesUpTo(pattern: RegExp, text: string, keyword: number, before: number): readonly RegExpIndicesArray[] {
  const found: RegExpIndicesArray[] = [];
  for (let from = Math.max(0, keyword - before); from <= keyword && found.length <= mostEarlier; from++) {
    pattern.lastIndex = from;
    const indices = pattern.exec(text)?.indices;
    if (!indices) continue;
    const [, end = from] = indices[0] ?? [];
    if (end > keyword) return [indices];
    found.push(indices);
    from = Math.max(from, end - 1);
  }
  return found.slice(0, 1);
}

/** Every match of the rule at each of its keywords (that begin and end as they must), on the whole text: the earliest beginning that matches. */
export function naiveMatches(rule: Rule, text: string): readonly NaiveMatch[] {
  const pattern = new RegExp(rule.pattern.source, `${rule.pattern.flags.replace(/[dgy]/g, '')}dy`);
  const begin = rule.edge === 'name' ? nameBeginning() : /(?:)/y;
  const end = rule.edge === 'word' ? wordEnd() : /(?:)/y;
  return keywordPlaces([...new Set(rule.keywords)], text).flatMap(({ keyword, start }) => {
    begin.lastIndex = start;
    end.lastIndex = start + keyword.length;
    if (!begin.test(text) || !end.test(text)) return [];
    for (const indices of matchesUpTo(pattern, text, start, rule.before ?? 0)) {
      const [from, to] = indices.groups?.['secret'] ?? indices[0] ?? [];
      const [first, last] = indices[0] ?? [];
      if (rule.values && first !== undefined && last !== undefined) {
        const values = rule.values(text, { start: first, end: last }).filter(value => value.end <= first + (rule.reach ?? 512));
        // What takes none of them gives a list up.
        return values.slice(0, mostRefused).map(secret => ({ ruleId: rule.id, secret }));
      }
      if (from !== undefined && to !== undefined) return [{ ruleId: rule.id, secret: { start: from, end: to } }];
    }
    return [];
  });
}
