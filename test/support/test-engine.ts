// An engine for tests: fingerprints that can be compared, a clock that stands still.

import { createHmac } from 'node:crypto';
import { createEngine, type Engine, type EngineOptions } from '../../src/engine/engine.ts';
import { defaultSettings, type Settings } from '../../src/engine/settings/settings.ts';

export const testClock = Date.UTC(2026, 0, 1);

export function testFingerprint(value: string): string {
  return createHmac('sha256', 'test').update(value).digest('hex').slice(0, 32);
}

export function testEngine(settings: Partial<Settings> = {}, options: EngineOptions = {}): Engine {
  return createEngine({ ...defaultSettings, ...settings }, { fingerprint: testFingerprint, now: () => testClock }, options);
}
