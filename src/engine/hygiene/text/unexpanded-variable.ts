// Single quotes in shell commands that keep `$API_KEY` from being filled in: the service gets the name instead of the key, and people
// end up pasting the key itself.

import { phrase } from '../../phrase.ts';
import { isSecretName } from '../../usages/secret-name.ts';
import type { CheckedText } from './checked-text.ts';
import type { Sighting, TextCheck } from './text-check.ts';

export const unexpandedVariable: TextCheck = {
  id: 'unexpanded-variable',
  family: 'exposure',
  title: 'Variable between single quotes',
  why: 'Between single quotes the shell fills nothing in: the request carries the name of the variable instead of the key, and the usual next step is to paste the key itself. Use double quotes.',
  severity: 'information',
  source: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02',
  landmarks: ['curl ', 'wget '],
  find: text =>
    shells.has(text.languageId)
      ? ['curl ', 'wget '].flatMap(landmark => text.placesOf(landmark).flatMap(place => inCommand(text, place)))
      : [],
};

const shells: ReadonlySet<string> = new Set(['shellscript']);

/** An option whose value goes out with the request, and that value in single quotes. */
const option =
  /(?:\s(?:-[Hud]|--(?:header|user|data(?:-raw|-binary|-urlencode)?|oauth2-bearer|password|post-data))[ =]?)'(?<content>[^'\n]{0,500}?\$\{?(?<name>[A-Z][A-Z0-9_]{2,60})\b[^'\n]{0,500})'(?!["'])/dg;

function inCommand(text: CheckedText, place: number): readonly Sighting[] {
  const command = commandFrom(text.text, place);
  const before = text.text.slice(text.lineAt(place).start, place);
  // Inside other quotes or a heredoc single quotes are characters like any other.
  if (/^\s*#/.test(before) || !text.isCode({ start: place, end: place + 4 })) return [];
  return [...command.matchAll(option)].flatMap(({ groups, indices }): readonly Sighting[] => {
    const { content = '', name = '' } = groups ?? {};
    const [start, end] = indices?.groups?.['content'] ?? [0, 0];
    if (!isSecretName(name)) return [];
    const quotes = { start: place + start - 1, end: place + end + 1 };
    const message = phrase('Single quotes keep {0} from being filled in: use double quotes.', `$${name}`);
    const canSwap = !/["\\`]/.test(content) && !/\$(?!\{?[A-Z])/.test(content);
    if (!canSwap) return [{ span: quotes, names: [name], message }];
    const edits = [{ span: quotes, newText: `"${content}"` }];
    return [{ span: quotes, names: [name], message, repairs: [{ kind: 'edits', title: phrase('Use double quotes'), edits }] }];
  });
}

/** Up to the line's end, over ends that a backslash takes away. */
function commandFrom(text: string, place: number): string {
  const rest = text.slice(place, place + 3000);
  return /^(?:[^\n\\]|\\[\s\S])*/.exec(rest)?.[0] ?? rest;
}
