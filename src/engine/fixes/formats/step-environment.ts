// A script of a pipeline's step that takes its key from the step's own environment, which the pipeline fills from its secrets.

import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import type { ConfigValue } from './config-file.ts';
import { rewriteYamlScript } from './embedded-script.ts';
import { outlineAt, type Path } from './outline.ts';
import type { PlaceRewrite } from './plan-places.ts';
import { addBeside, addRow } from './yaml-edits.ts';
import type { YamlFile } from './yaml-file.ts';

export interface StepScript {
  readonly request: EnvironmentFixRequest;
  readonly place: ConfigValue;
  readonly file: YamlFile;
  /** Of the step; its script is the value at `place`. */
  readonly step: Path;
  /** Maps of variables that the step takes over, its own first. */
  readonly environments: readonly Path[];
  /** How the pipeline writes the secret: `${{ secrets.NAME }}`. */
  readonly reference: string;
}

export function rewriteStep({ request, place, file, step, environments, reference }: StepScript): PlaceRewrite | Withheld {
  const { variable } = request;
  const rewrite = rewriteYamlScript(request, place, file);
  if (rewrite.kind === 'withheld') return rewrite;
  const known = environments.map(path => outlineAt(file.outline, [...path, variable])).find(value => value !== undefined);
  if (known === reference || known === place.secret) return rewrite;
  if (known !== undefined) return withheld(phrase('The step already has another variable {0}.', variable));
  const own = [...step, 'env'];
  const hasOwn = outlineAt(file.outline, own) !== undefined;
  const row = `${variable}: ${reference}`;
  const edit = hasOwn ? addRow(file, own, row) : addBeside(file, place.path, ['env:', `  ${row}`]);
  if (edit === undefined) return withheld(phrase('The step is written in one line: give it an environment by hand.'));
  const change = { kind: 'set', path: [...own, variable], value: reference } as const;
  return { ...rewrite, edits: [...rewrite.edits, edit], changes: [...rewrite.changes, change] };
}
