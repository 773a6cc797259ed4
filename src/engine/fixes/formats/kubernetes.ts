// Kubernetes workloads: a container's variable comes from a Secret; commands and other variables take it as `$(NAME)`.
// https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/

import { type Phrase, phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import { type ConfigValue, isUnclear } from './config-file.ts';
import type { FormatFix } from './format-fix.ts';
import { isGroup, type Outline, type OutlineChange, outlineAt, type Path } from './outline.ts';
import { type PlaceRewrite, planPlaces } from './plan-places.ts';
import { replacePlace } from './reference-format.ts';
import { nameOf } from './source-path.ts';
import { indentOf } from './yaml-edits.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export const kubernetes: FormatFix = {
  id: 'kubernetes',
  title: 'Kubernetes manifest',
  matches: source =>
    /\.ya?ml$/.test(nameOf(source)) && /^apiVersion:[ \t]*\S/m.test(source.text) && /^kind:[ \t]*(?!Config\s*$)\S/m.test(source.text),
  plan: request => planPlaces(request, readYaml, (place, file) => rewrite(request, place, file)),
};

function rewrite(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const container = containerOf(place);
  const document = outlineAt(file.outline, place.path.slice(0, 1));
  if (container === undefined) return withheld(reasonIn(kindOf(document)));
  const rest = place.path.slice(container.length);
  const [group, , last] = rest;
  const secret = secretOf(document);
  const next = [whatNext(secret, request.variable)];
  const isValue = group === 'env' && last === 'value' && rest.length === 3;
  const isCommand = (group === 'args' || group === 'command') && rest.length === 2;
  if (!isValue && !isCommand) return withheld(reasonIn(''));
  if (/\$\([^)]*$/.test(place.prefix)) return withheld(isUnclear);
  const isWhole = isValue && place.prefix + place.suffix === '';
  const result = isWhole ? takeFromSecret(request, place, file, secret.name) : refer(request, place, file, container, secret.name);
  return result.kind === 'withheld' ? result : { ...result, next };
}

/** The path of the container that a value belongs to. */
function containerOf({ path }: ConfigValue): Path | undefined {
  const at = path.findLastIndex(
    (key, index) => /^(?:initC|ephemeralC|c)ontainers$/.test(String(key)) && typeof path[index + 1] === 'number',
  );
  return at === -1 ? undefined : path.slice(0, at + 2);
}

function kindOf(document: Outline | undefined): string {
  return String(outlineAt(document, ['kind']) ?? '');
}

function reasonIn(kind: string) {
  if (kind === 'Secret') {
    return phrase(
      'A Secret is only encoded, not encrypted: keep it out of git, as an ExternalSecret, a SealedSecret or a file that SOPS encrypts.',
    );
  }
  if (kind === 'ConfigMap') return phrase('A ConfigMap is no place for secrets: move the row to a Secret and mount that.');
  return phrase(
    'Kubernetes takes values from a Secret in the environment of containers only: mount the Secret and read the value from there.',
  );
}

export interface SecretName {
  readonly name: string;
  readonly isKnown: boolean;
}

/** The one that the workload uses already, else one named after it. */
export function secretOf(document: Outline | undefined): SecretName {
  const known = knownSecret(document);
  if (known !== undefined) return { name: known, isKnown: true };
  return { name: `${String(outlineAt(document, ['metadata', 'name']) ?? 'app')}-secrets`, isKnown: false };
}

function whatNext({ name, isKnown }: SecretName, variable: string): Phrase {
  if (isKnown) return phrase('Add the key {1} to the Secret {0} before you apply this.', name, variable);
  return phrase(
    'Create the Secret first; its value is read from standard input: kubectl create secret generic {0} --from-file={1}=/dev/stdin',
    name,
    variable,
  );
}

function knownSecret(outline: Outline | undefined): string | undefined {
  if (!isGroup(outline) && !Array.isArray(outline)) return undefined;
  const name = outlineAt(outline, ['secretKeyRef', 'name']);
  if (typeof name === 'string') return name;
  return Object.values(outline)
    .map(child => knownSecret(child))
    .find(found => found !== undefined);
}

