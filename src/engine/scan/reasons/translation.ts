// Files of translations: there `password: Passwort` says what people read beside a field.

import { rememberLast } from '../../remember.ts';
import { type Check, refuse } from './reason.ts';
import { randomBits } from './surprise.ts';

/** Folders that hold one file a language. */
const folder =
  /(?:^|[/\\])(?:i18n|l10n|locali[sz]ations?|locales?|lang|langs|languages?|translations?|messages|nls|po|[a-z]{2}(?:-r?[A-Z]{2})?\.lproj|values-[a-z]{2}(?:-r[A-Z]{2})?)[/\\]/i;

/** ISO 639-1: those that translations are common in, and none that is an abbreviation of something else (`my.ini`, `id.yml`). */
const languages =
  'ar|bg|bn|bs|ca|cs|cy|da|de|el|en|eo|es|et|eu|fa|fi|fr|gl|he|hi|hr|hu|hy|it|ja|ka|ko|lt|lv|mk|mn|nb|nl|nn|pl|pt|ro|ru|sk|sl|sq|sr|sv|ta|th|tr|uk|ur|vi|zh';

/** `de.yml`, `pt-BR.json`, `messages_fr.properties`, `strings.xml`. */
const file = new RegExp(
  `(?:^|[/\\\\])(?:(?:[\\w-]{1,40}[._-])?(?:${languages})(?:[-_][A-Za-z]{2,4})?\\.(?:json5?|ya?ml|properties|php|ini|[jt]s)|strings\\.xml|[\\w.-]{1,40}\\.(?:pot?|xlf|xliff|strings|resx|arb|ftl))$`,
  'i',
);

/** No word of any language is as far from chance as a made password. */
const surely = 24;

/** Digits among the letters, and enough of both: nobody reads that beside a field. */
const mixed = /^(?=(?:.*[A-Za-z]){3})(?=(?:.*\d){2})[\x21-\x7e]{8,}$/;

export const translation: Check = ({ value, uri }) => {
  if (!isTranslation(uri) || (!isForeign(value) && (mixed.test(value) || randomBits(value) >= surely))) return undefined;
  return refuse('stands in a file of translations, and reads like words');
};

/** One word of letters alone, or one with letters that no keyboard for passwords is asked for. All letters there are: a pattern that few need. */
function isForeign(value: string): boolean {
  return /^\p{L}+:?$|(?!\p{ASCII})\p{L}/u.test(value);
}

/** A text asks for each of its values. */
const isTranslation = rememberLast((uri): boolean => folder.test(uri) || file.test(uri));
