// The formats whose own way of taking a value from outside we know. The first that matches wins: narrow before wide.

import type { SourceText } from '../../text.ts';
import type { FormatFix } from './format-fix.ts';

const formats: readonly FormatFix[] = [];

export function formatFixOf(source: SourceText): FormatFix | undefined {
  return formats.find(({ matches }) => matches(source));
}
