// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code of other languages, and of this one, as text
// What lies around the apps of the sample monorepo: tools, pipelines, containers, keys in files of their own.

/** @typedef {import('./apps.mjs').SampleFile} SampleFile */

/** @type {readonly SampleFile[]} */
export const around = [
  { path: '.gitignore', text: '.env\n.env.*\n!.env.example\n!.env.template\nnode_modules\n' },
  { path: 'package.json', text: '{ "name": "acme", "private": true, "workspaces": ["apps/*"] }\n' },
  // Environment files that git does not ignore.
  { path: 'tools/.gitignore', text: '!.env\n' },
  { path: 'tools/.env', text: 'UPLOAD_API_KEY={{random:UPLOAD}}\n', problems: ['env-file-not-ignored'] },
  { path: 'tools/defaults/.env', text: 'DB_PASSWORD=postgres\nAPP_SECRET=change-me\n', git: 'committed', mode: 0o644 },
  {
    path: 'tools/upload.php',
    text: '<?php\n$key = getenv("UPLOAD_API_KEY");\n$db = getenv("DB_PASSWORD");\n$app = getenv("APP_SECRET");\n',
  },
  // Values of environment files, found again.
  {
    path: 'docs/setup.md',
    text: 'Ask for the ledger’s key, or take {{random:MAIL}} for a start.\n',
    problems: ['known-value'],
    problemsInClone: [],
  },
  { path: 'docs/links.md', text: 'Open https://mail.acme.io/#{{url:MAIL}} once.\n', problems: ['known-value'], problemsInClone: [] },
  { path: 'docs/header.md', text: 'Send `{{base64:QUEUE}}` along.\n', problems: ['known-value'], problemsInClone: [] },
  {
    path: 'docs/parts.js',
    text: 'export const text = "{{head:QUEUE}}" +\n  "{{tail:QUEUE}}";\n',
    problems: ['known-value'],
    problemsInClone: [],
  },
  { path: 'docs/hosts.md', text: 'The debug token is true, the host key is localhost, and the password is postgres.\n' },
  { path: 'docs/other.md', text: 'A build is named {{random:BUILD}}.\n' },
  // Keys in files of their own.
  {
    path: 'deploy/service-account.json',
    text: '{\n  "type": "service_account",\n  "private_key": "{{secret:gcp-service-account-key:ACCOUNT}}"\n}\n',
    problems: ['key-file-tracked'],
  },
  { path: 'deploy/service-account.schema.json', text: '{ "type": "object", "required": ["private_key"] }\n' },
  { path: 'deploy/id_ed25519', text: '{{secret:private-key:HOST}}\n', git: 'untracked', mode: 0o644, problems: ['key-file-readable'] },
  { path: 'deploy/id_rsa', text: '{{secret:private-key:HOST2}}\n', git: 'untracked', mode: 0o600 },
  {
    path: 'deploy/old.pem',
    text: '{{secret:private-key:TLS}}\n{{certificate:230101000000Z}}\n',
    git: 'untracked',
    problems: ['certificate-expired'],
  },
  { path: 'deploy/new.pem', text: '{{secret:private-key:TLS2}}\n{{certificate:20990101000000Z}}\n', git: 'untracked' },
  // Scripts, containers, pipelines.
  { path: 'tools/dump.sh', text: 'mysql -u root -p$DB_PASSWORD app > dump.sql\n', problems: ['key-on-command-line'] },
  { path: 'tools/load.sh', text: 'MYSQL_PWD="$DB_PASSWORD" mysql -u root app < dump.sql\n' },
  { path: 'tools/ask.sh', text: "curl -H 'Authorization: Bearer $UPLOAD_API_KEY' https://a.acme.io\n", problems: ['unexpanded-variable'] },
  { path: 'tools/say.sh', text: "curl -d 'costs $5' https://a.acme.io\n" },
  { path: 'deploy/Dockerfile', text: 'FROM node:22\nARG UPLOAD_API_KEY\nRUN make\n', problems: ['dockerfile-secret'] },
  { path: 'deploy/Dockerfile.fine', text: 'FROM node:22\nRUN --mount=type=secret,id=UPLOAD_API_KEY,env=UPLOAD_API_KEY make\n' },
  {
    path: '.github/workflows/release.yml',
    text: 'on: push\nenv:\n  UPLOAD_API_KEY: {{random:WORKFLOW}}\njobs: {}\n',
    problems: ['workflow-literal'],
  },
  { path: '.github/workflows/test.yml', text: 'on: push\nenv:\n  UPLOAD_API_KEY: ${{ secrets.UPLOAD_API_KEY }}\njobs: {}\n' },
  {
    path: 'tools/.bash_history',
    text: 'ls\nexport KEY={{secret:stripe-test-key:TYPED}}\n',
    git: 'untracked',
    problems: ['key-in-history'],
  },
  { path: 'tools/.zsh_history', text: 'ls\nexport KEY=$(pass stripe)\n', git: 'untracked' },
];
