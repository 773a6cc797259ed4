// The helper class of a PHP project, from the part in which managers differ.

import type { ManagerId } from '../../../managers/manager-id.ts';
import { managerTitles } from '../../../managers/manager-titles.ts';
import type { HelperSource } from '../helper-language.ts';
import { markOf } from '../helper-mark.ts';

export interface HelperClass {
  readonly name: string;
  /** Its namespace; empty for the global one. */
  readonly own: string;
  /** From its folder to the file that loads packages, where nothing else has. */
  readonly autoload?: string;
  readonly newline: string;
}

export function writeHelper(manager: ManagerId, { imports, text }: HelperSource, helper: HelperClass): string {
  const { name, own, autoload, newline } = helper;
  const title = managerTitles[manager];
  const uses = imports.map(each => `use ${each};`).join('\n');
  const head = [
    'declare(strict_types=1);',
    ...(own === '' ? [] : [`namespace ${own};`]),
    ...(uses === '' ? [] : [uses]),
    ...(autoload === undefined ? [] : [`require_once __DIR__ . '${autoload}';`]),
  ];
  return `
<?php

${head.join('\n\n')}

// Reads secrets from ${title}. It holds none, and is yours to change; the next line lets Key Hygiene find it.
// ${markOf(manager)}
final class ${name}
{
    /** @var array<string, string> */
    private static array $secrets = [];

    /** A secret by its name, asked for once. */
    public static function get(string $name): string
    {
        return self::$secrets[$name] ??= self::read($name);
    }

    private static function read(string $name): string
    {
        try {
            $value = self::ask($name);
        } catch (\\Throwable $error) {
            throw new \\RuntimeException("The secret {$name} cannot be read from ${title}: {$error->getMessage()}", 0, $error);
        }
        if (!is_string($value) || $value === '') {
            throw new \\RuntimeException("The secret {$name} is empty, or no text");
        }
        return $value;
    }

${text.trim().replace(/^(?=.)/gm, '    ')}
}
`
    .trimStart()
    .replaceAll('\n', newline);
}
