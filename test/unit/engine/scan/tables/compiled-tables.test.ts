import assert from 'node:assert/strict';
import { catalogue } from '../../../../../src/engine/rules/catalogue.ts';
import { createMatchRules } from '../../../../../src/engine/scan/match-rules.ts';
import { buildPrefilterTables } from '../../../../../src/engine/scan/quad-lists.ts';
import type { Match } from '../../../../../src/engine/scan/rule-matcher.ts';
import { plainlySearched } from '../../../../../src/engine/scan/search-plainly.ts';
import { compileCatalogue, packCatalogue } from '../../../../../src/engine/scan/tables/compile-catalogue.ts';
import { type CompiledTables, packTables, unpackTables } from '../../../../../src/engine/scan/tables/compiled-tables.ts';
import { indexKeywords } from '../../../../../src/engine/scan/tables/keyword-index.ts';
import { scanLandmarks } from '../../../../../src/engine/scan-landmarks.ts';
import { naiveMatches } from '../../../../support/naive-scan.ts';
import { sampleText } from '../../../../support/sample-secret.ts';
import { seededRandom } from '../../../../support/seeded-random.ts';
import { testRule } from '../../../../support/test-rule.ts';

describe('compiled tables', () => {
  it('are, read from their bytes, what is built of the rules', () => {
    const read = compiled();
    const index = indexKeywords(catalogue, scanLandmarks);
    assert.deepEqual(read, { ruleCount: catalogue.length, index, tables: buildPrefilterTables(index.keywords) });
    assert.ok(read.index.keywords.length > 2_000);
  });

  it('are told by their stamp from those of other rules', () => {
    const { bytes, stamp } = packCatalogue();
    const [first = '', ...others] = scanLandmarks;
    const index = indexKeywords(catalogue, [`${first}x`, ...others]);
    const other = packTables({ ...compileCatalogue(), index, tables: buildPrefilterTables(index.keywords) });
    assert.notEqual(new Uint32Array(other.buffer)[0], stamp);
    assert.equal(unpackTables(other, stamp), undefined);
    assert.ok(unpackTables(bytes, stamp));
  });

  it('are refused where bytes are missing', () => {
    const { bytes, stamp } = packCatalogue();
    for (const size of [0, 3, 8, 60, 1000, bytes.length - 1]) assert.equal(unpackTables(bytes.slice(0, size), stamp), undefined, `${size}`);
  });

  it('take further rules, whose keywords are new, known, landmarks, or parts of others', () => {
    const own = [
      testRule({ id: 'own-new', keywords: ['zorkmid_'], pattern: /zorkmid_[a-z]{4}/ }),
      testRule({ id: 'own-known', keywords: ['ghp_', 'sk-'], pattern: /(?:ghp_|sk-)[a-z]{4}/ }),
      testRule({ id: 'own-landmark', keywords: ['keyvault'], pattern: /keyvault[a-z]{2}/ }),
      testRule({ id: 'own-short', keywords: ['zor', 'env'], pattern: /(?:zor|env)[a-z]{2}/ }),
    ];
    const rules = [...catalogue, ...own];
    const fromBytes = createMatchRules(rules, { compiled: compiled(), landmarks: scanLandmarks });
    const fromRules = createMatchRules(rules, { landmarks: scanLandmarks });
    // Enough text that both have their tables.
    for (const matchRules of [fromBytes, fromRules]) matchRules('x'.repeat(2 * plainlySearched), () => false);
    const ids = new Set(own.map(({ id }) => id));
    for (let seed = 0; seed < 40; seed++) {
      const text = textOf(seed, seed === 0 ? 4_000 : 200);
      const found = matchesOf(fromBytes, text);
      assert.deepEqual(found, matchesOf(fromRules, text), `seed ${seed}`);
      const ownFound = found.filter(each => ids.has(each.split('@')[0] ?? ''));
      const wanted = own.flatMap(rule => naiveMatches(rule, text).map(({ ruleId, secret }) => `${ruleId}@${secret.start}`));
      assert.deepEqual([...new Set(ownFound)].sort(), [...new Set(wanted)].sort(), `seed ${seed}`);
      if (seed === 0)
        for (const id of ids)
          assert.ok(
            ownFound.some(each => each.startsWith(`${id}@`)),
            id,
          );
    }
  });

  it('tell the same landmarks, at the same places', () => {
    const text = textOf(7, 500);
    assert.deepEqual(
      landmarksIn(createMatchRules(catalogue, { compiled: compiled(), landmarks: scanLandmarks }), text),
      landmarksIn(createMatchRules(catalogue, { landmarks: scanLandmarks }), text),
    );
  });
});

function compiled(): CompiledTables {
  const { bytes, stamp } = packCatalogue();
  const tables = unpackTables(bytes, stamp);
  assert.ok(tables);
  return tables;
}

function matchesOf(matchRules: ReturnType<typeof createMatchRules>, text: string): readonly string[] {
  const found: string[] = [];
  const take = ({ rule, secret }: Match): boolean => {
    found.push(`${rule.id}@${secret.start}`);
    return false;
  };
  matchRules(text, take, { isThorough: true });
  return found;
}

function landmarksIn(matchRules: ReturnType<typeof createMatchRules>, text: string): readonly string[] {
  const met: string[] = [];
  matchRules(text, () => false, { meet: (landmark, start) => met.push(`${scanLandmarks[landmark]}@${start}`) });
  assert.ok(met.length > 0);
  return met;
}

function textOf(seed: number, pieces: number): string {
  const random = seededRandom('compiled tables', seed);
  const words = ['zorkmid_abcd', 'ghp_wxyz', 'sk-abcd', 'keyvaultab', 'zorab', 'envxy', 'process.env.', 'secret = "', ...scanLandmarks];
  const samples = catalogue.filter(({ keywords }, index) => keywords.length > 0 && index % 40 === 0).map(({ id }) => sampleText(id));
  return Array.from({ length: pieces }, () => random.pick([...words, ...samples]) + random.pick([' ', '\n', '"', '=', '', 'é'])).join('');
}
