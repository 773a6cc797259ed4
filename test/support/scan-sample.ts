// The whole engine on a text: what it finds, as rule id and value, at the confidence people see by default.

import { createEngine } from '../../src/engine/engine.ts';
import type { Confidence, Finding } from '../../src/engine/finding.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';

export interface Found {
  readonly ruleId: string;
  readonly value: string;
  readonly confidence: Confidence;
  readonly facts: readonly string[];
}

/** The clock of every test that scans. */
export const testClock = Date.UTC(2026, 0, 1);

export function scanSample(text: string, { uri = 'src/case.txt', languageId = '' } = {}): readonly Found[] {
  return engine.scan({ uri, languageId, text }).map(finding => found(text, finding));
}

const engine = createEngine(defaultSettings, { fingerprint: value => `fp${value.length}`, now: () => testClock });

function found(text: string, { ruleId, span, confidence, facts = [] }: Finding): Found {
  return { ruleId, value: text.slice(span.start, span.end), confidence, facts };
}
