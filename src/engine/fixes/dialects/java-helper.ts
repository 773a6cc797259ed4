// The method of a Java type that reads a variable or throws.

import type { HelperLanguage } from './type-helper.ts';

export const javaHelper: HelperLanguage = {
  type: /\b(?:class|enum|record)\s+(\w+)/,
  mayHold: () => true,
  declaration:
    /((?:\b(?:public|protected|private|final)\s+)*)\bstatic\s+(?:final\s+)?String\s+(\w+)\s*\(\s*(?:final\s+)?String\s+\w+\s*\)/g,
  reads: 'getenv(',
  refusesEmpty: /\bis(?:Empty|Blank)\(|""|\blength\(\)/,
  names: ['requireEnv', 'requiredEnv', 'getRequiredEnv'],
  callOwn: name => name,
  callOther: (type, name) => `${type}.${name}`,
  write: name => [
    `private static String ${name}(String name) {`,
    '    String value = System.getenv(name);',
    '    if (value == null || value.isEmpty()) {',
    '        throw new IllegalStateException(name + " is not set");',
    '    }',
    '    return value;',
    '}',
  ],
};
