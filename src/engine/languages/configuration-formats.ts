// Formats for settings and data. They cannot read their environment; what matters is where values and comments stand.

import { doubleQuoted, hashComment, hashLineComment, hashWordComment, singleQuoted, slashComments } from './forms.ts';
import type { CommentForm, Language, StringForm } from './language.ts';

const markup: readonly CommentForm[] = [{ open: '<!--', close: '-->' }];
const attributes: readonly StringForm[] = [
  { open: '"', close: '"', multiline: true },
  { open: "'", close: "'", multiline: true },
];
const literalSingle: StringForm = { open: "'", close: "'" };

export const configurationFormats: readonly Language[] = [
  {
    id: 'dotenv',
    title: '.env',
    languageIds: ['dotenv'],
    files: ['.env', '.env.*', '.dev.vars', '.renviron'],
    strings: [
      { ...doubleQuoted, multiline: true },
      { open: "'", close: "'", multiline: true },
      { open: '`', close: '`', multiline: true },
    ],
    comments: [hashWordComment],
  },
  {
    id: 'json',
    title: 'JSON',
    languageIds: ['json', 'jsonl', 'snippets'],
    files: ['.json', '.jsonl', '.ndjson', '.geojson', '.ipynb', '.map'],
    strings: [doubleQuoted],
    comments: [],
  },
  {
    id: 'jsonc',
    title: 'JSON with comments',
    languageIds: ['jsonc', 'json5'],
    files: [
      '.jsonc',
      '.json5',
      '.code-workspace',
      'tsconfig.json',
      'jsconfig.json',
      'settings.json',
      'launch.json',
      'tasks.json',
      'devcontainer.json',
    ],
    strings: [doubleQuoted, singleQuoted],
    comments: slashComments,
  },
  {
    id: 'yaml',
    title: 'YAML',
    languageIds: ['yaml', 'dockercompose', 'github-actions-workflow', 'home-assistant', 'ansible'],
    files: ['.yml', '.yaml'],
    strings: [
      { ...doubleQuoted, multiline: true },
      { open: "'", close: "'", doubled: true, multiline: true },
    ],
    comments: [hashWordComment],
  },
  {
    id: 'toml',
    title: 'TOML',
    languageIds: ['toml'],
    files: ['.toml', 'cargo.lock', 'poetry.lock', 'pipfile'],
    strings: [
      { open: '"""', close: '"""', escape: '\\', multiline: true },
      { open: "'''", close: "'''", multiline: true },
      doubleQuoted,
      literalSingle,
    ],
    comments: [hashComment],
  },
  {
    id: 'ini',
    title: 'INI',
    languageIds: ['ini'],
    files: ['.ini', '.cfg', '.conf', '.npmrc', '.pypirc', '.netrc', '.gitconfig', '.editorconfig'],
    strings: [],
    // A mark after a value belongs to the value for many readers: only whole lines are comments.
    comments: [hashLineComment, { open: ';', at: 'line' }],
  },
  {
    id: 'properties',
    title: 'Properties',
    languageIds: ['properties', 'java-properties', 'spring-boot-properties'],
    files: ['.properties'],
    strings: [],
    comments: [hashLineComment, { open: '!', at: 'line' }],
  },
  {
    id: 'xml',
    title: 'XML',
    languageIds: ['xml', 'xsl'],
    files: ['.xml', '.xsd', '.xsl', '.svg', '.csproj', '.props', '.targets', '.config', '.plist', '.resx'],
    strings: attributes,
    comments: markup,
  },
  {
    id: 'html',
    title: 'HTML',
    languageIds: ['html', 'vue', 'svelte', 'astro', 'handlebars', 'razor', 'erb'],
    files: ['.html', '.htm', '.xhtml', '.vue', '.svelte', '.astro', '.hbs', '.cshtml', '.erb'],
    strings: attributes,
    comments: markup,
  },
  {
    id: 'dockerfile',
    title: 'Dockerfile',
    languageIds: ['dockerfile'],
    files: ['dockerfile', 'dockerfile.*', '.dockerfile', 'containerfile'],
    strings: [doubleQuoted, literalSingle],
    comments: [hashLineComment],
  },
  {
    id: 'terraform',
    title: 'Terraform',
    languageIds: ['terraform', 'terraform-vars', 'hcl', 'opentofu'],
    files: ['.tf', '.tfvars', '.hcl', '.tofu'],
    strings: [{ ...doubleQuoted, holes: [{ open: '${', close: '}' }] }],
    comments: [hashComment, ...slashComments],
  },
  {
    id: 'sql',
    title: 'SQL',
    languageIds: ['sql', 'mssql', 'postgres', 'pgsql', 'mysql'],
    files: ['.sql', '.psql', '.ddl'],
    strings: [
      { open: "'", close: "'", doubled: true, multiline: true },
      { open: '"', close: '"', doubled: true },
    ],
    comments: [{ open: '--' }, { open: '/*', close: '*/' }],
  },
  {
    id: 'css',
    title: 'CSS',
    languageIds: ['css', 'scss', 'less', 'postcss'],
    files: ['.css', '.scss', '.less', '.pcss'],
    strings: [doubleQuoted, singleQuoted],
    comments: [{ open: '/*', close: '*/' }],
  },
  { id: 'markdown', title: 'Markdown', languageIds: ['markdown'], files: ['.md', '.markdown', '.mdx'], strings: [], comments: markup },
  { id: 'plaintext', title: 'Plain text', languageIds: ['plaintext'], files: ['.txt', '.log', '.csv', '.tsv'], strings: [], comments: [] },
];
