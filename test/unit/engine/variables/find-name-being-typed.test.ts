// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code of other languages, and of this one, as text
// Inside which lookups a name is completed.
import assert from 'node:assert/strict';
import { findNameBeingTyped } from '../../../../src/engine/variables/find-name-being-typed.ts';

/** What would be replaced, in brackets; `|` is the cursor. */
function typed(file: string, lineWithCursor: string): string | undefined {
  const column = lineWithCursor.indexOf('|');
  const line = lineWithCursor.replace('|', '');
  const span = findNameBeingTyped({ uri: `file:///w/${file}`, languageId: '' }, line, column);
  return span && `${line.slice(0, span.start)}[${line.slice(span.start, span.end)}]${line.slice(span.end)}`;
}

describe('the name being typed', () => {
  const completed: readonly (readonly [file: string, line: string, expected: string])[] = [
    ['a.ts', 'const key = process.env.|', 'const key = process.env.[]'],
    ['a.ts', 'const key = process.env.OPE|;', 'const key = process.env.[OPE];'],
    ['a.ts', 'use(process.env["|"])', 'use(process.env["[]"])'],
    ['a.ts', "Deno.env.get('|", "Deno.env.get('[]"],
    ['a.ts', 'const { | } = process.env;', 'const { [] } = process.env;'],
    ['a.ts', 'import.meta.env.OP|EN', 'import.meta.env.[OPEN]'],
    ['a.py', 'key = os.environ["|"]', 'key = os.environ["[]"]'],
    ['a.py', "key = os.getenv('OP|", "key = os.getenv('[OP]"],
    ['a.go', 'os.Getenv("|")', 'os.Getenv("[]")'],
    ['A.java', 'System.getenv("|', 'System.getenv("[]'],
    ['A.cs', 'Environment.GetEnvironmentVariable("|")', 'Environment.GetEnvironmentVariable("[]")'],
    ['a.rb', "ENV['|']", "ENV['[]']"],
    ['a.rb', 'ENV.fetch("|', 'ENV.fetch("[]'],
    ['a.php', "getenv('|')", "getenv('[]')"],
    ['a.rs', 'env::var("|")', 'env::var("[]")'],
    ['a.sh', 'curl -H "X: ${|}"', 'curl -H "X: ${[]}"'],
    ['a.sh', 'echo $AP|', 'echo $[AP]'],
    ['a.ps1', '$env:|', '$env:[]'],
    ['a.pl', '$ENV{|', '$ENV{[]'],
    ['a.swift', 'ProcessInfo.processInfo.environment["|"]', 'ProcessInfo.processInfo.environment["[]"]'],
    ['a.dart', "Platform.environment['|']", "Platform.environment['[]']"],
    ['a.ex', 'System.get_env("|")', 'System.get_env("[]")'],
    ['compose.yaml', '      API_KEY: ${|}', '      API_KEY: ${[]}'],
    ['ci.yml', '  KEY: ${{ secrets.| }}', '  KEY: ${{ secrets.[] }}'],
    ['ci.yml', '  KEY: ${{ secrets.OP|', '  KEY: ${{ secrets.[OP]'],
    ['ci.yml', '  KEY: ${{ env.|', '  KEY: ${{ env.[]'],
  ];
  for (const [file, line, expected] of completed) it(`is found in ${line} of ${file}`, () => assert.equal(typed(file, line), expected));

  const silent: readonly (readonly [file: string, line: string])[] = [
    ['a.ts', 'const key = process.|'],
    ['a.ts', 'client.environment.|'],
    ['a.ts', 'process.env.A_KEY + |'],
    ['a.py', 'os.environ["A_KEY"] + "|"'],
    ['a.py', 'print("|")'],
    ['a.md', 'Set process.env.|'],
    ['a.go', 'os.ReadFile("|")'],
    ['ci.yml', '  KEY: ${{ github.| }}'],
  ];
  for (const [file, line] of silent) it(`is not found in ${line} of ${file}`, () => assert.equal(typed(file, line), undefined));

  it('is not looked for in lines that no person writes', () => {
    assert.equal(typed('a.ts', `${'x'.repeat(2000)} process.env.|`), undefined);
  });
});
