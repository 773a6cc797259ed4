import assert from 'node:assert/strict';
import path from 'node:path';
import { planFix } from '../../../../src/engine/fixes/plan-fix.ts';
import { formatPhrase, phrase } from '../../../../src/engine/phrase.ts';
import { applyEdits, fixSecret } from '../../../support/fix-fixtures.ts';
import { isInstalled, run, write } from '../../../support/fixed-programs.ts';
import { projectWith } from '../../../support/project-with.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

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
  'a struct of Go, in the columns of its fields': {
    path: 'cmd/main.go',
    languageId: 'go',
    text: `package main

import "example.com/shop/internal/config"

func run(cfg config.Config) {
\tsend(cfg.Port, "${fixSecret}")
}
`,
    file: 'internal/config/config.go',
    before: `package config

import "github.com/caarlos0/env/v11"

type Config struct {
\tHost string \`env:"HOST" envDefault:"localhost"\`
\tPort int    \`env:"PORT"\`
}

func Load() (Config, error) {
\treturn env.ParseAs[Config]()
}
`,
    after: `package config

import "github.com/caarlos0/env/v11"

type Config struct {
\tHost       string \`env:"HOST" envDefault:"localhost"\`
\tPort       int    \`env:"PORT"\`
\tServiceKey string \`env:"SERVICE_KEY,notEmpty"\`
}

func Load() (Config, error) {
\treturn env.ParseAs[Config]()
}
`,
  },
  'a struct of Go whose last field has a comment': {
    path: 'main.go',
    languageId: 'go',
    text: `package main

func run(cfg *config) {
\tsend("${fixSecret}")
}
`,
    file: 'config.go',
    before: `package main

import "github.com/kelseyhightower/envconfig"

type config struct {
\tPort int \`default:"8080"\` // where we listen
}

func load() (cfg config) {
\tenvconfig.MustProcess("shop", &cfg)
\treturn cfg
}

var ours = config{Port: 1}
`,
    after: `package main

import "github.com/kelseyhightower/envconfig"

type config struct {
\tPort int \`default:"8080"\` // where we listen

\tServiceKey string \`envconfig:"SERVICE_KEY" required:"true"\`
}

func load() (cfg config) {
\tenvconfig.MustProcess("shop", &cfg)
\treturn cfg
}

var ours = config{Port: 1}
`,
  },
  'the settings of .NET Framework': {
    path: 'Mailer.cs',
    languageId: 'csharp',
    text: `using System.Configuration;\n\nclass Mailer { string key = "${fixSecret}"; }\n`,
    file: 'Web.config',
    before: webConfig(''),
    after: webConfig('    <add key="SERVICE_KEY" value="" />\n'),
  },
};

function webConfig(row: string): string {
  return `<configuration>
  <configBuilders>
    <builders>
      <add name="Env" type="Microsoft.Configuration.ConfigurationBuilders.EnvironmentConfigBuilder, Microsoft.Configuration" />
    </builders>
  </configBuilders>
  <appSettings configBuilders="Env">
    <add key="PORT" value="8080" />
${row}  </appSettings>
</configuration>
`;
}

describe("fix in the project's own pattern", () => {
  for (const [name, { file, before, after, others, ...source }] of Object.entries(cases)) {
    it(`declares the variable with ${name}`, () => {
      const plan = planWith(source, { [file]: before, ...others });
      assert.ok(plan.kind === 'edits');
      const [also] = plan.also ?? [];
      assert.equal(also?.path, file);
      assert.equal(also.text, before);
      assert.equal(applyEdits(before, also.edits), after);
    });

    it(`leaves the declaration alone with ${name}, once it is there`, () => {
      const plan = planWith(source, { [file]: after, ...others });
      if (plan.kind === 'edits') assert.equal(plan.also, undefined);
      // Under which name Laravel's code has it is not read.
      else assert.equal(source.languageId, 'php');
    });
  }

  it('sets the columns of a struct as gofmt does', function () {
    if (!isInstalled('gofmt')) this.skip();
    const folder = temporaryFolder();
    for (const { file, after } of Object.values(cases).filter(({ file }) => file.endsWith('.go'))) {
      assert.equal(run('gofmt', [write(path.join(folder, path.basename(file)), after)], folder), after);
    }
  });

  describe('of .NET', () => {
    const csharp = {
      path: 'Program.cs',
      languageId: 'csharp',
      text: `var builder = WebApplication.CreateBuilder(args);\nsend("${fixSecret}");\n`,
    };
    const secrets = { 'Shop.csproj': '<Project><PropertyGroup><UserSecretsId>shop-1</UserSecretsId></PropertyGroup></Project>' };

    it('asks for the user secrets of a project that has some, and says what other machines need', () => {
      const plan = planWith(csharp, secrets);
      assert.ok(plan.kind === 'edits');
      assert.equal(plan.userSecrets, 'shop-1');
      assert.equal(plan.variable, 'Service__Key');
      assert.match(formatPhrase(plan.next?.[0] ?? phrase('')), /Service__Key/);
    });

    it('asks for the environment where there are none, or the name of them is no file name', () => {
      for (const id of [
        '',
        '<UserSecretsId>../../etc</UserSecretsId>',
        '<UserSecretsId>a/b</UserSecretsId>',
        '<UserSecretsId>..</UserSecretsId>',
      ]) {
        const plan = planWith(csharp, { 'Shop.csproj': `<Project>${id}</Project>` });
        assert.ok(plan.kind === 'edits');
        assert.equal(plan.userSecrets, undefined, id);
      }
    });

    it('plans the same again from the variable it chose', () => {
      const first = planWith(csharp, secrets);
      assert.ok(first.kind === 'edits');
      assert.deepEqual(planWith(csharp, secrets, new Set(), first.variable), first);
    });

    it('spells a section as the settings do, and takes another key when that stands for another value', () => {
      const files = { ...secrets, 'appsettings.json': '{ /* ours */ "SERVICE": { "Url": "x" } }' };
      const plan = planWith(csharp, files, new Set(['service__key']));
      assert.equal(plan.kind === 'edits' && plan.variable, 'SERVICE__Key2');
    });
  });

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

function planWith(
  source: Pick<Case, 'path' | 'languageId' | 'text'>,
  files: Readonly<Record<string, string>>,
  taken = new Set<string>(),
  variable = 'SERVICE_KEY',
) {
  const start = source.text.indexOf(fixSecret);
  return planFix({
    source: { uri: `file:///project/${source.path}`, languageId: source.languageId, text: source.text },
    findings: [{ span: { start, end: start + fixSecret.length } }],
    variable,
    style: 'required',
    everyPlace: true,
    project: projectWith([], files),
    way: 'own-pattern',
    taken,
  });
}
