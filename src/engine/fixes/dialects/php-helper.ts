// The method of a PHP class that reads a variable or throws. Outside of classes the idiom is as short, and refuses the same.

import type { HelperLanguage } from './type-helper.ts';

export const phpHelper: HelperLanguage = {
  type: /\b(?:class|trait)\s+(\w+)/,
  mayHold: () => true,
  declaration: /((?:\b(?:public|protected|private|final)\s+)*)\bstatic\s+function\s+(\w+)\s*\(\s*string\s+\$\w+\s*\)(?:\s*:\s*string)?/g,
  reads: 'getenv(',
  refusesEmpty: /\?:|""|\bempty\(|===?\s*false\s*\|\||!\$/,
  names: ['requireEnv', 'requiredEnv', 'getRequiredEnv'],
  callOwn: name => `self::${name}`,
  write: name => [
    `private static function ${name}(string $name): string {`,
    "    return getenv($name) ?: throw new \\RuntimeException($name . ' is not set');",
    '}',
  ],
};
