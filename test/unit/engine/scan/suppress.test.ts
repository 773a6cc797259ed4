import assert from 'node:assert/strict';
import { readSuppressions } from '../../../../src/engine/scan/suppress.ts';
import { ignoreMarker, ignoreNextLineMarker } from '../../../../src/engine/scan/suppress-dialects.ts';
import type { SourceText } from '../../../../src/engine/text.ts';

describe('comments that ignore findings', () => {
  it('cover their own line', () => {
    assert.deepEqual(suppressedLines(`secret // ${ignoreMarker}\nsecret`), [true, false]);
  });

  it('cover the next line, and not their own', () => {
    assert.deepEqual(suppressedLines(`secret # ${ignoreNextLineMarker}\nsecret\nsecret`), [false, true, false]);
    assert.deepEqual(suppressedLines(`# ${ignoreNextLineMarker}\r\nsecret\r\nsecret`), [true, false]);
  });

  it('cover only the rules they name', () => {
    const text = `secret // ${ignoreMarker} other-rule, test-rule -- why not`;
    assert.deepEqual(suppressedLines(text, 'test-rule'), [true]);
    assert.deepEqual(suppressedLines(text, 'why'), [false]);
  });

  it('cover every rule when only a reason follows', () => {
    assert.deepEqual(suppressedLines(`secret // ${ignoreMarker} -- a made-up value`), [true]);
  });

  it('cover nothing when a word follows that is no rule', () => {
    assert.deepEqual(suppressedLines(`secret // ${ignoreMarker} tset-rule`), [false]);
  });

  for (const comment of [
    `/* ${ignoreMarker} */`,
    `<!-- ${ignoreMarker} -->`,
    `{# ${ignoreMarker} #}`,
    `(* ${ignoreMarker} *)`,
    `"${ignoreMarker}"`,
  ]) {
    it(`may be written ${comment}`, () => assert.deepEqual(suppressedLines(`secret ${comment}`), [true]));
  }

  it('are exactly these words', () => {
    for (const word of [`${ignoreMarker}d`, `${ignoreMarker}-files`, `${ignoreNextLineMarker}s`, `x${ignoreMarker}`]) {
      assert.deepEqual(suppressedLines(`${word}\nsecret ${word}`), [false], word);
    }
  });

  it('may stand on one line for two rules', () => {
    const text = `// ${ignoreNextLineMarker} rule-a\nsecret // ${ignoreMarker} rule-b`;
    assert.deepEqual(
      [suppressedLines(text, 'rule-a'), suppressedLines(text, 'rule-b'), suppressedLines(text, 'rule-c')],
      [[true], [true], [false]],
    );
  });

  it('cover a value of many lines from its first or its last', () => {
    const isSuppressed = readSuppressions(textFile(`a ${ignoreMarker}\nb\nc`));
    assert.equal(isSuppressed({ start: 0, end: 22 }, 'test-rule'), true);
    assert.equal(readSuppressions(textFile(`b\nc ${ignoreMarker}`))({ start: 0, end: 3 }, 'test-rule'), true);
  });
});

describe('comments that ignore blocks', () => {
  it('cover the lines between them, their own included', () => {
    const text = `secret\n// ${ignoreMarker}-start\nsecret\nsecret // ${ignoreMarker}-end\nsecret`;
    assert.deepEqual(suppressedLines(text), [false, true, true, false]);
  });

  it('cover the rest of the file where no end follows', () => {
    assert.deepEqual(suppressedLines(`secret\n# ${ignoreMarker}-start\nsecret\n\nsecret`), [false, true, true]);
  });

  it('cover the rules they name, and more where a second begins inside', () => {
    const text = `# ${ignoreMarker}-start rule-a\nsecret\n# ${ignoreMarker}-start rule-b\nsecret\n# ${ignoreMarker}-end\nsecret`;
    assert.deepEqual(suppressedLines(text, 'rule-a'), [true, true, false]);
    assert.deepEqual(suppressedLines(text, 'rule-b'), [false, true, false]);
  });

  it('cover the whole file, above them too', () => {
    assert.deepEqual(suppressedLines(`secret\n# ${ignoreMarker}-file\nsecret`), [true, true]);
    assert.deepEqual(suppressedLines(`# ${ignoreMarker}-file rule-a\nsecret`), [false]);
  });

  it('end only by a word of the same tool', () => {
    assert.deepEqual(suppressedLines(`# secretlint-disable\nsecret\n# ${ignoreMarker}-end\nsecret\n# secretlint-enable\nsecret`), [
      true,
      true,
      false,
    ]);
  });
});

