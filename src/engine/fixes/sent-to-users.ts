// Why programs that run on their users' machines get no lookup.

import { phrase } from '../phrase.ts';

export const sentToUsers = phrase(
  'This code is sent to its users, and a key in it is public wherever it is read from: call the service from a server.',
);

export const mayBeSentToUsers = phrase(
  'This may be part of an app: apps have no environment, and a key in one can be read by everybody who has it. Call the service from a server.',
);
