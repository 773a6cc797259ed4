// The helper class of a Java project, from the part in which managers differ.

import type { ManagerId } from '../../../managers/manager-id.ts';
import { managerTitles } from '../../../managers/manager-titles.ts';
import type { HelperSource } from '../helper-language.ts';
import { markOf } from '../helper-mark.ts';

export interface HelperClass {
  readonly name: string;
  /** Its package; empty for the one without a name. */
  readonly own: string;
  readonly newline: string;
}

export function writeHelper(manager: ManagerId, { imports, text }: HelperSource, { name, own, newline }: HelperClass): string {
  const title = managerTitles[manager];
  const all = [...imports, 'java.util.Map', 'java.util.concurrent.ConcurrentHashMap'].toSorted().map(each => `import ${each};`);
  return `
${own === '' ? '' : `package ${own};\n\n`}${all.join('\n')}

// Reads secrets from ${title}. It holds none, and is yours to change; the next line lets Key Hygiene find it.
// ${markOf(manager)}
public final class ${name} {
    private static final Map<String, String> SECRETS = new ConcurrentHashMap<>();

    private ${name}() {}

    /** A secret by its name, asked for once. */
    public static String get(String name) {
        return SECRETS.computeIfAbsent(name, ${name}::read);
    }

    private static String read(String name) {
        String value;
        try {
            value = ask(name);
        } catch (Exception error) {
            throw new IllegalStateException("The secret " + name + " cannot be read from ${title}: " + error.getMessage(), error);
        }
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("The secret " + name + " is empty, or no text");
        }
        return value;
    }

${text.trim().replace(/^(?=.)/gm, '    ')}
}
`
    .trimStart()
    .replaceAll('\n', newline);
}
