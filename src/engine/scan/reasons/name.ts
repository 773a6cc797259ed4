// Whether the name a value is assigned to says that it is a credential: its last telling word decides (`token` does, `token_url` does not).

import { type Candidate, type Check, doubt, refuse } from './reason.ts';
import { splitWords } from './split-words.ts';

/** `weak`: a bare or unqualified `key`, which is more often a map's key than a secret. */
export type NameKind = 'password' | 'key' | 'weak' | 'denied' | 'untold';

const passwordWords = list(
  'pass password passwords passwd pwd passphrase passcode pw pswd psw passwort passe passwrd passw kennwort wachtwoord senha contrasena haslo sifre',
);

const keyWords = list(
  'secret secrets token credential credentials cred creds auth authentication authorization bearer jwt passkey pat verifier otp totp',
);

/** Words that make a following `key` a credential. */
const keyQualifiers =
  list(`access account admin aes api app application auth authentication authorization bearer client consumer cookie crypt crypto
  customer decryption deploy deployment dev developer encrypt encryption function functions hmac host integration ingest jws jwt ldap license licence
  maps master merchant oauth partner pass payment personal private project push recovery rest root rsa sas secret server service session shared sign
  signature signing storage subscription symmetric team token unseal user vault webhook write`);

/** Words that make a following `key` one that everybody may know: somebody else's. */
const ofOthers = list('sender recipient receiver peer counterparty');

/** Words at a name's end that say nothing about what it is. */
const neutral =
  list(`a alt b backup base cfg config confirm confirmation const current curr data default demo dev encoded env header headers hex here hidden literal live local main new old
  param params plain plaintext primary prod production raw sandbox secondary staging str string temp test testing text tmp uat v val value var`);

/** Beginnings of names that ask or tell something about a credential instead of holding it. */
const denyingFirst = list(
  'allow ask disable enable enter err error errors forgot has have hide invalid is missing need needs no not path prefix prompt require requires reset show should skip use uses without wrong',
);

/** Words that make a name one about credentials, or of something else altogether, wherever they stand. */
const denyingAnywhere = list(
  `amz authenticity banned bucket cache cancel cancellation change composite continuation crumb csrf cursor dedup delimiter foreign group idempotency index iterator keyboard
  lexer lock lookup next order page pagination paging parser partition pub public publishable resume revoked row separator shard sitekey sort starting sync
  syntax tokenizer translation trusted update verification websocket xsrf`,
);

/** `csrfmiddlewaretoken` is one word. */
function isDenying(word: string): boolean {
  return denyingAnywhere.has(word) || word.startsWith('csrf');
}

export function kindOfName(name: string): NameKind {
  const all = splitWords(name);
  if (all.length === 0) return 'untold';
  if (denyingFirst.has(all[0] ?? '') || all.some(isDenying)) return 'denied';
  let last = all.length - 1;
  while (last > 0 && neutral.has(all[last] ?? '')) last--;
  const head = all[last] ?? '';
  if (passwordWords.has(head) || (head === 'word' && all[last - 1] === 'pass')) return 'password';
  if (keyWords.has(head)) return 'key';
  if (head === 'key' || head === 'keys') return kindOfKey(all[last - 1] ?? '');
  return 'denied';
}

function kindOfKey(before: string): NameKind {
  if (ofOthers.has(before)) return 'denied';
  return keyQualifiers.has(before) ? 'key' : 'weak';
}

/** Refuses names that deny a credential, and doubts those that only say `key`. */
export const name: Check = candidate => {
  if (/^sec-/i.test(candidate.name)) return refuse('is a header that browsers set');
  if (isTypeName(candidate)) return refuse('the name is that of a type');
  const kind = kindOfName(candidate.name);
  if (kind === 'denied') return refuse('the name is not that of a credential');
  if (kind !== 'weak') return undefined;
  return identifier.test(candidate.value)
    ? refuse('is an identifier, and the name says no more than `key`')
    : doubt('the name says `key`, but not of what');
};

/** `system.cpu.util`, `bb_1.1v_p1`, `ch2o_M10`, `sysmapusrgrpid`, `ctrl+shift+f`: what maps, metrics, tables and keyboards call their entries. */
const identifier =
  /^(?:[a-z]{1,24}|[a-z0-9]{1,40}(?:[._:][a-z0-9]{1,40}){1,12}|[A-Za-z0-9]{1,8}(?:[._:][A-Za-z0-9]{1,8}){1,4}|(?:ctrl|control|alt|shift|cmd|command|meta|mod|option|Ctrl|Control|Alt|Shift|Cmd|Command|Meta|Mod|Option)(?:[+-]\w{1,12}){1,4})$/;

/** `"AWS::IAM::AccessKey": "…"`: a key with colons in its quotes names a type. */
function isTypeName({ left }: Candidate): boolean {
  return left.includes('::') && /["'][\w.]{1,40}(?:::[\w.]{1,40}){1,4}["']\s{0,4}[:=]\s{0,4}["']?$/.test(left.slice(-200));
}

/** The same for names that must be a password's. */
export const passwordName: Check = candidate => {
  const kind = kindOfName(candidate.name);
  return kind === 'password' || kind === 'untold' ? undefined : refuse('the name is not that of a password');
};

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
