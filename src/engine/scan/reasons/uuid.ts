// UUIDs name things, and some services issue them as keys. Rules of providers that are known to do so do not ask for this reason.

import { kindOfName } from './name.ts';
import { type Check, doubt, refuse } from './reason.ts';

/** Of a disk, as `mount` and `blkid` name one. */
const ofDisk = /^(?:PART)?UUID=/i;

const shape = /^[{(]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[)}]?$/i;

/** Without braces. */
const shortest = 36;

/** Tokens that tell one request, session or device from the others: `clientRequestToken`, `lifecycleActionToken`. */
const ofOneUse = /request|action|session|device|client[_-]?token|correlation|tracking|registration|confirm|invit/i;

/** An `api_key` or `token` may well be one, a `key` is more often a thing's name. */
export const uuid: Check = candidate => {
  if (ofDisk.test(candidate.value)) return refuse('names a disk');
  if (candidate.value.length < shortest || !shape.test(candidate.value)) return undefined;
  const { name } = candidate;
  return kindOfName(name) === 'key' && !ofOneUse.test(name) ? doubt('looks like a UUID') : refuse('looks like a UUID');
};
