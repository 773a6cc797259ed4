// Passwords that scripts type where something asks for one: `expect "assword:"` and then `send "…\r"`.

import type { Rule } from './rule.ts';

export const promptedRules: readonly Rule[] = [
  {
    id: 'prompted-password',
    title: 'Password that a script types at a prompt',
    provider: 'generic',
    kind: 'password',
    keywords: ['send "', "send '", '{send "', 'send -- "', 'sendline(', 'send_line(', 'exp_send "'],
    before: 120,
    // The end of the prompt, whatever opens it, and no other prompt between.
    pattern:
      /(?:assword|assphrase)[^"'`\n(){}]{0,12}["'`}][)"']{0,2}[\s;{,-]{0,40}(?:[\w.]{1,30}\.)?(?:exp_)?send(?:_?line)?(?:\(| -- | -s | )[ \t]{0,2}b?["'](?<secret>[^\s"'`\\$[\]]{4,120})(?:\\[rn]){0,2}["']/di,
    confidence: 'certain',
    doubts: ['template', 'placeholder', 'plain-value', 'echo', 'sequence', 'words', 'test-path'],
    source: 'https://core.tcl-lang.org/expect/index',
  },
];
