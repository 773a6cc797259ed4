// Languages in which code can ask a secret manager, by language id.

import type { Language } from '../../languages/language.ts';
import type { ProjectFacts } from '../../project/project-facts.ts';
import { csharpHelpers } from './csharp/csharp-helpers.ts';
import { goHelpers } from './go/go-helpers.ts';
import type { HelperLanguage } from './helper-language.ts';
import { javaHelpers } from './java/java-helpers.ts';
import { javascriptHelpers } from './javascript/javascript-helpers.ts';
import { phpHelpers } from './php/php-helpers.ts';
import { pythonHelpers } from './python/python-helpers.ts';
import { rubyHelpers } from './ruby/ruby-helpers.ts';
import { rustHelpers } from './rust/rust-helpers.ts';
import { shellHelpers } from './shell/shell-helpers.ts';

const languages: Readonly<Record<string, HelperLanguage>> = {
  javascript: javascriptHelpers,
  typescript: javascriptHelpers,
  python: pythonHelpers,
  go: goHelpers,
  shellscript: shellHelpers,
  java: javaHelpers,
  ruby: rubyHelpers,
  php: phpHelpers,
  csharp: csharpHelpers,
  rust: rustHelpers,
};

export function helperLanguageOf({ id }: Language): HelperLanguage | undefined {
  return languages[id];
}

/** Names of files that may be helpers, for whoever looks for them below a project's folder. */
export const helperFileNames: readonly string[] = [...new Set(Object.values(languages).flatMap(({ fileNames }) => fileNames))];

/** The paths, from the project's folder on, whose existence a fix for the file at `path` asks about. */
export function helperLayout(language: Language, path: string): readonly string[] {
  return helperLanguageOf(language)?.layout(path) ?? [];
}

/** The paths, from the project's folder on, of files whose texts such a fix needs. */
export function helperRoots(language: Language, path: string, project: ProjectFacts | undefined): readonly string[] {
  return helperLanguageOf(language)?.roots?.(path, project) ?? [];
}
