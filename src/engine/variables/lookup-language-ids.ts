// The editor's ids of the languages in which environment variables are looked up or defined: where names of variables mean something.

import { languages } from '../languages/catalogue.ts';
import { lookupSyntaxes } from '../usages/patterns.ts';

const known = new Set(['dotenv', ...lookupSyntaxes.flatMap(syntax => syntax.languages)]);

export const lookupLanguageIds: readonly string[] = languages.filter(({ id }) => known.has(id)).flatMap(({ languageIds }) => languageIds);
