// The fix that takes the key's argument away, because the client reads its variable by itself.

import { phrase } from '../../phrase.ts';
import { frameworkOf } from '../../project/framework.ts';
import { removeItems } from '../call-arguments.ts';
import type { CodeView } from '../code-view.ts';
import { type FileContext, withheld } from '../dialect.ts';
import type { FixPlan, TextEdit } from '../plan.ts';
import { isWhole } from '../read-literal.ts';
import type { WayPlace } from '../way-place.ts';
import { type ClientCall, findClientCall } from './find-client.ts';

export function planClientDefault({ view, literals, isEverywhere, context, taken }: WayPlace): FixPlan {
  const [literal, another] = literals;
  const call = literal === undefined ? undefined : findClientCall(view, literal.span);
  if (literal === undefined || call === undefined || !isWhole(literal))
    return withheld(phrase('No client library that reads its own key is called here.'));
  const { title } = call.client;
  if (another !== undefined || !isEverywhere) return withheld(phrase('The value is also used elsewhere in this file.'));
  if (readsElsewhere(context)) return withheld(phrase('Client libraries find no environment of a process on this platform.'));
  if (taken.has(call.variable)) return withheld(phrase('{0} already stands for another value.', call.variable));
  if (isSentElsewhere(call)) return withheld(phrase('The {0} client is told to call another server here.', title));
  const removed = removableItems(view, call);
  if (removed === undefined) return withheld(phrase('The {0} client reads all of its credentials by itself, or none.', title));
  return {
    kind: 'edits',
    edits: [...removal(view, call, removed)].sort((a, b) => a.span.start - b.span.start),
    variable: call.variable,
    value: literal.value,
    places: 1,
    left: [],
  };
}

/** There the environment is not the process's own, which is what client libraries look at. */
function readsElsewhere({ project }: FileContext): boolean {
  const framework = project && frameworkOf(project);
  return framework === 'cloudflare-workers' || framework === 'sveltekit' || framework === 'astro';
}

/** By an argument of its own, or perhaps by one among others that are spread there. */
export function isSentElsewhere({ argument }: ClientCall): boolean {
  return argument.items.some(({ name }) =>
    /^(?:base_?url|endpoint(?:_url)?|configuration|dangerouslyAllowBrowser|vertexai|environment|\.\.\.|\*\*)$/i.test(name),
  );
}

/** The literal's argument and those that go with it; these must read the variables that the client would read. */
function removableItems(view: CodeView, { client, argument }: ClientCall): ReadonlySet<CallArgument['items'][number]> | undefined {
  const removed = new Set([argument.item]);
  for (const item of argument.items) {
    const variable = client.reads[item.name];
    if (variable === undefined || item === argument.item) continue;
    if (!readsVariable(view.text.slice(item.span.start, item.span.end), variable)) return undefined;
    removed.add(item);
  }
  return removed;
}

type CallArgument = ClientCall['argument'];

function readsVariable(text: string, variable: string): boolean {
  return /\b(?:environ|getenv|process\.env|env)\b/.test(text) && new RegExp(String.raw`\b${variable}\b`).test(text);
}

function removal(
  view: CodeView,
  { client, argument }: ClientCall,
  removed: ReadonlySet<CallArgument['items'][number]>,
): readonly TextEdit[] {
  const isEmptied = argument.items.every(item => removed.has(item));
  const isObjectAlone =
    view.code
      .slice(argument.list.end, argument.call.end - 1)
      .replace(',', '')
      .trim() === '';
  if (!isEmptied || client.keepsObject || !isObjectAlone) return removeItems(view, argument, removed);
  return [{ span: { start: argument.call.start + 1, end: argument.call.end - 1 }, newText: '' }];
}
