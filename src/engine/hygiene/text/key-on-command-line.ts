// Keys handed to programs as arguments, which every process on the machine can read while the program runs.

import { phrase } from '../../phrase.ts';
import { isSecretName } from '../../usages/secret-name.ts';
import type { CheckedText } from './checked-text.ts';
import type { Sighting, TextCheck } from './text-check.ts';

const scripts: ReadonlySet<string> = new Set(['shellscript', 'yaml', 'makefile', 'dockerfile', 'groovy', 'powershell', 'bat']);

/** `$NAME`, `${NAME}`, `$env:NAME`, `$$NAME` in makefiles, `${{ secrets.NAME }}`. */
const value = String.raw`["']?(?<value>\$\{\{\s?(?:secrets|env|inputs)\.(?<stored>\w{1,60})\s?\}\}|\$\$?\{?(?:env:)?(?<name>[A-Za-z_]\w{1,60})\}?)`;

interface Form {
  readonly landmarks: readonly string[];
  /** Sticky, from the landmark on. */
  readonly pattern: RegExp;
  /** The place itself says that it is a password, whatever the variable is called. */
  readonly isTelling: boolean;
}

const forms: readonly Form[] = [
  {
    landmarks: [
      '--password',
      '--passwd',
      '--token',
      '--api-key',
      '--apikey',
      '--secret',
      '--client-secret',
      '--access-token',
      '--auth-token',
    ],
    pattern: new RegExp(
      String.raw`--(?:password|passwd|token|api-?key|secret(?:-key)?|client-secret|access-token|auth-token)(?:=|[ \t]{1,4})${value}`,
      'dy',
    ),
    isTelling: false,
  },
  // https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html
  {
    landmarks: ['mysql'],
    pattern: new RegExp(String.raw`mysql(?:dump|admin|import)?\b[^\n|;&]{0,200}?\s-p${value}`, 'dy'),
    isTelling: true,
  },
  // https://docs.docker.com/reference/cli/docker/login/
  { landmarks: ['docker login'], pattern: new RegExp(String.raw`docker login\b[^\n|;&]{0,200}?\s-p[ =]?${value}`, 'dy'), isTelling: true },
  { landmarks: ['sshpass'], pattern: new RegExp(String.raw`sshpass[ \t]{1,4}-p[ \t]{0,4}${value}`, 'dy'), isTelling: true },
  {
    landmarks: ['curl '],
    pattern: new RegExp(String.raw`curl[ \t](?:[^\n|;&\\]|\\\n){0,300}?\s(?:-u|--user)[ =]?["']?[^\s"':]{0,80}:${value}`, 'dy'),
    isTelling: true,
  },
];

export const keyOnCommandLine: TextCheck = {
  id: 'key-on-command-line',
  family: 'exposure',
  title: 'Key on a command line',
  why: 'Arguments of a running program are shown to everyone on the machine (`ps`), and traces of shells (`set -x`) print them. Hand the key over through the environment, a file or standard input, as with `--password-stdin`.',
  severity: 'information',
  source: 'https://cwe.mitre.org/data/definitions/214.html',
  landmarks: forms.flatMap(({ landmarks }) => landmarks),
  find: text => {
    if (!scripts.has(text.languageId)) return [];
    const found = forms.flatMap(form =>
      form.landmarks.flatMap(landmark => text.placesOf(landmark).flatMap(place => sightingAt(text, place, form))),
    );
    return [...new Map(found.map(sighting => [sighting.span.start, sighting])).values()];
  },
};

function sightingAt(text: CheckedText, place: number, { pattern, isTelling }: Form): readonly Sighting[] {
  const before = text.text.slice(text.lineAt(place).start, place);
  // A comment, or what is said to people rather than run.
  if (/^\s*(?:#|\/\/|rem\b|::)|\b(?:echo|printf|Write-Host)\b[^|;&]*$/i.test(before)) return [];
  pattern.lastIndex = place;
  const match = pattern.exec(text.text);
  const name = match?.groups?.['name'] ?? match?.groups?.['stored'] ?? '';
  if (!match || !(isTelling || isSecretName(name))) return [];
  const [start, end] = match.indices?.groups?.['value'] ?? [place, place];
  const message = phrase(
    'The value of {0} is shown to everyone on the machine while this runs: hand it over through the environment, a file or standard input.',
    name,
  );
  return [{ span: { start, end }, names: [name], message }];
}
