// The helper file of a Python project, from the part in which managers differ.

import type { ManagerId } from '../../../managers/manager-id.ts';
import { managerTitles } from '../../../managers/manager-titles.ts';
import type { HelperSource } from '../helper-language.ts';
import { markOf } from '../helper-mark.ts';

export function writeHelper(manager: ManagerId, { imports, text }: HelperSource, newline: string): string {
  const title = managerTitles[manager];
  const head = [
    `# Reads secrets from ${title}. It holds none, and is yours to change; the next line lets Key Hygiene find it.`,
    `# ${markOf(manager)}`,
    '',
    ...imports,
    '',
    '_secrets = {}',
  ].join('\n');
  return `${[head, getter(title), text.trim().replace(/\n{4,}/g, '\n\n\n')].join('\n\n\n')}\n`.replaceAll('\n', newline);
}

function getter(title: string): string {
  return `
def get_secret(name: str) -> str:
    """A secret by its name, asked for once."""
    if name not in _secrets:
        try:
            value = _read_secret(name)
        except Exception as error:
            raise RuntimeError(f"The secret {name} cannot be read from ${title}: {error}") from error
        if not value:
            raise RuntimeError(f"The secret {name} is empty, or no text")
        _secrets[name] = value
    return _secrets[name]`.trim();
}
