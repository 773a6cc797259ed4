// What to do with a key in a file that cannot read its environment.

import type { Language } from '../languages/language.ts';
import { type Phrase, phrase } from '../phrase.ts';

export function adviceFor(language: Language | undefined): Phrase {
  if (language === undefined) return phrase('How this file reads environment variables is not known.');
  return (
    advice[language.id] ??
    phrase(
      '{0} has no environment lookup that could stand here: keep the value in an environment variable and read it where it is used.',
      language.title,
    )
  );
}

const reference = `\${NAME}`;

const inConfiguration = (title: string) =>
  phrase('{0} cannot read environment variables: take the value out and let the program that reads this file look it up.', title);

const advice: Readonly<Record<string, Phrase>> = {
  dotenv: phrase('This already is an environment file: keep it out of git.'),
  json: inConfiguration('JSON'),
  jsonc: inConfiguration('JSON'),
  toml: inConfiguration('TOML'),
  ini: inConfiguration('An INI file'),
  xml: inConfiguration('XML'),
  yaml: phrase(
    'YAML reads no environment variables by itself: use the reference of the tool that reads this file, such as {0} in Compose files.',
    reference,
  ),
  properties: phrase('Plain properties cannot read environment variables: in Spring, write {0} instead of the value.', reference),
  html: phrase('This page is sent to its users, and a key in it is public: call the service from a server.'),
  css: phrase('A style sheet is sent to its users, and a key in it is public.'),
  dockerfile: phrase('ENV and ARG stay in the image: pass the value when the container runs, or mount it as a build secret.'),
  terraform: phrase('Declare a sensitive variable and set it through TF_VAR_ in the environment.'),
  makefile: phrase('Remove the assignment: make takes variables from its environment.'),
  sql: phrase('SQL cannot read environment variables: pass the value as a parameter.'),
  markdown: phrase('Text cannot read environment variables: take the value out.'),
  plaintext: phrase('Text cannot read environment variables: take the value out.'),
};
