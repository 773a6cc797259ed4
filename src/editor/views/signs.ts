// Which of VS Code's signs stands for what: a shape of its own for each, so that nobody has to tell colours apart.

import type { Severity } from '../../engine/settings/settings.ts';
import type { StorageGrade } from '../../engine/usages/storage-grade.ts';
import type { UsageKind } from '../../engine/usages/usage.ts';

export const gradeIcons: Readonly<Record<StorageGrade, string>> = {
  hardcoded: 'warning',
  config: 'settings',
  environment: 'symbol-variable',
  encrypted: 'lock',
  manager: 'shield',
};

export const usageIcons: Readonly<Record<UsageKind, string>> = {
  hardcoded: 'warning',
  config: 'settings',
  encrypted: 'lock',
  environment: 'symbol-variable',
  manager: 'shield',
  definition: 'symbol-constant',
};

/** As the Problems panel draws them. */
export const severityIcons: Readonly<Record<Exclude<Severity, 'off'>, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};
