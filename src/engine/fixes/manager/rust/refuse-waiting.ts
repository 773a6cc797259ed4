// Where async code of Rust cannot wait: in a closure, in a constant, and while it holds what may not move to another thread.

import { phrase } from '../../../phrase.ts';
import type { CodeView } from '../../code-view.ts';
import type { RefusePlace } from '../../plan-environment-fix.ts';
import { bracketsAround, codeBefore } from '../../surroundings.ts';

/** Never by making a function async, nor by blocking a thread: that would change everyone who calls it. */
export const refuseWaiting: RefusePlace = (view, { span }) => {
  const waiting = view.syntax?.waitingAt(span);
  if (waiting === undefined) return phrase('Whether something can be awaited there cannot be told.');
  if (waiting !== 'async' || isInClosureOfMacro(view, span.start))
    return phrase(
      'A manager answers later, and nothing can be awaited there: start the program with the secret in its environment instead.',
    );
  return held.test(view.code.slice(startOfBody(view, span.start), span.start))
    ? phrase('What is held there, a lock or something of one thread, must not be held while a manager answers: read the value before it.')
    : undefined;
};

/** Guards of std's locks, cells and generators of random numbers; those of Tokio are awaited. */
const held = /\.(?:lock|read|write|borrow|borrow_mut)\(\)(?!\s*\.\s*await)|\b(?:Rc|RefCell)\b|\b(?:thread_)?rng\(\)|\*(?:const|mut)\b/;

/** What stands in a macro is no more than tokens to the grammar. */
function isInClosureOfMacro(view: CodeView, at: number): boolean {
  const macro = bracketsAround(view, at).findLast(({ index }) => /\w!$/.test(codeBefore(view, index)));
  return macro !== undefined && /\|/.test(view.code.slice(macro.index, at));
}

/** Of the innermost async function or block. */
function startOfBody(view: CodeView, at: number): number {
  const body = bracketsAround(view, at).find(
    ({ open, index }) =>
      open === '{' && /\basync\b(?:\s+move)?\s*$|\basync\b[^{};]*(?:\bfn\b|\|)[^{};]*$/.test(codeBefore(view, index, 1000)),
  );
  return body?.index ?? 0;
}
