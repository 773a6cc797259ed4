// The package that reads secrets in a Go module, from the part in which managers differ.

import type { ManagerId } from '../../../managers/manager-id.ts';
import { managerTitles } from '../../../managers/manager-titles.ts';
import type { HelperSource } from '../helper-language.ts';
import { markOf } from '../helper-mark.ts';

export function writeHelper(manager: ManagerId, name: string, { imports, text }: HelperSource, newline: string): string {
  const title = managerTitles[manager];
  const head = [
    `// Package ${name} reads secrets from ${title}. It holds none, and is yours to change; the next line lets Key Hygiene find it.`,
    '//',
    `// ${markOf(manager)}`,
    `package ${name}`,
    '',
    ...importBlock(imports),
    '',
    'var (',
    '\tmutex  sync.Mutex',
    '\tvalues = map[string]string{}',
    ')',
  ].join('\n');
  return `${[head, getter(title), text.trim()].join('\n\n')}\n`.replaceAll('\n', newline);
}

/** The standard library first, as gofmt and goimports leave it. */
function importBlock(own: readonly string[]): readonly string[] {
  const all = [...new Set(['"context"', '"errors"', '"fmt"', '"sync"', '"time"', ...own])];
  const pathOf = (spec: string): string => spec.split('"')[1] ?? '';
  const sorted = all.toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1)).map(spec => `\t${spec}`);
  const isStandard = (spec: string): boolean => !pathOf(spec).includes('.');
  return ['import (', ...sorted.filter(isStandard), '', ...sorted.filter(spec => !isStandard(spec)), ')'];
}

function getter(title: string): string {
  return `
// Get returns a secret by its name, which is asked for once.
func Get(ctx context.Context, name string) (string, error) {
	mutex.Lock()
	defer mutex.Unlock()
	if value, ok := values[name]; ok {
		return value, nil
	}
	value, err := readSecret(ctx, name)
	if err == nil && value == "" {
		err = errors.New("it is empty")
	}
	if err != nil {
		return "", fmt.Errorf("the secret %s cannot be read from ${title}: %w", name, err)
	}
	values[name] = value
	return value, nil
}

// MustGet returns a secret, and stops the program when it cannot be had.
func MustGet(name string) string {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	value, err := Get(ctx, name)
	if err != nil {
		panic(err)
	}
	return value
}`.trim();
}
