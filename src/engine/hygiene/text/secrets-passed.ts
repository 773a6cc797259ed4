// Which of the values in the arguments of a call are keys: variables whose names promise one, lookups of such, whole environments,
// headers with a key in them. Only what is passed as it is counts, not its length, a part of it, or whether it is there.

import { mapBrackets, openBrackets } from '../../fixes/bracket-map.ts';
import type { Span } from '../../text.ts';
import type { CheckedText } from './checked-text.ts';
import { isSecretVariable } from './secret-variable.ts';

export interface PassedSecret {
  readonly span: Span;
  readonly what: { readonly kind: 'secret' | 'environment' | 'headers'; readonly name: string };
}

/** `call`: between its brackets. */
export function secretsPassed(text: CheckedText, call: Span): readonly PassedSecret[] {
  const painted = text.code().slice(call.start, call.end);
  const brackets = mapBrackets(painted);
  const isPassedOn = (span: Span): boolean =>
    openBrackets(brackets, span.start - call.start).every(offset => passesOn(painted, offset)) && isWhole(text, span, call);
  const lookups = text
    .lookupsIn(call)
    .map(({ name, span }): PassedSecret => ({ span: lookupAround(text.text, span, call), what: { kind: 'secret', name } }))
    .filter(({ span }) => text.isCode({ start: span.start, end: span.start + 1 }) && isPassedOn(span));
  return [...lookups, ...namesPassed(text, call, isPassedOn), ...environmentsPassed(text, call, isPassedOn)];
}

/** Whether it is worth a closer look: as in `secretsPassed`, but of the text as it is written. */
export function mayPassSecret(text: CheckedText, call: Span): boolean {
  const written = text.slice(call);
  return (
    written.search(environments) !== -1 ||
    [...written.matchAll(identifiers)].some(({ 0: name, index }) => {
      const isTelling = name === 'headers' ? isSentWithKey(text, call) : isSecretVariable(name);
      return isTelling && !inSentence.test(written.slice(Math.max(0, index - 20), index));
    }) ||
    text.lookupsIn(call).length > 0
  );
}

/** Behind a quote or another word: `"password"`, `"The password is wrong"`. */
const inSentence = /["'`]$|[A-Za-z]\s+$/;

const identifiers = /(?<!\w)[A-Za-z_]\w{2,79}/g;

function namesPassed(text: CheckedText, call: Span, isPassedOn: (span: Span) => boolean): readonly PassedSecret[] {
  const found: PassedSecret[] = [];
  for (const { 0: name, index } of text.slice(call).matchAll(identifiers)) {
    const span = { start: call.start + index, end: call.start + index + name.length };
    const isHeaders = name === 'headers' && isSentWithKey(text, span);
    if (!isHeaders && !isSecretVariable(name)) continue;
    const chain = chainTo(text.text, span, call);
    const holder = text.text.slice(chain.start, span.start);
    if (isHeaders ? answers.test(holder) : namesNames.test(holder)) continue;
    if (text.isCode(span) && isPassedOn(chain)) found.push({ span: chain, what: { kind: isHeaders ? 'headers' : 'secret', name } });
  }
  return found;
}

/** `VariableNames.API_KEY` is what the variable is called. */
const namesNames = /(?:Names|Keys|Constants|Variables|Fields|Types|Enum)(?:\.|::)$/;

/** The headers of an answer hold no key of ours. */
const answers = /^(?:res|resp|response|reply|answer|r|rsp)\b/i;

/** Everything there is, by language. */
const environments =
  /(?<![\w.$])(?:process\.env|import\.meta\.env|os\.environ|os\.Environ\(\)|System\.getenv\(\)|ENV|\$_ENV|\$_SERVER|Environment\.GetEnvironmentVariables\(\)|Deno\.env\.toObject\(\)|std::env::vars\(\)|Platform\.environment|ProcessInfo\.processInfo\.environment)(?![\w.[({?])/g;

function environmentsPassed(text: CheckedText, call: Span, isPassedOn: (span: Span) => boolean): readonly PassedSecret[] {
  return [...text.slice(call).matchAll(environments)].flatMap(({ 0: name, index }): readonly PassedSecret[] => {
    const span = { start: call.start + index, end: call.start + index + name.length };
    const isThere = name !== 'ENV' || text.languageId === 'ruby';
    return isThere && text.isCode(span) && isPassedOn(span) ? [{ span, what: { kind: 'environment', name } }] : [];
  });
}

/** Headers of a request that this code puts a key into: nearby, before they are logged. */
function isSentWithKey({ text }: CheckedText, { start }: Span): boolean {
  return /authorization["'\]\s]{0,4}(?::|=(?!=)|,)|bearer |x-api-key/i.test(text.slice(Math.max(0, start - 1500), start));
}

/** With `config.` before it. */
function chainTo(text: string, { start, end }: Span, call: Span): Span {
  const chain = /(?:[\w$]+(?:\(\))?(?:\?\.|\.|::|->))+$/.exec(text.slice(call.start, start));
  return { start: start - (chain?.[0].length ?? 0), end };
}

/** From `os.environ["` up to the bracket behind the name; of `process.env.NAME` the chain. */
function lookupAround(text: string, span: Span, call: Span): Span {
  const opening = /(?:[\w$]+(?:\(\))?(?:\?\.|\.|::|->)){0,6}[\w$]+[!?]?[[({]\s?b?["'`]?$/.exec(text.slice(call.start, span.start));
  if (!opening) return chainTo(text, span, call);
  const closing = /^["'`]?\s?(?:,\s?["'][^"']{0,20}["']|,\s?[\w.]{1,20})?\s?[\])}]/.exec(text.slice(span.end, call.end));
  return { start: span.start - opening[0].length, end: span.end + (closing?.[0].length ?? 0) };
}

/** Functions that give a value back as text, whole. */
const transparent =
  /(?:^|[^\w.$])(?:(?:[\w$]+\.)*(?:stringify|inspect|dumps|dump|encode|Sprint(?:f|ln)?|format|toString|valueOf|fromEntries|assign)|str|String|repr|dict|vars|sprintf|inspect|to_string|print_r|f)$/;

/** Whether what stands in this bracket comes out of it as it is. */
function passesOn(painted: string, offset: number): boolean {
  const before = painted.slice(Math.max(0, offset - 60), offset);
  const bracket = painted.charAt(offset);
  if (bracket === '{') return true;
  if (!/[\w$)\]]$/.test(before)) return true;
  return bracket === '(' && transparent.test(before);
}

/** Not a part, a comparison, a choice, a name in a list of names. */
function isWhole({ text }: CheckedText, { start, end }: Span, call: Span): boolean {
  const before = text.slice(Math.max(call.start, start - 30), start);
  const after = text.slice(end, Math.min(text.length, end + 30));
  if (/(?:!|&&|[=!]=|\b(?:not|if|typeof|in|is|and|or|unless|len|count|isset|empty|bool|Boolean)\s{0,2}\(?)\s{0,2}$/.test(before))
    return false;
  if (/^\.(?:to_s|to_string\(\)|toString\(\)|trim\(\)|strip\(\)|inspect|unwrap\(\)|as_str\(\)|expose_secret\(\)|clone\(\))/.test(after))
    return true;
  return (
    !/^\s{0,2}(?:\?(?!\?|\.)|=(?!=?>)|==|!=|[<>&]|\.(?!\.)|\[|\(|->|::|if\b|is\b|in\b|not\b|and\b|%)/.test(after) &&
    !/^\s{0,2}:(?!:)(?![^"'`]{0,10}\})/.test(after)
  );
}
