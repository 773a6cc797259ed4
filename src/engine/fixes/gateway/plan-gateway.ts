// The fix that sends an OpenAI-compatible client to a gateway: the gateway's address, and its key instead of the provider's.

import { phrase } from '../../phrase.ts';
import { withheld } from '../dialect.ts';
import type { FixPlan } from '../plan.ts';
import { planEnvironmentFix } from '../plan-environment-fix.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { type ClientCall, findClientCall } from '../sdk/find-client.ts';
import { isSentElsewhere } from '../sdk/plan-client-default.ts';
import type { WayPlace } from '../way-place.ts';

/** The provider's key is stored under its own name, since it is still somebody's key: the code reads the gateway's. */
export function planGateway({ view, literals, isEverywhere, request }: WayPlace): FixPlan {
  const { gateway, variable } = request;
  const [literal, another] = literals;
  const call = literal === undefined ? undefined : findClientCall(view, literal.span);
  if (gateway === undefined || literal === undefined || call?.client.baseUrl === undefined || !isWhole(literal)) return withheld(noClient);
  if (another !== undefined || !isEverywhere) return withheld(phrase('The value is also used elsewhere in this file.'));
  if (isSentElsewhere(call)) return withheld(phrase('The {0} client is told to call another server here.', call.client.title));
  const plan = planEnvironmentFix({ ...request, variable: gateway.variable });
  if (plan.kind === 'withheld') return plan;
  const address = addressArgument(view.text, literal, call, gateway.baseUrl);
  const edits = plan.edits.map(edit => (edit.span.start === literal.span.start ? { ...edit, newText: edit.newText + address } : edit));
  const key = phrase('Set {0} to your key of {1}, and use the names {1} has for its models.', gateway.variable, gateway.name);
  return { ...plan, edits, variable, reads: gateway.variable, next: [...(plan.next ?? []), key] };
}

const noClient = phrase('No client that speaks OpenAI’s protocol is called here.');

/** `, baseURL: '…'`, on a line of its own where the arguments stand on lines of their own. */
function addressArgument(text: string, { form }: Literal, { client, argument }: ClientCall, baseUrl: string): string {
  const quote = form.open === '`' ? "'" : form.open;
  const [name = '', member] = (client.baseUrl ?? '').split('.');
  const url = `${quote}${baseUrl}${quote}`;
  const value = member === undefined ? url : `{ ${member}: ${url} }`;
  const { start } = argument.item.span;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const isOnItsOwn = line.trim() === '' && line !== '' && argument.list.start < start - line.length;
  const newline = text.charAt(start - line.length - 2) === '\r' ? '\r\n' : '\n';
  return `,${isOnItsOwn ? newline + line : ' '}${name}${client.language === 'python' ? '=' : ': '}${value}`;
}
