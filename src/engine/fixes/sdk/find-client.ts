// The client library whose key a literal is, told by the call around it and by what the file imports.

import type { Span } from '../../text.ts';
import { type CallArgument, callArgumentAt } from '../call-arguments.ts';
import type { CodeView } from '../code-view.ts';
import { originOf } from '../dialects/javascript-imports.ts';
import { fullNameOf } from '../dialects/python-imports.ts';
import type { SdkClient } from './client.ts';
import { sdkClients } from './clients.ts';

export interface ClientCall {
  readonly client: SdkClient;
  readonly argument: CallArgument;
  /** What the client reads instead of the literal. */
  readonly variable: string;
}

export function findClientCall(view: CodeView, literal: Span): ClientCall | undefined {
  const isPython = view.language.id === 'python';
  const language = isPython ? 'python' : 'javascript';
  const argument = callArgumentAt(view, literal, isPython ? '=' : ':');
  if (argument === undefined || !(isPython || ['javascript', 'typescript'].includes(view.language.id))) return undefined;
  const isCalled = isPython ? pythonCall(view, argument) : javascriptCall(view, argument);
  const client = sdkClients.find(row => row.language === language && row.reads[argument.item.name] !== undefined && isCalled(row));
  const variable = client?.reads[argument.item.name];
  return client === undefined || variable === undefined ? undefined : { client, argument, variable };
}

function pythonCall(view: CodeView, { callee }: CallArgument): (client: SdkClient) => boolean {
  const name = fullNameOf(view, callee);
  return ({ module, names }) => names.some(each => name === `${module}.${each}`);
}

/** `OpenAI` by its import, `twilio.Twilio` through the module itself. */
function javascriptCall(view: CodeView, { callee }: CallArgument): (client: SdkClient) => boolean {
  const [first = '', member] = callee.split('.');
  const origin = originOf(view, first);
  const name = member ?? origin?.name;
  return ({ module, names }) => origin?.module === module && name !== undefined && names.includes(name);
}
