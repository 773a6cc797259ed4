// Attacks every rule with texts made to keep its pattern busy and fails when one takes more than 2.5 times as long on twice the text.
import { importSource } from './import-source.mjs';

const { attackRules, isSuperlinear } = await importSource('test/bench/rule-attacks.ts');
const attacks = attackRules();
const superlinear = attacks.filter(isSuperlinear);
console.log(`${attacks.length} attacks. The dearest, in milliseconds for 200,000 characters:`);
for (const { rule, text, twice } of attacks.slice(0, 5)) console.log(`  ${twice.toFixed(1)}  ${rule}: ${text}`);
for (const { rule, text, once, twice } of superlinear)
  console.log(`Not linear: ${rule}, ${text}: ${once.toFixed(1)} ms, then ${twice.toFixed(1)} ms`);
process.exitCode = superlinear.length > 0 ? 1 : 0;
