// Plays `doppler`, with one project and config. https://docs.doppler.com/docs/setting-secrets

export const dopplerScript = String.raw`
if (args[0] !== 'secrets') die('Doppler Error: unknown command');
if (option('--project') !== 'shop' || option('--config') !== 'dev') die('Doppler Error: Could not find requested config \'' + option('--config') + '\'');
const names = () => ({ DOPPLER_PROJECT: {}, DOPPLER_CONFIG: {}, DOPPLER_ENVIRONMENT: {}, ...Object.fromEntries([...held.keys()].map(name => [name, {}])) });
if (args[1] === 'get') {
  const value = held.get(args[2])?.at(-1);
  if (value === undefined) die('Doppler Error: Could not find requested secret: ' + args[2]);
  perform(false, () => {}, () => JSON.stringify({ [args[2]]: { computed: value, computedVisibility: 'masked', note: '' } }));
} else if (args[1] === 'set') {
  if (!args.includes('--no-interactive')) die('Doppler Error: it would ask');
  // What is read from standard input loses one line break at its end.
  const value = fs.readFileSync(0, 'utf8').replace(/\n$/, '');
  const name = args[2];
  perform(true, () => { held.set(name, [...(held.get(name) ?? []), value]); save(); }, () => (args.includes('--silent') ? '' : name + ' ' + value));
} else if (args.includes('--only-names')) perform(false, () => {}, () => JSON.stringify(names()));
else die('Doppler Error: it would print every value');
`;
