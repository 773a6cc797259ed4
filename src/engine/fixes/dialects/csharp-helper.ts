// The function of a C# type that reads a variable or throws.

import type { HelperLanguage } from './type-helper.ts';

export const csharpHelper: HelperLanguage = {
  type: /\b(?:class|struct|record)\s+(\w+)/,
  // The other parts of a partial type may have one of that name.
  mayHold: head => !/\bpartial\b/.test(head),
  declaration: /((?:\b(?:public|internal|protected|private)\s+)*)\bstatic\s+string\s+(\w+)\s*\(\s*(?:this\s+)?string\s+\w+\s*\)/g,
  reads: 'GetEnvironmentVariable(',
  refusesEmpty: /\bIsNullOr(?:Empty|WhiteSpace)\b|""|\bstring\.Empty\b|\bLength\b/,
  names: ['RequireEnvironment', 'RequiredEnvironment'],
  callOwn: name => name,
  // Without a modifier a member is private.
  callOther: (type, name) => `${type}.${name}`,
  write: name => [
    `private static string ${name}(string name) {`,
    '    var value = System.Environment.GetEnvironmentVariable(name);',
    '    if (string.IsNullOrEmpty(value)) {',
    '        throw new System.InvalidOperationException(name + " is not set");',
    '    }',
    '    return value;',
    '}',
  ],
};
