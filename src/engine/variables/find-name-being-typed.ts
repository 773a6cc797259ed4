// Where the name of a variable is being typed: inside `process.env.`, `os.environ["`, `${{ secrets.` and the like of every
// language whose lookups are known. Asked by completing the line and looking whether that makes a lookup, so that the
// table of lookups is the only one.

import type { SourceText, Span } from '../text.ts';
import { findLookups } from '../usages/find-lookups.ts';
import { LandmarksMet } from '../usages/landmarks.ts';
import { findManagerReferences } from '../usages/manager-references.ts';

/** A name that promises a key, as expansions ask for. */
const probe = 'COMPLETED_SECRET_TOKEN';

/** What may be missing behind the name: nothing, a quote, a bracket. */
const endings: readonly string[] = ['', '"', "'", '`', '\\"', '}', ')', ' }}'];

/** Longer lines are not written by hand. */
const longestLine = 1000;

/** The part of the line that is the name so far, with what stands of it behind the column; `undefined` where none is typed. */
export function findNameBeingTyped(
  { uri, languageId }: Pick<SourceText, 'uri' | 'languageId'>,
  line: string,
  column: number,
): Span | undefined {
  if (line.length > longestLine) return undefined;
  const start = column - (/\w*$/.exec(line.slice(0, column))?.[0].length ?? 0);
  const end = column + (/^\w*/.exec(line.slice(column))?.[0].length ?? 0);
  const head = line.slice(0, start) + probe;
  const isLookup = [line.slice(end), ...endings].some(ending => {
    const text = head + ending;
    return namesAt(start, { uri, languageId, text });
  });
  return isLookup ? { start, end } : undefined;
}

function namesAt(start: number, source: SourceText): boolean {
  const met = new LandmarksMet();
  if (findLookups(source, met).some(({ name, span }) => name === probe && span.start === start)) return true;
  return findManagerReferences(source.text, met).some(({ name, span }) => name === probe && span.end === start + probe.length);
}
