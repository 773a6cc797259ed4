// Plays `op` of 1Password, with one vault. https://developer.1password.com/docs/cli/reference/management-commands/item

export const opScript = String.raw`
if (args[0] !== 'item') die('[ERROR] 2026/03/01 10:00:00 unknown command "' + args[0] + '" for "op"');
if (option('--format') !== 'json') die('[ERROR] 2026/03/01 10:00:00 tables are for people');
if (option('--vault') !== 'Shop') die('[ERROR] 2026/03/01 10:00:00 "' + option('--vault') + '" isn\'t a vault in this account. Specify the vault with its ID or name.');
const idOf = title => Buffer.from(title).toString('hex').slice(0, 26);
const facts = title => ({ id: idOf(title), title, version: held.get(title).length, vault: { id: 'v', name: 'Shop' }, category: 'API_CREDENTIAL', updated_at: '2026-03-01T10:00:00Z' });
const whole = title => ({ ...facts(title), fields: [{ id: 'notesPlain', type: 'STRING', purpose: 'NOTES', label: 'notesPlain' }, { id: 'credential', type: 'CONCEALED', label: 'credential', value: held.get(title).at(-1) }] });
const find = id => [...held.keys()].find(title => idOf(title) === id || title === id) ?? die('[ERROR] 2026/03/01 10:00:00 "' + id + '" isn\'t an item.');
const input = () => JSON.parse(fs.readFileSync(0, 'utf8'));
const concealed = item => { const field = item.fields.find(({ id }) => id === 'credential'); if (!field || field.type !== 'CONCEALED') die('[ERROR] 2026/03/01 10:00:00 no concealed field'); return field.value; };
if (args[1] === 'list') perform(false, () => {}, () => JSON.stringify([...held.keys()].map(facts)));
else if (args[1] === 'get') perform(false, () => {}, () => JSON.stringify(whole(find(args[2]))));
else if (args[1] === 'create') {
  if (args[2] !== '-') die('[ERROR] 2026/03/01 10:00:00 the template comes on standard input');
  const item = input();
  if (item.category !== 'API_CREDENTIAL') die('[ERROR] 2026/03/01 10:00:00 unknown category');
  perform(true, () => { held.set(item.title, [concealed(item)]); save(); }, () => JSON.stringify(whole(item.title)));
} else if (args[1] === 'edit') {
  const title = find(args[2]);
  const item = input();
  if (!item.fields.some(({ id }) => id === 'notesPlain')) die('[ERROR] 2026/03/01 10:00:00 the template lost a field');
  perform(true, () => { held.set(title, [...held.get(title), concealed(item)]); save(); }, () => JSON.stringify(whole(title)));
} else die('[ERROR] 2026/03/01 10:00:00 unknown command');
`;
