// What the build runs: the tables of the catalogue as bytes, and the stamp that the bundles of the same build ask for.

import { catalogue } from '../../rules/catalogue.ts';
import { scanLandmarks } from '../../scan-landmarks.ts';
import { buildPrefilterTables } from '../quad-lists.ts';
import { type CompiledTables, packTables } from './compiled-tables.ts';
import { indexKeywords } from './keyword-index.ts';

export function compileCatalogue(): CompiledTables {
  const index = indexKeywords(catalogue, scanLandmarks);
  return { ruleCount: catalogue.length, index, tables: buildPrefilterTables(index.keywords) };
}

export function packCatalogue(): { readonly bytes: Uint8Array; readonly stamp: number } {
  const bytes = packTables(compileCatalogue());
  return { bytes, stamp: new Uint32Array(bytes.buffer)[0] ?? 0 };
}
