// Makes the tables of a scan when a program is bundled (src/engine/scan/tables/): one file beside the bundles for all of them, and
// in each the stamp of its bytes, so that a program takes no other tables than those of its own rules.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { evaluateSource } from './evaluate-source.mjs';

/** As src/node/tables-file.ts reads it. */
const tablesFile = 'scan-tables.bin';

/** @type {import('esbuild').Plugin} */
export const compiledTables = {
  name: 'compiled-tables',
  setup({ onLoad, esbuild, initialOptions: { outfile } }) {
    onLoad({ filter: /[\\/]scan[\\/]tables[\\/]stamp\.ts$/ }, async ({ path: file }) => {
      const folder = path.dirname(file);
      const { packCatalogue } = await evaluateSource("export { packCatalogue } from './compile-catalogue.ts';", folder, esbuild);
      const { bytes, stamp } = packCatalogue();
      if (outfile) writeFileSync(path.join(path.dirname(outfile), tablesFile), bytes);
      return { contents: `export const tablesStamp = ${stamp};` };
    });
  },
};
