import assert from 'node:assert/strict';
import { planFix } from '../../../../src/engine/fixes/plan-fix.ts';
import { applyEdits, fixSecret } from '../../../support/fix-fixtures.ts';
import { projectWith } from '../../../support/project-with.ts';

interface Case {
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
  /** The project's file, before and after. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly others?: Readonly<Record<string, string>>;
}

const usesEnv = `import { env } from './env';\n\nsend(env.HOST, '${fixSecret}');\n`;
const typescript = { path: 'src/send.ts', languageId: 'typescript', text: usesEnv, file: 'src/env.ts' };

const cases: Readonly<Record<string, Case>> = {
  't3-env: on the server and in what is read at run time': {
    ...typescript,
    before: `import { createEnv } from '@t3-oss/env-core';
import { z } from 'zod';

export const env = createEnv({
  server: {
    HOST: z.string().url()
  },
  runtimeEnv: { HOST: process.env.HOST },
});
`,
    after: `import { createEnv } from '@t3-oss/env-core';
import { z } from 'zod';

export const env = createEnv({
  server: {
    HOST: z.string().url(),
    SERVICE_KEY: z.string().min(1)
  },
  runtimeEnv: { HOST: process.env.HOST, SERVICE_KEY: process.env.SERVICE_KEY },
});
`,
  },
  't3-env that is given the whole environment': {
    ...typescript,
    before: `import { createEnv } from '@t3-oss/env-core';
import * as v from 'valibot';

export const env = createEnv({ server: {}, runtimeEnv: process.env });
`,
    after: `import { createEnv } from '@t3-oss/env-core';
import * as v from 'valibot';

export const env = createEnv({ server: { SERVICE_KEY: v.pipe(v.string(), v.nonEmpty()) }, runtimeEnv: process.env });
`,
  },
  'zod by way of safeParse': {
    ...typescript,
    before: `import { z } from 'zod';

const parsed = z
  .object({
    HOST: z.string(),
  })
  .safeParse(process.env);
if (!parsed.success) throw parsed.error;

export const env = parsed.data;
`,
    after: `import { z } from 'zod';

const parsed = z
  .object({
    HOST: z.string(),
    SERVICE_KEY: z.string().min(1),
  })
  .safeParse(process.env);
if (!parsed.success) throw parsed.error;

export const env = parsed.data;
`,
  },
  'envalid, with the validator it needs': {
    ...typescript,
    before: `import { cleanEnv, host } from 'envalid';

export const env = cleanEnv(process.env, {
  HOST: host(),
});
`,
    after: `import { cleanEnv, host, str } from 'envalid';

export const env = cleanEnv(process.env, {
  HOST: host(),
  SERVICE_KEY: str(),
});
`,
  },
  'pydantic-settings, behind the other fields': {
    path: 'app/main.py',
    languageId: 'python',
    text: `from .config import settings as conf\n\nsend(conf.HOST, "${fixSecret}")\n`,
    file: 'app/config.py',
    before: `from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    HOST: str

    class Config:
        env_file = '.env'


settings = Settings()
`,
    after: `from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    HOST: str
    SERVICE_KEY: str

    class Config:
        env_file = '.env'


settings = Settings()
`,
  },
  'Laravel, in the configuration of services': {
    path: 'app/Mailer.php',
    languageId: 'php',
    text: `<?php\n\nsend('${fixSecret}');\n`,
    file: 'config/services.php',
    before: `<?php

return [
    'mailgun' => [
        'secret' => env('MAILGUN_SECRET'),
    ],
];
`,
    after: `<?php

return [
    'mailgun' => [
        'secret' => env('MAILGUN_SECRET'),
    ],

    'service' => [
        'key' => env('SERVICE_KEY'),
    ],
];
`,
    others: { 'composer.json': '{ "require": { "laravel/framework": "^12.0" } }' },
  },
};

describe("fix in the project's own pattern", () => {
  for (const [name, { file, before, after, others, ...source }] of Object.entries(cases)) {
    it(`declares the variable with ${name}`, () => {
      const plan = planWith(source, { [file]: before, ...others });
      assert.ok(plan.kind === 'edits');
      assert.equal(plan.also?.path, file);
      assert.equal(plan.also.text, before);
      assert.equal(applyEdits(before, plan.also.edits), after);
    });

    it(`leaves the declaration alone with ${name}, once it is there`, () => {
      const plan = planWith(source, { [file]: after, ...others });
      if (plan.kind === 'edits') assert.equal(plan.also, undefined);
      // Under which name Laravel's code has it is not read.
      else assert.equal(source.languageId, 'php');
    });
  }

  it('withholds a variable that stands for another value', () => {
    const { before } = cases['zod by way of safeParse'] as Case;
    const plan = planWith(typescript, { 'src/env.ts': before }, new Set(['SERVICE_KEY']));
    assert.equal(plan.kind === 'withheld' && plan.reason.args[0], 'SERVICE_KEY');
  });

  it('names the variable as the prefix of the settings says', () => {
    const text = `from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    model_config = {'env_prefix': 'mail_'}
    service_key: str = '${fixSecret}'
`;
    const plan = planWith({ path: 'config.py', languageId: 'python', text }, {});
    assert.equal(plan.kind === 'edits' && plan.variable, 'MAIL_SERVICE_KEY');
  });
});

function planWith(source: Pick<Case, 'path' | 'languageId' | 'text'>, files: Readonly<Record<string, string>>, taken = new Set<string>()) {
  const start = source.text.indexOf(fixSecret);
  return planFix({
    source: { uri: `file:///project/${source.path}`, languageId: source.languageId, text: source.text },
    findings: [{ span: { start, end: start + fixSecret.length } }],
    variable: 'SERVICE_KEY',
    style: 'required',
    everyPlace: true,
    project: projectWith([], files),
    way: 'own-pattern',
    taken,
  });
}
