// Values that quoting, escaping, encoding and filling-in get wrong.

export const nastyValues: readonly string[] = [
  'plain',
  ' lead and trail ',
  'a#b # c',
  `it's "quoted" \`three\` ways`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a reader would fill in
  'pa$word${HOME}$(id)`id`',
  '\\n \\t \\\\ \\$x \\',
  'first\nsecond\r\nthird\n',
  '=a=b==',
  'ünï çødé 🔑 \u2028 \uFEFF',
  'x'.repeat(20_000),
  '{"type":"service_account","private_key":"-----BEGIN…\\n"}',
];
