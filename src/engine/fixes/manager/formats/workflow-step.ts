// GitHub Actions: a step that fetches the secret into the environment of the job's later steps, signed in by the job's own identity.
// https://docs.github.com/en/actions/concepts/security/openid-connect

import type { SecretAddress } from '../../../managers/secret-address.ts';
import { phrase } from '../../../phrase.ts';
import { withheld } from '../../dialect.ts';
import type { FixRequest } from '../../fix-way.ts';
import type { ConfigValue } from '../../formats/config-file.ts';
import { rewriteYamlScript } from '../../formats/embedded-script.ts';
import { inExpression, isInExpression, isPosixShell, noPosixShell, shellOf } from '../../formats/github-actions.ts';
import { isGroup, type OutlineChange, outlineAt, type Path } from '../../formats/outline.ts';
import { type PlaceRewrite, planPlaces } from '../../formats/plan-places.ts';
import { replacePlace } from '../../formats/reference-format.ts';
import { addRow, indentOf } from '../../formats/yaml-edits.ts';
import { readYaml, type YamlFile } from '../../formats/yaml-file.ts';
import type { FixPlan, TextEdit, Withheld } from '../../plan.ts';
import { type FetchSteps, fetchSteps } from './fetch-steps.ts';

export function planWorkflowStep(request: FixRequest, address: SecretAddress): FixPlan {
  // These hand over all their secrets, under the names they have there.
  const own = address.manager === 'doppler' || address.manager === 'infisical' ? address.name.split('/').at(-1) : undefined;
  const named = { ...request, variable: own ?? request.variable };
  const steps = fetchSteps(address, named.variable);
  return planPlaces(named, readYaml, (place, file) => rewrite(named, steps, place, file));
}

function rewrite(request: FixRequest, fetch: FetchSteps, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const at = place.keys.join('/');
  if (isInExpression(place)) return withheld(inExpression);
  if (!/^jobs\/[^/]+\/steps\/\d+\/(?:run$|(?:env|with)\/[^/]+$)/.test(at)) return withheld(stepsOnly);
  const [document = 0, , job = ''] = place.path;
  const step = place.path.slice(0, 5);
  const added = addSteps(file, place, fetch, [document, 'jobs', job, 'steps']);
  const permission = fetch.needsIdentity ? permit(file, document, job) : { edits: [], changes: [] };
  if (permission === undefined) return withheld(noPermissions);
  if (added === undefined) return withheld(byHand);
  const rewritten = rewritePlace(request, place, file, step, at.endsWith('/run'));
  if (rewritten.kind === 'withheld') return rewritten;
  return {
    ...rewritten,
    edits: [...rewritten.edits, ...added.edits, ...permission.edits],
    changes: [...rewritten.changes, ...permission.changes, ...added.changes],
    next: [...fetch.next, pinned],
  };
}

const stepsOnly = phrase('A manager is asked in a step: only what later steps of the job use can come from there.');
const byHand = phrase('The steps are written in a form that a fix cannot add to: ask the manager by hand.');
const noPermissions = phrase(
  'Say first what the job may do: without “permissions” nobody can tell whether other steps need more than “contents: read” and “id-token: write”.',
);
const pinned = phrase('The actions are named by version: pin them to a commit where your workflows do that.');

function rewritePlace(request: FixRequest, place: ConfigValue, file: YamlFile, step: Path, isScript: boolean): PlaceRewrite | Withheld {
  const { variable } = request;
  if (!isScript) return replacePlace(file, place, `\${{ env.${variable} }}`);
  const [document = 0, , job = ''] = place.path;
  if (!isPosixShell(shellOf(file.outline, document, job, step))) return withheld(noPosixShell);
  const known = outlineAt(file.outline, [...step, 'env', variable]);
  if (known !== undefined && known !== place.secret) return withheld(phrase('The step already has another variable {0}.', variable));
  return rewriteYamlScript(request, place, file);
}

interface Added {
  readonly edits: readonly TextEdit[];
  readonly changes: readonly OutlineChange[];
}

/** Once for each job, before the first of its steps that holds the value. */
function addSteps(file: YamlFile, { secret }: ConfigValue, { steps }: FetchSteps, list: Path): Added | undefined {
  const { text, newline } = file;
  const outlines = outlineAt(file.outline, list);
  if (!Array.isArray(outlines)) return undefined;
  const first = outlines.findIndex(step => JSON.stringify(step).includes(secret));
  const group = file.groupAt(list);
  const at = group?.starts[first];
  if (group === undefined || at === undefined || group.isFlow) return undefined;
  const dash = /-[ \t]+$/.exec(text.slice(0, at))?.[0];
  if (dash === undefined) return undefined;
  const indent = indentOf(text, at);
  const outer = indent.slice(0, -dash.length);
  const newText = steps.map(({ lines }) => `${lines.join(`${newline}${indent}`)}${newline}${outer}${dash}`).join('');
  // What is inserted last at the same place comes first.
  const changes = steps.toReversed().map(({ value }): OutlineChange => ({ kind: 'insert', path: [...list, first], value }));
  return { edits: [{ span: { start: at, end: at }, newText }], changes };
}

/** Nothing where neither the job nor the workflow says what it may do. */
function permit(file: YamlFile, document: string | number, job: string | number): Added | undefined {
  const own = [document, 'jobs', job, 'permissions'];
  const map = [own, [document, 'permissions']].find(path => outlineAt(file.outline, path) !== undefined);
  if (map === undefined) return undefined;
  const permissions = outlineAt(file.outline, map);
  if (permissions === 'write-all' || outlineAt(permissions, ['id-token']) === 'write') return { edits: [], changes: [] };
  if (!isGroup(permissions) || outlineAt(permissions, ['id-token']) !== undefined) return undefined;
  const edit = addRow(file, map, 'id-token: write');
  return edit && { edits: [edit], changes: [{ kind: 'set', path: [...map, 'id-token'], value: 'write' }] };
}
