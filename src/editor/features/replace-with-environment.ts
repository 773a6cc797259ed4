// The main job: the value goes to the environment file and is read back, then the literals give way to lookups.

import * as vscode from 'vscode';
import { phrase } from '../../engine/phrase.ts';
import { adviseLoading, type LoadingAdvice } from '../../engine/project/loads-environment.ts';
import { applyReplacement } from '../apply-replacement.ts';
import type { Boundary } from '../commands.ts';
import { sourceOf } from '../documents.ts';
import { linkCommands } from '../ids.ts';
import type { ProjectReader } from '../project-reader.ts';
import { type Part, planReplacement, type ReplacementDeps, refreshParts } from '../replacement.ts';
import type { ReplaceRequest } from '../requests.ts';
import { type StoredValues, storeValues } from '../store-values.ts';
import { tellReplaced } from '../tell-replaced.ts';
import { UserError } from '../user-error.ts';

export interface ReplaceDeps extends ReplacementDeps {
  readonly projects: ProjectReader;
  readonly boundary: Boundary;
}

export function registerReplaceWithEnvironment(deps: ReplaceDeps): vscode.Disposable {
  const advised = new Set<string>();
  return deps.boundary.registerCommand(linkCommands.replaceWithEnvironment, async (request: ReplaceRequest) => {
    const { parts, stays } = await planReplacement(deps, request);
    const stored = await storeValues(deps.store, parts);
    const current = await refreshParts(deps, parts);
    const file = vscode.workspace.asRelativePath(stored.files[0].path);
    const variable = parts[0]?.plan.variable ?? '';
    if (current.length === 0) {
      throw new UserError(
        phrase('The text changed meanwhile, so nothing was replaced. The value is stored in {0} as {1}.', file, variable),
      );
    }
    if (
      !(await applyReplacement(deps.projects, current, {
        label: vscode.l10n.t('Replace with environment variable'),
        preview: request.preview,
      }))
    ) {
      throw new UserError(phrase('Nothing was replaced. The value stays in {0} as {1}.', file, variable));
    }
    const done = current.filter(({ document, version }) => document.version !== version);
    const loading = await adviceFor(deps, done, stored, advised);
    deps.boundary.guard('tell', () => tellReplaced(deps, { parts: done, stays, stored, loading }))();
  });
}

/** Once for each project and file: whoever fixes ten keys in a row has read it. */
async function adviceFor(
  deps: ReplaceDeps,
  parts: readonly Part[],
  { files }: StoredValues,
  advised: Set<string>,
): Promise<LoadingAdvice | undefined> {
  for (const { document, place, target } of parts) {
    const project = await deps.projects.factsFor(document);
    const id = `${project?.folder ?? ''}\n${target}`;
    const isEncrypted = files.some(file => file.path === target && file.isEncrypted);
    const question = { source: sourceOf(document), project, envFile: place.envFile, isEncrypted };
    const advice = advised.has(id) ? undefined : adviseLoading(question);
    if (advice === undefined) continue;
    advised.add(id);
    return advice;
  }
  return undefined;
}