/** `value: key` becomes `valueFrom`. */
function takeFromSecret({ variable }: EnvironmentFixRequest, place: ConfigValue, file: YamlFile, secret: string): PlaceRewrite | Withheld {
  const key = file.keyAt(place.path);
  const isFlow = file.scalarAt(place.span)?.inFlow === true;
  if (key === undefined || file.scalarAt(place.span)?.style === 'block') return withheld(byHand);
  const indent = indentOf(file.text, key.start);
  const entry = place.path.slice(0, -1);
  const newText = isFlow
    ? `valueFrom: {secretKeyRef: {name: ${secret}, key: ${variable}}}`
    : ['valueFrom:', '  secretKeyRef:', `    name: ${secret}`, `    key: ${variable}`].join(file.newline + indent);
  return {
    kind: 'rewrite',
    value: place.secret,
    edits: [{ span: { start: key.start, end: place.span.end }, newText }],
    changes: [
      { kind: 'remove', path: place.path },
      { kind: 'set', path: [...entry, 'valueFrom'], value: { secretKeyRef: { name: secret, key: variable } } },
    ],
    next: [],
  };
}

const byHand = phrase('The container is written in a form that a fix cannot add to: refer to a Secret by hand.');

/** `$(NAME)`, with a variable of that name before it. */
function refer(
  request: EnvironmentFixRequest,
  place: ConfigValue,
  file: YamlFile,
  container: Path,
  secret: string,
): PlaceRewrite | Withheld {
  const { variable } = request;
  const [group, position = 0] = place.path.slice(container.length);
  const list = outlineAt(file.outline, [...container, 'env']);
  const rows: readonly Outline[] = Array.isArray(list) ? list : [];
  const known = rows.findIndex(row => outlineAt(row, ['name']) === variable);
  // All places of the container share the variable: it has to stand before the first that uses it.
  const first = Math.max(
    0,
    rows.findIndex(row => String(outlineAt(row, ['value']) ?? '').includes(place.secret)),
  );
  const rewritten = replacePlace(file, place, `$(${variable})`);
  if (known !== -1) {
    const isSame = JSON.stringify(rows[known]).includes('secretKeyRef') || outlineAt(rows[known], ['value']) === place.secret;
    const isInTime = group !== 'env' || known < Number(position);
    return isSame && isInTime ? rewritten : withheld(phrase('The container already has another variable {0}.', variable));
  }
  const added = addVariable(file, container, first, variable, secret);
  if (added === undefined) return withheld(byHand);
  return { ...rewritten, edits: [...rewritten.edits, added.edit], changes: [...rewritten.changes, added.change] };
}

interface Added {
  readonly edit: TextEdit;
  readonly change: OutlineChange;
}

function addVariable(file: YamlFile, container: Path, position: number, variable: string, secret: string): Added | undefined {
  const { text, newline } = file;
  const value = { name: variable, valueFrom: { secretKeyRef: { name: secret, key: variable } } };
  const rows = [`name: ${variable}`, 'valueFrom:', '  secretKeyRef:', `    name: ${secret}`, `    key: ${variable}`];
  const list = file.groupAt([...container, 'env']);
  const at = list?.starts[position];
  if (list !== undefined && at !== undefined) {
    if (list.isFlow) return undefined;
    const indent = newline + indentOf(text, at);
    const dash = text.slice(text.lastIndexOf('-', at), at);
    const edit = { span: { start: at, end: at }, newText: `${rows.join(indent)}${indent.slice(0, -dash.length)}${dash}` };
    return { edit, change: { kind: 'insert', path: [...container, 'env', position], value } };
  }
  const first = file.keyAt([...container, 'command']) ?? file.keyAt([...container, 'args']);
  if (first === undefined || outlineAt(file.outline, [...container, 'env']) !== undefined || file.groupAt(container)?.isFlow !== false)
    return undefined;
  const indent = newline + indentOf(text, first.start);
  const newText = `env:${indent}  - ${rows.join(`${indent}    `)}${indent}`;
  return {
    edit: { span: { start: first.start, end: first.start }, newText },
    change: { kind: 'set', path: [...container, 'env'], value: [value] },
  };
}
