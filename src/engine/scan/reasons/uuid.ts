// UUIDs name things. Rules of providers whose keys are UUIDs do not ask for this reason.

import { type Check, refuse } from './reason.ts';

const shape = /^[{(]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[)}]?$/i;

export const uuid: Check = ({ value }) => (shape.test(value) ? refuse('looks like a UUID') : undefined);
