// What kind of file a name stands in: settings, or what people read.

import { isCodeFile } from '../scan/reasons/bare.ts';

/** Nothing but settings. */
export const settingsFile =
  /\.(?:properties|tfvars|cnf|ini|conf|cfg|cf|rc|env|toml|inc|ovpn|vmx|acl|rsc|config|nmconnection)$|(?:^|[/\\])\.?env(?:\.[\w-]{1,20})?$|[/\\]etc[/\\]|[/\\]\.?\w{2,16}rc$/i;

/** Sentences may end with any word there, and samples stand beside what is said of them. */
export const documentFile = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|html?|tex|texi|pod|po|pot|xlf|srt|org|[1-9][a-z]{0,3})$/i;

/** Neither code nor documents, where the names of settings are names of other things and words of prose. */
export function mayHoldSettings(uri: string): boolean {
  return !isCodeFile(uri) && !documentFile.test(uri);
}