describe('comments of other tools that ignore findings', () => {
  const onTheLine = [
    'gitleaks:allow',
    'betterleaks:allow',
    'trufflehog:ignore',
    'pragma: allowlist secret',
    'pragma: whitelist secret',
    'secretlint-disable-line',
    'secretlint-disable-line @secretlint/secretlint-rule-aws -- sample',
    'ggignore',
    'nosemgrep',
    'nosemgrep: generic.secrets.security.detected-generic-secret',
    'NOSONAR',
    'NOSONAR(java:S2068)',
    'nosec',
    'nosec B105',
  ];
  for (const words of onTheLine) {
    it(`are heard: ${words}`, () => assert.equal(suppressedLines(`secret  # ${words}\nx\nsecret`).join(), 'true,false'));
  }

  for (const words of [
    'pragma: allowlist nextline secret',
    'secretlint-disable-next-line',
    'nosemgrep',
    'noinspection HardcodedPassword',
  ]) {
    it(`are heard from the line above: ${words}`, () => {
      assert.deepEqual(suppressedLines(`// ${words}\nsecret\nsecret`), [true, false]);
    });
  }

  const aboutOtherThings = [
    'nosemgrep: javascript.lang.security.detect-eval',
    'NOSONAR(java:S1118)',
    'nosec B608',
    'noinspection SqlResolve',
    'nosecret',
    'gitleaks:allowed',
    'secretlint-disable-lines',
  ];
  for (const words of aboutOtherThings) {
    it(`are not taken for ours where they speak of other things: ${words}`, () => {
      assert.deepEqual(suppressedLines(`// ${words}\nsecret // ${words}`), [false]);
    });
  }
});

describe('comments that ignore findings, where the language is known', () => {
  const inComments: readonly (readonly [file: string, line: string])[] = [
    ['a.ts', `const a = 'secret'; // ${ignoreMarker}`],
    ['a.ts', `const a = 'secret'; /* gitleaks:allow */`],
    ['a.ts', ` * secret ${ignoreMarker}`],
    ['a.py', `a = """secret"""  # pragma: allowlist secret`],
    ['a.php', `$a = 'secret'; // NOSONAR`],
    ['.env', `A=secret # ${ignoreMarker}`],
    ['a.ini', `a = secret ; ${ignoreMarker}`],
    ['a.yml', `don't: secret # gitleaks:allow`],
    ['a.sql', `select 'secret' -- NOSONAR`],
    ['a.xml', `<a>secret</a> <!-- ${ignoreMarker} -->`],
    ['a.html', `<script>a = 'secret' // ${ignoreMarker}</script>`],
    ['a.md', `export A=secret # ${ignoreMarker}`],
    ['a.json', `{ "a": "secret", "//": "gitleaks:allow" }`],
    ['a.unknown', `secret ${ignoreMarker}`],
  ];
  for (const [uri, text] of inComments) {
    it(`are found in ${uri}: ${text}`, () => assert.deepEqual(suppressedIn({ uri, languageId: '', text }), [true]));
  }

  const elsewhere: readonly (readonly [file: string, line: string])[] = [
    ['a.ts', `log('use ${ignoreMarker}', 'secret');`],
    ['a.py', `log("gitleaks:allow # gitleaks:allow", "secret")`],
    ['a.go', 'log(`NOSONAR`, "secret")'],
    ['.env', `A="secret # ${ignoreMarker}"`],
    ['a.yml', `a: secret#${ignoreMarker}`],
  ];
  for (const [uri, text] of elsewhere) {
    it(`are not found outside of comments in ${uri}: ${text}`, () => {
      assert.deepEqual(suppressedIn({ uri, languageId: '', text }), [false]);
    });
  }
});

/** For each `secret` in the text. */
function suppressedLines(text: string, ruleId = 'test-rule'): readonly boolean[] {
  return suppressedIn(textFile(text), ruleId);
}

function suppressedIn(source: SourceText, ruleId = 'test-rule'): readonly boolean[] {
  const isSuppressed = readSuppressions(source);
  // Not the word in “allowlist secret” or in another tool's rule.
  const places = source.text.matchAll(/(?<!line |list |[.-])\bsecret\b/g);
  return Array.from(places, ({ index }) => isSuppressed({ start: index, end: index + 6 }, ruleId));
}

/** Of a language that nobody knows. */
function textFile(text: string): SourceText {
  return { uri: 'notes', languageId: '', text };
}
