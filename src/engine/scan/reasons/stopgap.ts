// Values that their writers mean to replace, where a call or setting says that a value is a key whatever it looks like: there even
// `MySecretKey12345` is one.

import { isOfWords } from './split-words.ts';

/** What people write who mean to come back: `your_secret_key`, `change-this-in-production`, `super secret dev key`. */
const stopgaps: ReadonlySet<string> = new Set(
  `a aes an and any apikey app application at be bit bits by change changeit changeme changethis character characters chars default demo dev
  development dummy encryption enter example fake fallback flask for generate generated guess hard here hush in insecure insert is it jwt key least
  long me minimum mock must my mysecret mysecretkey need needs never not oauth of only or phrase placeholder please prod production put random
  really replace s3cr3t safe sample secret secretkey secrets secure session set shh should signing so some string strong super
  supersecret supersecretkey test testing that the this thisisasecret thisisasecretkey thisissecret to todo token tokens unit unsafe use
  value very will with you your`.split(/\s+/),
);

/** Says that it is to be replaced, whatever stands around. */
const asksToReplace =
  /change[-_ ]?(?:me|this|it|in)(?![a-z])|replace[-_ ]?(?:me|this|with)|(?:^|[^A-Za-z])your[-_ ]?|^your(?=[A-Z])|placeholder|example|insert[-_ ]?(?:your|here)|(?:^|[^A-Za-z])(?:todo|fixme|dummy|fake|mock|sample|synthetic|fixture|testing|unit[-_ ]?test)(?![A-Za-z])|^(?:dummy|fake|mock|sample|test[-_ ])|redacted|x{4,}|\*{3,}|\.{3,}/i;

export function isStopgap(secret: string): boolean {
  return asksToReplace.test(secret) || isOfWords(secret, word => stopgaps.has(word));
}
