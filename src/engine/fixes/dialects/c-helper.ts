// The functions that read a variable a C or C++ program cannot do without.

import type { CodeView } from '../code-view.ts';

export const requireEnv = 'require_env';
export const joinEnv = 'join_env';

interface Functions {
  readonly headers: readonly string[];
  readonly functions: readonly string[];
}

/** As we write it: a name in, a `char` pointer out. */
export function declaresFunction(code: string, name: string): boolean {
  const parameters = name === requireEnv ? 'const\\s+char\\s*\\*\\s*\\w*\\s*' : '(?:const\\s+char\\s*\\*\\s*\\w*\\s*,?\\s*){3}';
  return new RegExp(`\\bchar\\s*\\*\\s*${name}\\s*\\(\\s*${parameters}\\)`).test(code);
}

export function cFunctions(view: CodeView, names: readonly string[]): Functions {
  const written: Readonly<Record<string, Functions>> = { [requireEnv]: cRequire, [joinEnv]: cJoin };
  return gather(view, names, written);
}

export function cppFunctions(view: CodeView, names: readonly string[]): Functions {
  return gather(view, names, { [requireEnv]: cppRequire });
}

function gather({ text, newline }: CodeView, names: readonly string[], written: Readonly<Record<string, Functions>>): Functions {
  const parts = names.flatMap(name => written[name] ?? []);
  const indent = /\n\t/.test(text) ? '\t' : '    ';
  return {
    headers: [...new Set(parts.flatMap(({ headers }) => headers))],
    functions: parts.flatMap(({ functions }) => functions).map(lines => lines.replaceAll('    ', indent).replaceAll('\n', newline)),
  };
}

const cRequire: Functions = {
  headers: ['stdio.h'],
  functions: [
    `/* Returns the value of an environment variable; ends the program when it is not set. */
static char *require_env(const char *name) {
    char *value = getenv(name);
    if (value == NULL || *value == '\\0') {
        fprintf(stderr, "%s is not set\\n", name);
        exit(EXIT_FAILURE);
    }
    return value;
}`,
  ],
};

const cJoin: Functions = {
  headers: ['string.h'],
  functions: [
    `/* Puts an environment variable between two texts. Like a literal, the result is never freed. */
static char *join_env(const char *before, const char *name, const char *after) {
    const char *value = require_env(name);
    char *joined = malloc(strlen(before) + strlen(value) + strlen(after) + 1);
    if (joined == NULL) {
        abort();
    }
    strcpy(joined, before);
    strcat(joined, value);
    return strcat(joined, after);
}`,
  ],
};

const cppRequire: Functions = {
  headers: ['stdexcept', 'string'],
  functions: [
    `// Returns the value of an environment variable; throws when it is not set.
static const char* require_env(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\\0') {
        throw std::runtime_error(std::string(name) + " is not set");
    }
    return value;
}`,
  ],
};
