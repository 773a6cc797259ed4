// The grammars, read by the tokenizer VS Code itself uses.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';

const dotenvScope = 'source.dotenv';
const injectionScope = 'key-hygiene.secret-references.injection';
const hostScope = 'source.ts';
const grammarFiles: Readonly<Record<string, string>> = {
  [dotenvScope]: 'syntaxes/dotenv.tmLanguage.json',
  [injectionScope]: 'syntaxes/secret-references.injection.tmLanguage.json',
};

/** Just enough of a language for something to be injected into: strings and comments. */
const host: IRawGrammar = {
  ...{ scopeName: hostScope, repository: { $self: {}, $base: {} } },
  patterns: [
    { match: '//.*$', name: 'comment.line' },
    { begin: '"', end: '"', name: 'string.quoted.double' },
    { begin: "'", end: "'", name: 'string.quoted.single' },
    { match: '[A-Za-z_]\\w*', name: 'variable.other' },
  ],
};

describe('the grammar of .env files', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar(dotenvScope);
  });

  const rows: readonly (readonly [row: string, expected: Readonly<Record<string, string>>])[] = [
    ['# a comment', { '# a comment': 'comment.line.number-sign' }],
    ['OPENAI_API_KEY=abc', { OPENAI_API_KEY: 'variable.other.constant', '=': 'keyword.operator.assignment', abc: 'string.unquoted' }],
    ['export A_KEY = abc # note', { export: 'keyword.other.export', A_KEY: 'variable.other.constant', '# note': 'comment.line' }],
    ['A_KEY=abc#def', { 'abc#def': 'string.unquoted' }],
    ['A_KEY="a # b"', { 'a # b': 'string.quoted.double' }],
    [`A_KEY='a \${B} b'`, { [`a \${B} b`]: 'string.quoted.single' }],
    ['A_KEY="say \\"hi\\""', { '\\"': 'constant.character.escape' }],
    [`A_KEY=\${B_KEY:-none}/x`, { B_KEY: 'variable.other.readwrite', ':-': 'keyword.operator.expansion', none: 'string.unquoted.default' }],
    ['A_KEY=$B_KEY', { B_KEY: 'variable.other.readwrite' }],
    ['A_KEY=don\'t "quote" me', { 'don\'t "quote" me': 'string.unquoted' }],
  ];
  for (const [row, expected] of rows) {
    it(`reads ${row}`, () => {
      const [tokens = []] = tokenize(grammar, [row]);
      for (const [text, scope] of Object.entries(expected)) assertScope(tokens, text, scope);
    });
  }

  for (const reference of [
    'op://app/openai/key',
    'op://Our Vault/openai/key',
    'vault:secret/data/app#OPENAI_API_KEY',
    'https://shop.vault.azure.net/secrets/x',
  ]) {
    it(`gives ${reference} without quotes a scope of its own`, () => {
      const [tokens = []] = tokenize(grammar, [`A_KEY=${reference} # note`]);
      assertScope(tokens, reference, 'variable.other.constant.secret-reference.key-hygiene');
      assertScope(tokens, '# note', 'comment.line');
    });
  }

  it('gives no reference scope to what merely looks like one', () => {
    const [tokens = []] = tokenize(grammar, ['A_URL=https://op.org/a/b/c']);
    assertScope(tokens, 'https://op.org/a/b/c', 'string.unquoted');
  });

  it('reads a quoted value over several lines, and the row after it', () => {
    const [, second = [], third = [], fourth = []] = tokenize(grammar, ['A_PEM="first', 'second', 'third"', 'B_KEY=x']);
    assertScope(second, 'second', 'string.quoted.double');
    assertScope(third, 'third', 'string.quoted.double');
    assertScope(fourth, 'B_KEY', 'variable.other.constant');
  });
});

