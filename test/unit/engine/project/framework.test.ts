import assert from 'node:assert/strict';
import { environmentFileOf, frameworkOf } from '../../../../src/engine/project/framework.ts';
import type { ProjectFacts } from '../../../../src/engine/project/project-facts.ts';
import { projectWith } from '../../../support/project-with.ts';

const frameworks: readonly (readonly [string | undefined, ProjectFacts])[] = [
  ['next', projectWith(['next', 'react', 'vite'])],
  ['sveltekit', projectWith(['@sveltejs/kit', 'vite'])],
  ['nuxt', projectWith(['nuxt'])],
  ['astro', projectWith(['astro'])],
  ['gatsby', projectWith(['gatsby'])],
  ['remix', projectWith(['@react-router/dev', 'vite'], { 'index.html': '' })],
  ['expo', projectWith(['expo', 'react-native'])],
  ['react-native', projectWith(['react-native'])],
  ['electron', projectWith(['electron', 'vite'], { 'index.html': '' })],
  ['angular', projectWith(['@angular/core'])],
  ['vue-cli', projectWith(['vue', '@vue/cli-service'])],
  ['create-react-app', projectWith(['react', 'react-scripts'])],
  ['vite', projectWith(['vite'], { 'index.html': '' })],
  ['cloudflare-workers', projectWith(['wrangler'], { 'wrangler.toml': 'name = "mail"' })],
  ['browser-extension', projectWith([], { 'manifest.json': '{ "manifest_version": 3 }' })],
  ['bun', projectWith(['hono'], { 'bun.lock': '' })],
  ['deno', { folder: 'file:///p', entries: ['deno.json'], manifests: { 'deno.json': '{}' } }],
  ['node', projectWith(['express'])],
  // Vite alone may be there for the tests of a server; an app's manifest of its own is no extension's.
  ['node', projectWith(['express', 'vite', 'vitest'])],
  ['node', projectWith(['express'], { 'manifest.json': '{ "name": "app", "display": "standalone" }' })],
  ['node', projectWith([], { 'package.json': '{ "dependencies": {' })],
  ['flutter', pubspec('name: app\ndependencies:\n  flutter:\n    sdk: flutter\n')],
  [undefined, pubspec('name: server\ndependencies:\n  shelf: ^1.4.0\n')],
  [undefined, { folder: 'file:///p', entries: ['go.mod'], manifests: { 'go.mod': 'module example.com/p\n' } }],
];

describe('framework of a project', () => {
  for (const [framework, facts] of frameworks) {
    it(`is ${framework ?? 'none'} for ${facts.entries.join(', ')}: ${[...Object.values(facts.manifests)].join(' ').slice(0, 60)}`, () => {
      assert.equal(frameworkOf(facts), framework);
    });
  }
});

describe('environment file of a project', () => {
  it('is the one that its tools read and keep out of git', () => {
    assert.equal(environmentFileOf(projectWith(['next'])), '.env.local');
    assert.equal(environmentFileOf(projectWith(['nuxt'])), '.env');
    assert.equal(environmentFileOf(projectWith(['gatsby'])), '.env.development');
  });

  it('is .dev.vars for a worker, unless the project has chosen .env', () => {
    const wrangler = { 'wrangler.jsonc': '{}' };
    assert.equal(environmentFileOf(projectWith([], wrangler)), '.dev.vars');
    assert.equal(environmentFileOf(projectWith([], { ...wrangler, '.env': '' })), '.env');
    assert.equal(environmentFileOf(projectWith([], { ...wrangler, '.env': '', '.dev.vars': '' })), '.dev.vars');
  });

  it('is left to the settings where no tool has a say', () => {
    assert.equal(environmentFileOf(projectWith(['express'])), undefined);
  });
});

function pubspec(text: string): ProjectFacts {
  return { folder: 'file:///p', entries: ['pubspec.yaml'], manifests: { 'pubspec.yaml': text } };
}
