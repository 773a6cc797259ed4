// The words of a name in any case style, in lower case: `db.awsSecretKey2` is db, aws, secret, key.

import { remember } from '../../remember.ts';

/** Credential words that people glue to others or to each other: `dbpassword`, `authtoken`, `apikey`. */
const glued = /^([a-z]{1,14}?)(passwords?|passphrase|passwd|pwd|secrets?|tokens?|apikey|key|credentials?)$/;

/** Words that end in a credential word and are words of their own. */
const whole: ReadonlySet<string> = new Set('apikey passkey keypass monkey turkey donkey hockey jockey whiskey hotkey passtoken'.split(' '));

/** What may stand before a glued `key` or `pass`: any other letters there make another word (`bypass`, `whiskey`). */
const gluable: ReadonlySet<string> = new Set(
  'api secret access auth private app client consumer account storage master encrypt encryption sign signing service session db user admin root smtp mail ftp my'.split(
    ' ',
  ),
);

const gluedPass = /^(db|user|admin|root|smtp|mail|email|ftp|my|mysql|pg|redis|ldap|proxy|http|login|key|store|trust|new|old)(pass)$/;

export const splitWords = remember(1_000, (name): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word !== '')
    .flatMap(unglue),
);

function unglue(word: string): readonly string[] {
  if (whole.has(word)) return word === 'apikey' ? ['api', 'key'] : [word];
  const [, before, credential] = gluedPass.exec(word) ?? glued.exec(word) ?? [];
  if (before === undefined || credential === undefined) return [word];
  if (credential === 'apikey') return [before, 'api', 'key'];
  return credential === 'key' && !gluable.has(before) ? [word] : [before, credential];
}
