// A workspace of a few files for checks, scanned as a folder would be.

import { findWorkspaceProblems } from '../../src/engine/hygiene/workspace/find-workspace-problems.ts';
import type { FileFacts } from '../../src/engine/hygiene/workspace/workspace.ts';
import { formatPhrase } from '../../src/engine/phrase.ts';
import type { Policy } from '../../src/engine/settings/policy.ts';
import { emptyPolicy } from '../../src/engine/settings/policy.ts';
import { defaultSettings, type Settings } from '../../src/engine/settings/settings.ts';
import { KeyIndex } from '../../src/engine/usages/key-index.ts';
import { testEngine } from './test-engine.ts';

export interface FakeWorkspace {
  /** Texts by path from the folder on. */
  readonly files: Readonly<Record<string, string>>;
  /** What is told of them. */
  readonly facts?: Readonly<Record<string, Omit<FileFacts, 'uri'>>>;
  readonly packages?: readonly string[];
  readonly policy?: Partial<Policy>;
  readonly settings?: Partial<Settings>;
}

const root = '/project';

/** `path:line checkId message`, by file and place. */
export function problemsOfWorkspace({ files, facts = {}, packages = [], policy, settings }: FakeWorkspace): readonly string[] {
  const engine = testEngine();
  const index = new KeyIndex();
  for (const [path, text] of Object.entries(files)) index.update(engine.report({ uri: `${root}/${path}`, languageId: '', text }));
  const all = { ...defaultSettings, ...settings, policy: { ...emptyPolicy, folder: root, ...policy } };
  const problems = findWorkspaceProblems(
    {
      keys: index.keys(),
      files: Object.entries(facts).map(([path, fact]) => ({ uri: `${root}/${path}`, ...fact })),
      roots: [root],
      packages: packages.map(folder => `${root}/${folder}`),
      knownValues: [],
    },
    () => all,
  );
  return problems.map(({ uri, line, checkId, message }) => `${uri.slice(root.length + 1)}:${line} ${checkId} ${formatPhrase(message)}`);
}

/** The same without the sentences. */
export function checksOfWorkspace(workspace: FakeWorkspace): readonly string[] {
  return problemsOfWorkspace(workspace).map(told => told.split(' ').slice(0, 2).join(' '));
}
