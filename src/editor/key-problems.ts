// Which problems are about which key, the worst first: looked through once for each change, asked by trees, badge and details.

import * as vscode from 'vscode';
import { checkById } from '../engine/hygiene/catalogue.ts';
import { checkSeverity } from '../engine/hygiene/check-severity.ts';
import type { Problem } from '../engine/hygiene/problem.ts';
import { problemsOfKeys } from '../engine/hygiene/problems-of-keys.ts';
import type { Severity } from '../engine/settings/settings.ts';
import { compareSeverities } from '../engine/settings/severity.ts';
import type { Key } from '../engine/usages/key.ts';
import { Debouncer } from './async.ts';
import { DisposableStore } from './disposables.ts';
import type { Engines } from './engines.ts';
import type { ProblemsStore } from './problems-store.ts';

// Problems come with every pause in typing, file by file.
const BEAT_MS = 300;

export interface KeyProblemsDeps {
  readonly engines: Engines;
  readonly problems: ProblemsStore;
}

export class KeyProblems implements vscode.Disposable {
  readonly #deps: KeyProblemsDeps;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #find: ((key: Key) => readonly Problem[]) | undefined;
  #known = new WeakMap<Key, readonly Problem[]>();

  constructor(deps: KeyProblemsDeps) {
    this.#deps = deps;
    const beat = this.#store.add(new Debouncer(BEAT_MS));
    this.#store.add(
      deps.problems.onDidChange(() => {
        this.#find = undefined;
        this.#known = new WeakMap();
        if (!beat.isWaiting) beat.run(() => this.#changed.fire());
      }),
    );
  }

  of(key: Key): readonly Problem[] {
    const known = this.#known.get(key);
    if (known) return known;
    this.#find ??= problemsOfKeys(this.#deps.problems.all());
    const found = this.#find(key).toSorted((a, b) => compareSeverities(this.severityOf(a), this.severityOf(b)));
    this.#known.set(key, found);
    return found;
  }

  /** Of the worst one. */
  worstOf(key: Key): Severity | undefined {
    const [worst] = this.of(key);
    return worst && this.severityOf(worst);
  }

  /** All there are, also those that are about no key. */
  all(): readonly Problem[] {
    return this.#deps.problems.all();
  }

  severityOf({ checkId, uri }: Problem): Severity {
    const check = checkById(checkId);
    return check ? checkSeverity(check, this.#deps.engines.forUri(vscode.Uri.parse(uri)).settings) : 'off';
  }

  dispose(): void {
    this.#store.dispose();
  }
}
