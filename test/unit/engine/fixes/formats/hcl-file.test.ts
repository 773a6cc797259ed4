import assert from 'node:assert/strict';
import { readHcl } from '../../../../../src/engine/fixes/formats/hcl-file.ts';

describe('a Terraform file', () => {
  it('has its strings with the blocks around them, those inside of expressions, too', () => {
    const text = [
      '# "a"',
      'resource "kind" "name" {',
      `  b = "x \${f("inner")} y"`,
      '  c = { "d" = 1 } /* "e" */',
      '  nested {',
      '    f = <<-EOT',
      '      "g"',
      '    EOT',
      '  }',
      '}',
      '',
    ].join('\n');
    const found = readHcl(text)?.strings.map(({ kind, content, blocks }) => [
      kind,
      text.slice(content.start, content.end).trim(),
      blocks.map(({ type, labels }) => [type, ...labels].join(' ')).join(' > '),
    ]);
    assert.deepEqual(found, [
      ['comment', '"a"', ''],
      ['quoted', 'kind', ''],
      ['quoted', 'name', ''],
      ['quoted', 'inner', 'resource kind name'],
      ['quoted', `x \${f("inner")} y`, 'resource kind name'],
      ['quoted', 'd', 'resource kind name'],
      ['comment', '"e" */'.slice(0, 3), 'resource kind name'],
      ['heredoc', '"g"', 'resource kind name > nested'],
    ]);
  });

  it('keeps escapes of quotes and of holes inside their string', () => {
    const text = `a = "x\\"y $\${z} %%{w}"\n`;
    assert.deepEqual(
      readHcl(text)?.strings.map(({ content }) => text.slice(content.start, content.end)),
      [`x\\"y $\${z} %%{w}`],
    );
  });

  it('is not read where a string, a brace or a here-document does not end', () => {
    for (const text of ['a = "b\n', 'a {\n', '}\n', 'a = <<EOT\nb\n', `a = "\${b"\n`, '/* a\n'])
      assert.equal(readHcl(text), undefined, text);
  });
});
