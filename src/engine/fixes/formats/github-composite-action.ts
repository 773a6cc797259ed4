// Composite actions know no secrets: they get them as inputs.
// https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax

import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import type { ConfigValue } from './config-file.ts';
import type { FormatFix } from './format-fix.ts';
import { inExpression, isInExpression, isPosixShell, noPosixShell, secretName } from './github-actions.ts';
import { outlineAt } from './outline.ts';
import { type PlaceRewrite, planPlaces } from './plan-places.ts';
import { replacePlace } from './reference-format.ts';
import { nameOf } from './source-path.ts';
import { rewriteStep } from './step-environment.ts';
import { addBeside, addRow } from './yaml-edits.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export const githubCompositeAction: FormatFix = {
  id: 'github-composite-action',
  title: 'Composite GitHub action',
  matches: source => /^action\.ya?ml$/.test(nameOf(source)) && /^runs:/m.test(source.text),
  plan: request => planPlaces(request, readYaml, (place, file) => rewrite(request, place, file)),
};

function rewrite(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const at = place.keys.join('/');
  const input = request.variable.toLowerCase().replaceAll('_', '-');
  const reference = `\${{ inputs.${input} }}`;
  if (isInExpression(place)) return withheld(inExpression);
  const isValue = /^runs\/steps\/\d+\/(?:env|with)\/[^/]+$/.test(at);
  if (!isValue && !/^runs\/steps\/\d+\/run$/.test(at)) return withheld(noSecret);
  const step = place.path.slice(0, -1);
  if (!isValue && !isPosixShell(String(outlineAt(file.outline, [...step, 'shell']) ?? ''))) return withheld(noPosixShell);
  const result = isValue
    ? replacePlace(file, place, reference)
    : rewriteStep({ request, place, file, step, environments: [[...step, 'env']], reference });
  return result.kind === 'withheld' ? result : declareInput(result, request, file, input);
}

const noSecret = phrase('Actions know no secrets: declare an input and give it the value where the action is used.');

function declareInput(
  rewritten: PlaceRewrite,
  { variable }: EnvironmentFixRequest,
  file: YamlFile,
  input: string,
): PlaceRewrite | Withheld {
  const secret = `\${{ secrets.${secretName(variable)} }}`;
  const next = [phrase('Pass the value wherever this action is used: “{0}” under “with”.', `${input}: ${secret}`)];
  const inputs = [0, 'inputs'];
  if (outlineAt(file.outline, [...inputs, input]) !== undefined) return { ...rewritten, next };
  const description = `What ${variable} is set to`;
  const rows = [`${input}:`, `  description: ${description}`, '  required: true'];
  const hasInputs = outlineAt(file.outline, inputs) !== undefined;
  const edit = hasInputs
    ? addRow(file, inputs, rows.join(`${file.newline}  `))
    : addBeside(file, [0, 'runs'], ['inputs:', ...rows.map(row => `  ${row}`)]);
  if (edit === undefined) return withheld(noSecret);
  const change = { kind: 'set', path: [...inputs, input], value: { description, required: true } } as const;
  return { ...rewritten, edits: [...rewritten.edits, edit], changes: [...rewritten.changes, change], next };
}
