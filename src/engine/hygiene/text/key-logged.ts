// Keys written to a log, to the terminal, or with the whole environment.

import { isClosing, isOpening } from '../../fixes/code-marks.ts';
import { phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import type { CheckedText } from './checked-text.ts';
import { type LogCall, logCalls } from './log-calls.ts';
import { mayPassSecret, secretsPassed } from './secrets-passed.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const keyLogged: TextCheck = {
  id: 'key-logged',
  family: 'exposure',
  title: 'Key written to a log',
  why: 'Logs are kept for long, copied to other services and read by many. Leave keys, whole environments and request headers out of them; where something must be told apart, log the last characters only.',
  severity: 'warning',
  source: 'https://cwe.mitre.org/data/definitions/532.html',
  landmarks: [...new Set(logCalls.flatMap(({ landmarks }) => landmarks))],
  find: text => {
    const calls = callsByLanguage.get(text.languageId);
    if (!calls) return [];
    const found = new Map<number, Sighting>();
    for (const call of calls) {
      for (const landmark of call.landmarks)
        for (const sighting of inCalls(text, call, text.placesOf(landmark))) found.set(sighting.span.start, sighting);
    }
    return [...found.values()];
  },
};

const callsByLanguage: ReadonlyMap<string, readonly LogCall[]> = new Map(
  logCalls.flatMap(({ languages }) => languages).map(id => [id, logCalls.filter(({ languages }) => languages.includes(id))]),
);

/** As far as arguments are read. */
const longestCall = 600;

function inCalls(text: CheckedText, call: LogCall, places: readonly number[]): readonly Sighting[] {
  if (places.length === 0) return none;
  const found: Sighting[] = [];
  let read = 0;
  for (const place of places) {
    const start = place < read ? undefined : argumentsStart(text.text, call, place);
    if (start === undefined) continue;
    const written = { start, end: call.form === 'line' ? lineEnd(text.text, start) : closingBracket(text.text, start) };
    // Most calls say nothing of the kind.
    if (worthReading.test(text.slice(written))) found.push(...inCall(text, call, place, written));
    // What follows on a line is a part of it; a call between brackets may hold functions that call.
    if (call.form === 'line') read = written.end;
  }
  return found;
}

function argumentsStart(text: string, { pattern }: LogCall, place: number): number | undefined {
  pattern.lastIndex = place;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** `written`: the arguments, as far as the text as it is written tells. */
function inCall(text: CheckedText, { form }: LogCall, place: number, written: Span): readonly Sighting[] {
  // To read the text as code is dear.
  if (!mayPassSecret(text, written)) return none;
  if (!text.isCode({ start: place, end: written.start - 1 })) return [];
  const span = form === 'line' ? written : { start: written.start, end: closingBracket(text.code(), written.start) };
  if (form === 'line' && goesElsewhere(text, span, place)) return [];
  return secretsPassed(text, span).map(({ span, what }) => ({
    span,
    names: what.kind === 'secret' ? [what.name] : [],
    message: messages[what.kind](what.name),
  }));
}

const none: readonly Sighting[] = [];

const worthReading = /key|token|secret|passw|pass\b|pwd|passphrase|env|_server|headers/i;

const messages = {
  secret: (name: string) => phrase('{0} is written to a log here, which keeps it and shows it to many: leave it out.', name),
  environment: (name: string) =>
    phrase('{0} holds every key of the environment, and all of them are written here: leave it out, or name what is needed.', name),
  headers: (name: string) => phrase('{0} holds the key that is sent with the request: leave it out of the log.', name),
} as const;

function lineEnd(text: string, start: number): number {
  const rest = text.slice(start, start + longestCall);
  const end = rest.search(/[\r\n;]|&&|\|\|/);
  return start + (end === -1 ? rest.length : end);
}

/** In painted code brackets of strings do not count; in a text as it is written they may make it longer or shorter. */
function closingBracket(text: string, start: number): number {
  const most = Math.min(text.length, start + longestCall);
  let depth = 0;
  for (let at = start; at < most; at++) {
    const code = text.charCodeAt(at);
    if (isOpening(code)) depth++;
    else if (isClosing(code) && --depth < 0) return at;
  }
  return most;
}

/** Piped on, written to a file, taken by a substitution or returned by a function: in the shell that is how values are handed over. */
function goesElsewhere(checked: CheckedText, { start, end }: Span, place: number): boolean {
  const { text } = checked;
  const rest = text.slice(start, Math.min(text.length, end + 200)).split(/[\r\n;]/, 1)[0] ?? '';
  if (/[|>]|::add-mask::/.test(rest)) return true;
  const before = text.slice(checked.lineAt(place).start, place);
  return /\$\([^)]*$|`[^`]*$/.test(before) || isInFunction(text, place);
}

/** Whether the nearest line that is not indented opens a function's body. */
function isInFunction(text: string, place: number): boolean {
  const above = text
    .slice(Math.max(0, place - 4000), place)
    .split('\n')
    .slice(0, -1);
  const opener = above.findLast(line => /^[^\s#]/.test(line)) ?? '';
  const isIndented = /^[ \t]/.test(text.slice(text.lastIndexOf('\n', place - 1) + 1, place + 1));
  return isIndented && /^(?:function\b|[\w:-]{1,80}\s{0,4}\(\))/.test(opener);
}
