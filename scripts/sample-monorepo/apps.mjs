// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code of other languages, and of this one, as text
// The apps of the sample monorepo. `{{…}}` is filled in by `fill.mjs`; `problems` are the checks that must report the file.
// Where nothing must be reported the file is a look-alike: nearly the same, and fine.

/**
 * @typedef {object} SampleFile
 * @property {string} path
 * @property {string} text
 * @property {readonly string[]} [problems] ids of checks, in alphabetical order
 * @property {readonly string[]} [problemsInClone] where only the committed files are there; the same without
 * @property {'committed' | 'untracked'} [git] default: committed, but for environment files
 * @property {number} [mode] default: 0600 for environment files and what is not committed
 */

/** @type {readonly SampleFile[]} */
export const web = [
  { path: 'apps/web/package.json', text: '{ "name": "web", "dependencies": { "next": "15.0.0" } }\n' },
  {
    path: 'apps/web/.env.local',
    text: 'SENTRY_AUTH_TOKEN={{secret:sentry-user-token:SENTRY}}\nGITHUB_TOKEN={{secret:github-classic-token:GITHUB}}\nUPTIME_API_KEY={{random:UPTIME}}\n',
    mode: 0o644,
    problems: ['broad-key', 'env-file-readable'],
  },
  {
    path: 'apps/web/.env.development',
    text: 'STRIPE_SECRET_KEY={{secret:stripe-secret-key:STRIPE}}\nSESSION_SECRET={{random:SESSION_DEV}}\nMAPS_API_TOKEN={{random:MAPS}}\nBOX_PASSWORD={{random:BOX_DEV}}\n',
    problems: ['broad-key', 'live-key-in-development'],
  },
  {
    path: 'apps/web/.env.test',
    // Developers and their tests may share, test keys belong here, and tests may do without some.
    text: 'STRIPE_SECRET_KEY={{secret:stripe-test-key:STRIPE_TEST}}\nMAPS_API_TOKEN={{random:MAPS}}\n',
  },
  {
    path: 'apps/web/.env.staging',
    text: 'STRIPE_SECRET_KEY={{secret:stripe-test-key:STRIPE_STAGING}}\nSESSION_SECRET={{random:SESSION}}\nMAPS_API_TOKEN={{random:MAPS_STAGING}}\nBOX_PASSWORD={{random:BOX_STAGING}}\n',
    problems: ['value-in-two-environments'],
  },
  {
    path: 'apps/web/.env.production',
    text: 'STRIPE_SECRET_KEY={{secret:stripe-restricted-key:STRIPE_LIVE}}\nSESSION_SECRET={{random:SESSION}}\nMAPS_API_TOKEN={{random:MAPS_LIVE}}\nBOX_PASSWORD={{random:BOX_LIVE}}\n',
    problems: ['value-in-two-environments'],
  },
  {
    path: 'apps/web/.env.bak',
    text: 'STRIPE_SECRET_KEY={{secret:stripe-test-key:STRIPE_OLD}}\n',
    problems: ['env-backup'],
  },
  {
    path: 'apps/web/.env.example',
    text: 'STRIPE_SECRET_KEY=\nSESSION_SECRET=change-me\nMAPS_API_TOKEN=your-token-here\nBOX_PASSWORD=\nGITHUB_TOKEN=\nUPTIME_API_KEY=\n',
  },
  {
    path: 'apps/web/src/checkout.ts',
    text: [
      "import Stripe from 'stripe';",
      '',
      'export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? "");',
      'export const session = process.env.SESSION_SECRET;',
      'export const box = login("box", process.env.BOX_PASSWORD);',
      'export const tiles = fetch("https://maps.acme.io/tiles", { headers: { Authorization: `Bearer ${process.env.MAPS_API_TOKEN}` } });',
      'export const reports = process.env.SENTRY_AUTH_TOKEN;',
      'export const issues = process.env.GITHUB_TOKEN;',
      'export const uptime = process.env.UPTIME_API_KEY;',
      '',
    ].join('\n'),
  },
  {
    path: 'apps/web/src/debug.ts',
    text: 'const apiKey = process.env.STRIPE_SECRET_KEY;\nconsole.log(apiKey);\n',
    problems: ['key-logged'],
  },
  { path: 'apps/web/src/tell.ts', text: 'const apiKey = process.env.STRIPE_SECRET_KEY;\nconsole.log("has a key:", Boolean(apiKey));\n' },
  {
    path: 'apps/web/src/search.ts',
    text: 'export const find = (token: string) => fetch(`https://search.acme.io/v1/items?access_token=${token}`);\n',
    problems: ['key-in-query'],
  },
  {
    path: 'apps/web/src/find.ts',
    text: 'export const find = (token: string) => fetch("https://search.acme.io/v1/items?page=2", { headers: { Authorization: `Bearer ${token}` } });\n',
  },
  {
    path: 'apps/web/src/chat.ts',
    text: 'export const secret = process.env.NEXT_PUBLIC_CLIENT_SECRET;\n',
    problems: ['public-prefix'],
  },
  { path: 'apps/web/src/shop.ts', text: 'export const key = process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY;\n' },
  {
    path: 'apps/web/src/tokens.ts',
    text: [
      'export const first = \'{{jwt:{"sub":"a1","iat":1500000000,"exp":1500003600}}}\';',
      'export const second = \'{{jwt:{"sub":"a2","iat":1500000000}}}\';',
      'export const third = \'{{jwt:{"sub":"a3","iat":1760000000,"exp":2075360000}}}\';',
      '',
    ].join('\n'),
    problems: ['token-expired', 'token-long-lived', 'token-without-expiry'],
  },
  { path: 'apps/web/src/fresh.ts', text: 'export const token = \'{{jwt:{"sub":"a4","iat":2060000000,"exp":2080000000}}}\';\n' },
];