describe('the grammar of references and lookups', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar(hostScope);
  });

  const references = [
    'op://app/openai/key',
    'vault:secret/data/app#OPENAI_API_KEY',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/openai',
    'https://shop.vault.azure.net/secrets/OPENAI-API-KEY',
    'projects/shop/secrets/openai/versions/latest',
    'projects/shop/locations/europe-west1/secrets/openai/versions/3',
    `projects/\${project}/secrets/openai/versions/latest`,
    'secret/data/shop/prod#STRIPE_KEY',
    'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/db',
    '{{resolve:secretsmanager:shop/openai:SecretString:key}}',
    '{{resolve:ssm-secure:/shop/db:4}}',
    'https://shop.vault.usgovcloudapi.net/secrets/openai/0123456789abcdef0123456789abcdef',
    '@Microsoft.KeyVault(VaultName=shop;SecretName=openai)',
  ];
  for (const reference of references) {
    it(`gives ${reference} in a string a scope of its own`, () => {
      const [tokens = []] = tokenize(grammar, [`const a = "${reference}";`]);
      assertScope(tokens, reference, 'variable.other.constant.secret-reference.key-hygiene');
      assertScope(tokens, reference, 'string.quoted.double');
    });
  }

  const calls = [
    "new GetSecretValueCommand({ SecretId: 'shop/openai' })",
    'get_secret_value(SecretId="shop/openai")',
    "getSecretValue(['SecretId' => 'shop/openai'])",
    'get_secret_value(secret_id: "shop/openai")',
    'builder().secretId("shop/openai")',
    'SecretId: aws.String("shop/openai")',
    "vault.getSecret('shop/openai')",
    "await getSecret('shop/openai')",
    'get_secret("shop/openai")',
    'client.GetSecret(ctx, "shop/openai", "", nil)',
    'secrets.Get("shop/openai")',
    'secrets.MustGet("shop/openai")',
    'AppSecrets.get("shop/openai")',
    "AppSecrets::get('shop/openai')",
    'await AppSecrets.GetAsync("shop/openai")',
    'crate::app_secrets::must_get("shop/openai").await',
  ];
  for (const call of calls) {
    it(`gives the secret's name in ${call} a scope of its own`, () => {
      const [tokens = []] = tokenize(grammar, [`f(${call}, "other")`]);
      assertScope(tokens, 'shop/openai', 'variable.other.constant.secret-reference.key-hygiene');
      assertScope(tokens, 'other', 'string.quoted.double');
      const other = tokens.find(({ text }) => text === 'other');
      assert.ok(!other?.scopes.some(scope => scope.endsWith('.key-hygiene')));
    });
  }

  const lookups = [
    "process.env['OPENAI_API_KEY']",
    "import.meta.env['OPENAI_API_KEY']",
    "Deno.env.get('OPENAI_API_KEY')",
    'os.environ["OPENAI_API_KEY"]',
    'os.environ.get("OPENAI_API_KEY")',
    'os.getenv("OPENAI_API_KEY")',
    'os.Getenv("OPENAI_API_KEY")',
    'os.LookupEnv("OPENAI_API_KEY")',
    'System.getenv("OPENAI_API_KEY")',
    'Environment.GetEnvironmentVariable("OPENAI_API_KEY")',
    'ENV.fetch("OPENAI_API_KEY")',
    "ENV['OPENAI_API_KEY']",
    "$_ENV['OPENAI_API_KEY']",
    'env::var("OPENAI_API_KEY")',
    'env!("OPENAI_API_KEY")',
    'System.fetch_env!("OPENAI_API_KEY")',
  ];
  for (const lookup of lookups) {
    it(`gives the variable of ${lookup} a scope of its own`, () => {
      const [tokens = []] = tokenize(grammar, [`f(${lookup}, other)`]);
      assertScope(tokens, 'OPENAI_API_KEY', 'variable.other.constant.environment-lookup.key-hygiene');
      assertScope(tokens, 'other', 'variable.other');
    });
  }

  for (const line of [
    '// process.env.OPENAI_API_KEY',
    '"OPENAI_API_KEY"',
    '"getSecret(", "shop/openai"',
    '"https://shop.vault.azure.net/keys/openai"',
    'f("os.environ[", "OPENAI_API_KEY")',
    '"https://op.org/a/b/c"',
  ]) {
    it(`leaves ${line} alone`, () => {
      const scopes = tokenize(grammar, [line])
        .flat()
        .flatMap(token => token.scopes);
      assert.deepEqual(
        scopes.filter(scope => scope.endsWith('.key-hygiene')),
        [],
      );
    });
  }
});

describe('the contribution of the grammars', () => {
  it('names files that are there and carry the scope it says', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const { scopeName, path: file } of manifest.contributes.grammars) {
      assert.equal(JSON.parse(readFileSync(file, 'utf8')).scopeName, scopeName);
    }
    for (const { configuration } of manifest.contributes.languages) JSON.parse(readFileSync(configuration, 'utf8'));
  });
});

interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

async function loadGrammar(scopeName: string): Promise<IGrammar> {
  await loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm'));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: sources => new OnigScanner(sources),
      createOnigString: text => new OnigString(text),
    }),
    loadGrammar: async scope => (scope === hostScope ? host : readGrammar(scope)),
    getInjections: scope => (scope === hostScope ? [injectionScope] : []),
  });
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar);
  return grammar;
}

function readGrammar(scope: string): IRawGrammar | null {
  const file = grammarFiles[scope];
  return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
}

function tokenize(grammar: IGrammar, lines: readonly string[]): Token[][] {
  let state = INITIAL;
  return lines.map(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
  });
}

/** Every character of `text`, whichever tokens carry it, has the scope or one below it. */
function assertScope(tokens: readonly Token[], text: string, scope: string): void {
  const line = tokens.map(token => token.text).join('');
  const start = line.indexOf(text);
  assert.notEqual(start, -1, `${text} is not in ${line}`);
  let offset = 0;
  for (const token of tokens) {
    const isInside = offset < start + text.length && offset + token.text.length > start;
    offset += token.text.length;
    if (isInside)
      assert.ok(
        token.scopes.some(each => each.startsWith(scope)),
        `${token.text} of ${text}: ${token.scopes.join(' ')}`,
      );
  }
}
