// Single quotes in shell commands that keep `$API_KEY` from being filled in: the service gets the name instead of the key, and people
// end up pasting the key itself.

import { phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
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
  find: text => (shells.has(text.languageId) ? ['curl ', 'wget '].flatMap(landmark => inCommands(text, text.placesOf(landmark))) : []),
};

const shells: ReadonlySet<string> = new Set(['shellscript', 'fish']);

/** An option whose value goes out with the request, and that value in single quotes. */
const option =
  /(?:\s(?:-[Hud]|--(?:header|user|data(?:-raw|-binary|-urlencode)?|json|oauth2-bearer|password|post-data))[ =]?)'(?<content>[^'$]{0,2000}\$[^']{0,2000})'(?!["'])/dg;

/** `\$` stands for a dollar sign to somebody else. */
const variable = /(?<!\\)\$(?:\{(?<braced>[A-Z][A-Z0-9_]{2,60})\}|(?<bare>[A-Z][A-Z0-9_]{2,60})(?!\w))/g;

function inCommands(text: CheckedText, places: readonly number[]): readonly Sighting[] {
  const found: Sighting[] = [];
  let read = 0;
  for (const place of places) {
    const before = text.text.slice(text.lineAt(place).start, place);
    // Inside other quotes or a heredoc single quotes are characters like any other.
    if (place < read || /^\s*#/.test(before) || !text.isCode({ start: place, end: place + 4 })) continue;
    read = commandEnd(text.code(), place);
    found.push(...inCommand(text.text.slice(place, read), place));
  }
  return found;
}

function inCommand(command: string, place: number): readonly Sighting[] {
  return [...command.matchAll(option)].flatMap(({ groups, indices }): readonly Sighting[] => {
    const { content = '' } = groups ?? {};
    const [start, end] = indices?.groups?.['content'] ?? [0, 0];
    const names = [...content.matchAll(variable)]
      .flatMap(({ groups }) => groups?.['braced'] ?? groups?.['bare'] ?? [])
      .filter(isSecretName);
    const [name] = names;
    if (name === undefined) return [];
    const span = { start: place + start - 1, end: place + end + 1 };
    return [{ span, names, ...remedyOf(content, name, span) }];
  });
}

function keysIn(content: string): readonly string[] {
  return [...content.matchAll(variable)].flatMap(({ groups }) => groups?.['braced'] ?? groups?.['bare'] ?? []).filter(isSecretName);
}

/** Double quotes, where the text means the same between them; else only the variable comes out of the single ones. */
function remedyOf(content: string, name: string, span: Span): Pick<Sighting, 'message' | 'repairs'> {
  const isPlain = !/["\\`!]/.test(content) && keysIn(content).length === content.split('$').length - 1;
  if (isPlain) {
    return {
      message: phrase('Single quotes keep {0} from being filled in: use double quotes.', `$${name}`),
      repairs: [{ kind: 'edits', title: phrase('Use double quotes'), edits: [{ span, newText: `"${content}"` }] }],
    };
  }
  const taken = content.replace(variable, (whole, braced?: string, bare?: string) =>
    isSecretName(braced ?? bare ?? '') ? `'"${whole}"'` : whole,
  );
  return {
    message: phrase('Single quotes keep {0} from being filled in: end them before it, and begin them again behind it.', `$${name}`),
    repairs: [
      {
        kind: 'edits',
        title: phrase('Take {0} out of the single quotes', `$${name}`),
        edits: [{ span, newText: `'${taken}'`.replace(/(?<=")''$/, '') }],
      },
    ],
  };
}

/** The line end that ends it: none inside its quotes, and none that a backslash takes away. */
function commandEnd(code: string, place: number): number {
  const longest = code.slice(place, place + 5000);
  return place + (/^(?:[^\n\\]|\\[\s\S])*/.exec(longest)?.[0].length ?? longest.length);
}