/** @type {readonly SampleFile[]} */
export const api = [
  { path: 'apps/api/pyproject.toml', text: '[project]\nname = "api"\n' },
  {
    path: 'apps/api/.env',
    text: 'LEDGER_API_KEY={{random:LEDGER}}\nMAIL_API_KEY={{random:MAIL}}\nQUEUE_PASSWORD={{random:QUEUE}}\nDEBUG_TOKEN=true\nHOST_KEY=localhost\n',
    problems: ['key-shared-by-packages'],
  },
  {
    path: 'apps/api/.env.staging',
    text: 'LEDGER_API_KEY={{random:LEDGER_STAGING}}\n',
    git: 'committed',
    problems: ['env-file-tracked'],
  },
  {
    path: 'apps/api/.env.example',
    text: 'LEDGER_API_KEY={{random:LEDGER_SHOWN}}\nMAIL_API_KEY=\nQUEUE_PASSWORD=\n',
    problems: ['value-in-template'],
  },
  { path: 'apps/api/.env.template', text: 'LEDGER_API_KEY=<your key>\nMAIL_API_KEY=\nQUEUE_PASSWORD=postgres\nDEBUG_TOKEN=\nHOST_KEY=\n' },
  {
    path: 'apps/api/app.py',
    text: [
      'import os',
      'import requests',
      '',
      'ledger = os.environ["LEDGER_API_KEY"]',
      'mail = os.environ.get("MAIL_API_KEY")',
      'queue = os.getenv("QUEUE_PASSWORD")',
      'settings = [os.getenv("DEBUG_TOKEN"), os.getenv("HOST_KEY")]',
      'requests.get("https://api.acme.io/v1", headers={"Authorization": f"Bearer {ledger}"})',
      '',
    ].join('\n'),
  },
  {
    path: 'apps/api/plain.py',
    text: 'import os\nimport requests\n\nkey = os.environ["LEDGER_API_KEY"]\nrequests.get("http://api.acme.io/v1", headers={"Authorization": f"Bearer {key}"})\n',
    problems: ['key-over-http'],
  },
  {
    path: 'apps/api/local.py',
    text: 'import os\nimport requests\n\nkey = os.environ["LEDGER_API_KEY"]\nrequests.get("http://localhost:8000/v1", headers={"Authorization": f"Bearer {key}"})\n',
  },
  {
    path: 'apps/api/unverified.py',
    text: 'import os\nimport requests\n\nkey = os.environ["MAIL_API_KEY"]\nrequests.get("https://mail.acme.io", headers={"Authorization": f"Bearer {key}"}, verify=False)\n',
    problems: ['tls-verification-off'],
  },
  {
    path: 'apps/api/verified.py',
    text: 'import os\nimport requests\n\nkey = os.environ["MAIL_API_KEY"]\nrequests.get("https://mail.acme.io", headers={"Authorization": f"Bearer {key}"}, verify=True)\n',
  },
  {
    path: 'apps/api/explore.ipynb',
    text: '{"cells": [{"cell_type": "code", "outputs": [{"text": ["{{secret:stripe-test-key:SHOWN}}\\n"]}], "source": ["print(key)"]}]}\n',
    problems: ['key-in-notebook-output'],
  },
  {
    path: 'apps/api/clean.ipynb',
    text: '{"cells": [{"cell_type": "code", "outputs": [{"text": ["42\\n"]}], "source": ["print(answer)"]}]}\n',
  },
];

/** @type {readonly SampleFile[]} */
export const worker = [
  { path: 'apps/worker/go.mod', text: 'module acme.io/worker\n\ngo 1.22\n' },
  {
    path: 'apps/worker/.env.staging',
    text: 'LEDGER_API_KEY={{random:WORKER_STAGING}}\nPAYMENT_SECRET={{secret:stripe-test-key:PAYMENT_STAGING}}\n',
    problems: ['name-missing-in-environment'],
  },
  {
    path: 'apps/worker/.env.production',
    text: 'LEDGER_API_KEY={{random:LEDGER}}\nPAYMENT_SECRET={{secret:stripe-test-key:PAYMENT}}\nRETRY_TOKEN={{random:RETRY}}\nOLD_SIGNING_SECRET={{random:OLD}}\n',
    problems: ['key-shared-by-packages', 'key-unused', 'test-key-in-production'],
  },
  { path: 'apps/worker/.env.example', text: 'LEDGER_API_KEY=\nPAYMENT_SECRET=\nRETRY_TOKEN=\n' },
  {
    path: 'apps/worker/main.go',
    text: [
      'package main',
      '',
      'import "os"',
      '',
      'var ledger = os.Getenv("LEDGER_API_KEY")',
      'var payment = os.Getenv("PAYMENT_SECRET")',
      'var retry = os.Getenv("RETRY_TOKEN")',
      '',
    ].join('\n'),
  },
  {
    path: 'apps/worker/archive.go',
    text: 'package main\n\nimport "os"\n\nvar archive = os.Getenv("ARCHIVE_API_TOKEN")\n',
    problems: ['key-undefined'],
  },
  { path: 'apps/worker/archive_test.go', text: 'package main\n\nimport "os"\n\nvar fake = os.Getenv("FAKE_API_TOKEN")\n' },
];
