// Some managers read `${…}` in a value as another secret of theirs: what programs would get is not what was stored.

import { phrase } from '../../engine/phrase.ts';
import { ManagerFailure } from './manager-failure.ts';

export function refuseReferences(value: string, whom: string): void {
  if (!/\$\{/.test(value)) return;
  throw new ManagerFailure(
    'refused',
    phrase('{0} takes “{1}” in a value for the name of another secret. Store this one elsewhere.', whom, '$' + '{'),
  );
}
