// What all played programs begin with: they write down how they were called, and know how to fail.

export const programStart = String.raw`
const fs = require('node:fs');
const path = require('node:path');
const folder = __dirname;
const file = name => path.join(folder, name);
const args = process.argv.slice(2);
const readText = name => { try { return fs.readFileSync(name, 'utf8'); } catch { return ''; } };
fs.appendFileSync(file('calls'), JSON.stringify({
  program: path.basename(__filename), args, environment: process.env,
  seen: readText('/proc/' + process.pid + '/cmdline') + readText('/proc/' + process.pid + '/environ'),
}) + '\n');
const option = name => { const at = args.indexOf(name); return at < 0 ? undefined : args[at + 1]; };
const held = new Map(JSON.parse(readText(file('held.json')) || '[]'));
const save = () => fs.writeFileSync(file('held.json'), JSON.stringify([...held]));
const die = says => { process.stderr.write(says + '\n'); process.exit(1); };
const hang = () => { setInterval(() => {}, 1000); };
const fault = JSON.parse(readText(file('fault.json')) || 'null');
// Does it and says so, or fails as it is told to.
const perform = (isWrite, work, say) => {
  if (!fault || (fault.write && !isWrite)) { work(); return process.stdout.write(say()); }
  if (fault.times > 1) fs.writeFileSync(file('fault.json'), JSON.stringify({ ...fault, times: fault.times - 1 }));
  else fs.rmSync(file('fault.json'));
  if (fault.kind === 'hang') return hang();
  if (fault.kind === 'says') return die(fault.says);
  work();
  if (fault.kind === 'late') return hang();
  if (fault.kind === 'cut') return die('read tcp 127.0.0.1:443: connection reset by peer');
  process.stdout.write('<html>Welcome to the hotel network</html>');
};
`;
