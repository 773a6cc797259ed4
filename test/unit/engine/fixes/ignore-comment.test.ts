import assert from 'node:assert/strict';
import { planIgnoreComment } from '../../../../src/engine/fixes/ignore-comment.ts';
import { readSuppressions } from '../../../../src/engine/scan/suppress.ts';
import { applyEdits } from '../../../support/fix-fixtures.ts';

/** The secret stands between `«` and `»`. */
function ignore(uri: string, marked: string): string | undefined {
  const span = { start: marked.indexOf('«'), end: marked.indexOf('»') - 1 };
  const text = marked.replace(/[«»]/g, '');
  const plan = planIgnoreComment({ source: { uri, languageId: '', text }, finding: { span, ruleId: 'some-rule' } });
  if (plan.kind === 'withheld') return undefined;
  const result = applyEdits(text, plan.edits);
  const moved = result.indexOf(text.slice(span.start, span.end));
  // Whatever is written must do what it is for.
  assert.ok(
    readSuppressions({ uri, languageId: '', text: result })({ start: moved, end: moved + span.end - span.start }, 'some-rule'),
    result,
  );
  return result;
}

describe('planIgnoreComment', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['at the line’s end', 'a.ts', 'a("«x1»");\nb();', 'a("x1"); // key-hygiene:ignore some-rule\nb();'],
    ['with two blanks in Python', 'a.py', 'a = "«x1»"\n', 'a = "x1"  # key-hygiene:ignore some-rule\n'],
    ['before the line end of Windows', 'a.go', 'a = "«x1»"\r\n', 'a = "x1" // key-hygiene:ignore some-rule\r\n'],
    ['in a comment that is there', 'a.rb', 'a = "«x1»" # why\n', 'a = "x1" # why key-hygiene:ignore some-rule\n'],
    ['in the comment the value is in', 'a.rs', '// «x1»\n', '// x1 key-hygiene:ignore some-rule\n'],
    ['behind a comment that is closed', 'a.java', 'a("«x1»"); /* why */\n', 'a("x1"); /* why */ // key-hygiene:ignore some-rule\n'],
    [
      'in a comment of several lines, above it',
      'a.c',
      'x;\n/* a «x1»\n b */\n',
      'x;\n// key-hygiene:ignore-next-line some-rule\n/* a x1\n b */\n',
    ],
    ['with the marks of markup', 'a.xml', '<a>\n  <b>«x1»</b>\n</a>', '<a>\n  <b>x1</b> <!-- key-hygiene:ignore some-rule -->\n</a>'],
    [
      'above a tag of several lines',
      'a.html',
      '<p>\n  <a b="«x1»"\n    c>',
      '<p>\n  <!-- key-hygiene:ignore-next-line some-rule -->\n  <a b="x1"\n    c>',
    ],
    [
      'as a script in a page',
      'a.vue',
      '<script>\nconst a = "«x1»"\n</script>',
      '<script>\nconst a = "x1" // key-hygiene:ignore some-rule\n</script>',
    ],
    [
      'as markup behind a script of one line',
      'a.html',
      '<p><script>const a = "«x1»";</script></p>\n',
      '<p><script>const a = "x1";</script></p> <!-- key-hygiene:ignore some-rule -->\n',
    ],
    [
      'as a style in a page',
      'a.html',
      '<style>\na { b: "«x1»" }\n</style>',
      '<style>\na { b: "x1" } /* key-hygiene:ignore some-rule */\n</style>',
    ],
    [
      'above, where a line’s end belongs to the value',
      'a.properties',
      'a=1\nb=«x1»\n',
      'a=1\n# key-hygiene:ignore-next-line some-rule\nb=x1\n',
    ],
    ['above a row of .env', '.env', 'A=«x1»\n', '# key-hygiene:ignore-next-line some-rule\nA=x1\n'],
    ['above a setting of INI', 'a.ini', '[a]\r\nb = «x1»\r\n', '[a]\r\n# key-hygiene:ignore-next-line some-rule\r\nb = x1\r\n'],
    ['in YAML', 'a.yml', 'a:\n  b: «x1»\n', 'a:\n  b: x1 # key-hygiene:ignore some-rule\n'],
    ['in JSON with comments', 'a.jsonc', '{ "a": "«x1»" }', '{ "a": "x1" } // key-hygiene:ignore some-rule'],
    ['above a string of several lines', 'a.py', '  a = """«x1»\nb"""\n', '  # key-hygiene:ignore-next-line some-rule\n  a = """x1\nb"""\n'],
    [
      'behind a string of several lines, where the value ends with it',
      'a.js',
      'a(`b\n«x1»`);',
      'a(`b\nx1`); // key-hygiene:ignore some-rule',
    ],
    ['above a line that goes on', 'a.sh', 'curl -H "«x1»" \\\n  b\n', '# key-hygiene:ignore-next-line some-rule\ncurl -H "x1" \\\n  b\n'],
    ['on a key of several lines', 'a.pem.txt.js', 'a = `«x1\nx2»`;\n', 'a = `x1\nx2`; // key-hygiene:ignore some-rule\n'],
    [
      'beside a rule that is ignored already',
      'a.ts',
      'a("«x1»"); // key-hygiene:ignore other-rule -- why',
      'a("x1"); // key-hygiene:ignore other-rule some-rule -- why',
    ],
    [
      'beside a rule that is ignored above already',
      'a.ini',
      '# key-hygiene:ignore-next-line other-rule\na=«x1»',
      '# key-hygiene:ignore-next-line other-rule some-rule\na=x1',
    ],
    ['in a tag of JSX that goes on', 'a.tsx', 'x = <A\n  b="«x1»"\n/>;', 'x = <A\n  b="x1" // key-hygiene:ignore some-rule\n/>;'],
    ['in PHP', 'a.php', "<?php\n$a = '«x1»';\n", "<?php\n$a = 'x1'; // key-hygiene:ignore some-rule\n"],
  ];
  for (const [where, uri, text, expected] of cases) it(`writes ${where} (${uri})`, () => assert.equal(ignore(uri, text), expected));

  const withheld: readonly (readonly [string, string, string])[] = [
    ['in JSON', 'a.json', '{ "a": "«x1»" }'],
    ['in plain text', 'a.txt', '«x1»'],
    ['in a format nobody knows', 'a.unknown', '«x1»'],
    ['inside a string of several lines', 'a.py', '"""\n«x1»\nb"""'],
    ['inside a heredoc', 'a.sh', 'cat <<X\na\n«x1»\nb\nX\n'],
    ['between line continuations', 'a.sh', 'curl \\\n  -H "«x1»" \\\n  b\n'],
    ['in a block of YAML text', 'a.yaml', 'a: |\n  b\n  «x1»\n'],
    ['in text that JSX shows', 'a.tsx', 'x = <p>«x1»</p>;'],
    ['behind a JSX tag', 'a.jsx', 'x = <div>\n  <A b="«x1»" />\n</div>;'],
    ['in the page around PHP', 'a.php', '<p>«x1»</p>\n<?php\n'],
  ];
  for (const [where, uri, text] of withheld) it(`writes nothing ${where}`, () => assert.equal(ignore(uri, text), undefined));
});
