// Whether the name of an environment variable promises a key: OPENAI_API_KEY does, MAX_TOKENS and TOKEN_URL do not.

/** Words that make a name a secret's, wherever they stand in it. */
const telling: ReadonlySet<string> = new Set(
  `apikey auth authkey authtoken bearer credential credentials creds dsn jwt key keys pass passphrase passwd password passwords pat pgpassword pin
  privatekey pwd salt secret secrets signature token webhook`.split(/\s+/),
);

/** Words at the end of a name that make it something about a key rather than the key. */
const denying: ReadonlySet<string> = new Set(
  `alg algorithm audience bits callback class count cost date days dir directory disabled domain enabled endpoint env exp expires expiration
  expiry field file filename format header host hours id ids interval issuer kind label length limit limits location max method min minutes
  mode name names path paths policy port prefix provider realm redirect region required retries rounds scheme scope scopes seconds size sock
  strategy suffix timeout ttl type uri url urls user username version`.split(/\s+/),
);

/** `…_URL` and `…_URI` carry credentials when they are about one of these. */
const addressed: ReadonlySet<string> = new Set(
  `amqp broker cache clickhouse cloudamqp database db elasticsearch jawsdb mariadb mongo mongodb mysql pg postgres postgresql rabbitmq redis
  sentry webhook`.split(/\s+/),
);

/** Words that make a name something else wherever they stand: public halves, counters, limits, build flags. */
const harmless: ReadonlySet<string> = new Set(
  'public publishable anon tokens max min num primary foreign cflags cxxflags cppflags ldflags libs deps objs'.split(' '),
);

export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (last === 'url' || last === 'uri') return words.some(word => addressed.has(word));
  if (last === 'string') return words.at(-2) === 'connection';
  if (denying.has(last) || words.some(word => harmless.has(word))) return false;
  return words.some(word => telling.has(word));
}

/** Words that say "a key" but not whose: a name made of these alone tells no more than `apiKey` does. */
const unspecific: ReadonlySet<string> = new Set(
  `access api app application auth basic bearer client credential credentials db default dev encryption jwt key keys live my pass passphrase
  passwd password prod production private pwd salt secret secrets service session signing staging test token user webhook`.split(/\s+/),
);

/** Whether a name says whose key it is (`STRIPE_KEY`), so that two places with that name mean the same key. */
export function isSpecificName(name: string): boolean {
  return wordsOf(name).some(word => !unspecific.has(word) && !/^\d+$/.test(word));
}

function wordsOf(name: string): readonly string[] {
  const separated = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return separated
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}
