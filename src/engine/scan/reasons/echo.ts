// A value that only says again what it is: `password = "password"`, `client_secret: "client_secret"`, `apiKey: "test-api-key"`.

import { plainly } from './plainly.ts';
import { type Candidate, type Check, refuse } from './reason.ts';
import { isOfWords, splitWords } from './split-words.ts';

/** Words a writer of examples and tests puts for a credential. */
const stock: ReadonlySet<string> = new Set(
  `a abc access admin always an any api app application auth authentication bad basic bcrypt bearer bob alice client code consumer correct cred credential credentials
  data database db default dummy empty encrypted expired expected fake first foo bar baz from good guest hello hidden id invalid is it key login me missing
  mock my name never new no not of old or owner pass passphrase passwd password passwords pw pwd random real refresh request resource response right root
  sample second secret secrets service session shared some specified string strong super system test tester testing text that the this token type uri url user
  username valid value weak world wrong x y your`.split(/\s+/),
);

export const echo: Check = candidate =>
  plainly(candidate.value).some(said => isEcho(said, candidate)) ? refuse('only repeats what it is called') : undefined;

function isEcho(value: string, candidate: Candidate): boolean {
  if (/\d{3}/.test(value) || /[^\w\s.,:;!?'"/()-]/.test(value)) return false;
  return isOfWords(value, word => stock.has(word) || splitWords(candidate.name).includes(word));
}
