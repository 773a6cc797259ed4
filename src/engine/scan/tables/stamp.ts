// Which compiled tables belong to this program. Bundles have a number here (scripts/compiled-tables.mjs); source that is run
// as it is has none, and builds its tables from the rules.

export const tablesStamp: number | undefined = undefined;
