import assert from 'node:assert/strict';
import { formatPhrase } from '../../../../src/engine/phrase.ts';
import { adviseLoading, type LoadingQuestion } from '../../../../src/engine/project/loads-environment.ts';
import type { ProjectFacts } from '../../../../src/engine/project/project-facts.ts';
import { projectWith } from '../../../support/project-with.ts';

const folderWith = (manifests: Readonly<Record<string, string>>, ...entries: readonly string[]): ProjectFacts => ({
  folder: 'file:///project',
  entries: [...Object.keys(manifests), ...entries],
  manifests,
});

function adviceFor(name: string, languageId: string, project?: ProjectFacts, changes: Partial<LoadingQuestion> & { text?: string } = {}) {
  const { text = '', ...rest } = changes;
  return adviseLoading({ source: { uri: `file:///project/${name}`, languageId, text }, project, envFile: '.env', ...rest });
}

describe('adviseLoading', () => {
  it('names the one program that opens an encrypted file, unless the project does', () => {
    const encrypted = { isEncrypted: true };
    assert.equal(adviceFor('a.ts', 'typescript', projectWith(['dotenv']), encrypted)?.copy, 'dotenvx run --');
    assert.equal(adviceFor('a.py', 'python', undefined, { ...encrypted, envFile: '.env.local' })?.copy, 'dotenvx run -f .env.local --');
    assert.equal(adviceFor('a.ts', 'typescript', projectWith(['@dotenvx/dotenvx']), encrypted), undefined);
  });

  it('names the command or the line where nothing loads the file', () => {
    const cases: readonly [string, string, ProjectFacts | undefined, string][] = [
      ['a.ts', 'typescript', projectWith(['express']), 'node --env-file=.env'],
      ['a.ts', 'typescript', folderWith({ 'deno.json': '{}' }), 'deno run --env-file=.env'],
      ['a.py', 'python', undefined, 'from dotenv import load_dotenv; load_dotenv()'],
      ['a.py', 'python', folderWith({ 'pyproject.toml': '[project]\n' }, 'uv.lock'), 'uv run --env-file .env'],
      ['a.go', 'go', folderWith({ 'go.mod': 'module a\n' }), 'import _ "github.com/joho/godotenv/autoload"'],
      ['a.rb', 'ruby', folderWith({ Gemfile: 'gem "rack"\n' }), 'require "dotenv/load"'],
      ['a.php', 'php', folderWith({ 'composer.json': '{}' }), 'Dotenv\\Dotenv::createImmutable(__DIR__)->load();'],
      ['a.rs', 'rust', folderWith({ 'Cargo.toml': '[package]\n' }), 'dotenvy::dotenv().ok();'],
      ['A.cs', 'csharp', folderWith({ 'App.csproj': '<Project/>' }), 'DotNetEnv.Env.Load();'],
      ['A.java', 'java', folderWith({ 'pom.xml': '<project/>' }), 'set -a; . ./.env; set +a'],
      ['a.R', 'r', undefined, 'readRenviron(".env")'],
      ['Makefile', 'makefile', undefined, 'set -a; . ./.env; set +a'],
      ['a.sh', 'shellscript', undefined, 'set -a; . ./.env; set +a'],
    ];
    for (const [name, languageId, project, copy] of cases) {
      const advice = adviceFor(name, languageId, project);
      assert.equal(advice?.copy, copy, name);
      const note = formatPhrase(advice?.note ?? assert.fail());
      assert.ok(note.startsWith('Nothing here seems to load .env: ') && note.includes(copy), note);
    }
  });

  it('is silent where a package, an option or a tool loads it', () => {
    const cases: readonly [string, string, ProjectFacts][] = [
      ['a.ts', 'typescript', projectWith(['dotenv'])],
      ['a.ts', 'typescript', projectWith(['next'])],
      ['a.ts', 'typescript', projectWith(['vite'], { 'index.html': '' })],
      ['a.ts', 'typescript', projectWith(['@nestjs/config'])],
      ['a.ts', 'typescript', folderWith({ 'package.json': '{"scripts":{"start":"node --env-file=.env a.js"}}' })],
      ['a.ts', 'typescript', projectWith([], { 'bun.lock': '' })],
      ['a.ts', 'typescript', projectWith([], { 'compose.yaml': '' })],
      ['a.ts', 'typescript', projectWith([], { Procfile: '' })],
      ['a.py', 'python', folderWith({ 'requirements.txt': 'python-dotenv==1.0\n' })],
      ['a.py', 'python', folderWith({ 'pyproject.toml': 'dependencies = ["pydantic-settings"]\n' })],
      ['a.py', 'python', folderWith({ Pipfile: '' })],
      ['a.go', 'go', folderWith({ 'go.mod': 'require github.com/joho/godotenv v1.5.1\n' }, '.git')],
      ['a.rb', 'ruby', folderWith({ Gemfile: 'gem "dotenv"\n' })],
      ['a.php', 'php', folderWith({ 'composer.json': '{"require":{"laravel/framework":"11"}}' })],
      ['a.rs', 'rust', folderWith({ 'Cargo.toml': 'dotenvy = "0.15"\n' })],
      ['A.cs', 'csharp', folderWith({ 'App.csproj': '<PackageReference Include="DotNetEnv" />' })],
      ['A.java', 'java', folderWith({ 'pom.xml': '<groupId>io.quarkus</groupId>' })],
      ['a.py', 'python', folderWith({}, '.envrc')],
    ];
    for (const [name, languageId, project] of cases) assert.equal(adviceFor(name, languageId, project), undefined, JSON.stringify(project));
  });

  it('is silent where the file itself does', () => {
    for (const [name, languageId, text] of [
      ['a.ts', 'typescript', "import 'dotenv/config';\n"],
      ['a.mjs', 'javascript', 'process.loadEnvFile();\n'],
      ['a.py', 'python', 'from dotenv import load_dotenv\n'],
      ['a.R', 'r', 'readRenviron(".env")\n'],
      ['Makefile', 'makefile', '-include .env\nexport\n'],
      ['a.sh', 'shellscript', 'set -a\n. ./.env\n'],
      ['a.sh', 'shellscript', 'source "$HERE/.env"\n'],
    ] as const)
      assert.equal(adviceFor(name, languageId, undefined, { text }), undefined, text);
  });

  it('is silent about files that one tool has for itself, and about what is no program', () => {
    assert.equal(adviceFor('a.ts', 'typescript', projectWith([]), { envFile: '.dev.vars' }), undefined);
    assert.equal(adviceFor('a.ts', 'typescript', projectWith([]), { envFile: 'local.settings.json' }), undefined);
    assert.equal(adviceFor('a.r', 'r', undefined, { envFile: '.Renviron' }), undefined);
    assert.equal(adviceFor('compose.yaml', 'yaml'), undefined);
  });

  it('names another file where the settings chose one, in a way that can read it', () => {
    assert.equal(adviceFor('a.ts', 'typescript', projectWith([]), { envFile: '.env.mine' })?.copy, 'node --env-file=.env.mine');
    assert.equal(adviceFor('a.py', 'python', undefined, { envFile: '.env.mine' })?.copy, 'set -a; . ./.env.mine; set +a');
  });
});
