// A program that asks about a part of each of many large texts, one after the other: `asked-about-parts WHAT`. All together they need ten
// times the memory that small-heap.ts gives it.

import { remember } from '../../src/engine/remember.ts';
import { WeighMemo } from '../../src/engine/scan/weigh-memo.ts';
import { testRule } from './test-rule.ts';

const textCount = 400;

/** Of one byte a character. */
const textSize = 1_000_000;

const questions: Readonly<Record<string, (text: string) => void>> = {
  remember: (() => {
    const lengthOf = remember(textCount, part => part.length);
    return text => lengthOf(text.slice(100, 140));
  })(),
  weighing: (() => {
    const rule = testRule();
    const memo = new WeighMemo((match, { looksAround }) => {
      looksAround?.();
      return { match, rule, provider: 'test', name: '', facts: [], reasons: [], confidence: 'likely' };
    });
    return text => {
      const secret = { start: 500, end: 540 };
      const source = { uri: 'a.ts', languageId: '', text };
      memo.weigh({ rule, span: secret, secret }, { source, mentions: () => false, now: 1, ruleById: () => undefined });
    };
  })(),
};

const ask = questions[process.argv[2] ?? ''];
if (!ask) throw new Error('Ask what?');
for (let index = 0; index < textCount; index++) ask(`${index} is part of a long text. `.repeat(textSize / 25));
