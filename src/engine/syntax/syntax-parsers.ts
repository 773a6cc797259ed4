// Reads texts into syntax trees: grammars loaded when first needed, parsing in slices between which others have their turn.

import type { Parser, Tree } from 'web-tree-sitter';
import type { CancelToken } from '../cancel.ts';
import { viewCodeInSteps } from '../fixes/code-view.ts';
import type { TextEdit } from '../fixes/plan.ts';
import type { Language } from '../languages/language.ts';
import type { SourceText } from '../text.ts';
import type { Grammar } from './grammar.ts';
import { grammarOf } from './grammars/catalogue.ts';
import { SyntaxTree } from './syntax-tree.ts';
import { changeBetween, editTree } from './tree-edits.ts';

/** The bytes of a file: `web-tree-sitter.wasm`, `tree-sitter-go.wasm`. */
type GrammarReader = (file: string) => Promise<Uint8Array>;

export interface SyntaxDeps {
  readonly read: GrammarReader;
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Lets others have their turn. */
  readonly breathe: () => Promise<void>;
  /** A grammar that cannot be loaded is told once; the lexer does without it. */
  readonly onProblem: (error: unknown) => void;
}

/** How long a parser may go on before it breathes: half a frame. */
const sliceMilliseconds = 8;
/** Longer texts were made by programs, and their trees take hundreds of megabytes. */
const longestText = 1_000_000;

export class SyntaxParsers {
  readonly #deps: SyntaxDeps;
  readonly #byGrammar = new Map<string, Promise<GrammarParser | undefined>>();
  #runtime: Promise<typeof import('web-tree-sitter')> | undefined;
  #isDisposed = false;

  constructor(deps: SyntaxDeps) {
    this.#deps = deps;
  }

  /**
   * Runs `work` with the tree of a text, or without one where there is none: no grammar, too long, cancelled. The tree is freed
   * some time after `work` has ended.
   */
  async withTree<Result>(
    source: SourceText,
    language: Language | undefined,
    cancel: CancelToken,
    work: (tree: SyntaxTree | undefined, parser: GrammarParser | undefined) => Result | Promise<Result>,
  ): Promise<Result> {
    const grammar = language && grammarOf(language, source);
    if (language === undefined || grammar === undefined || source.text.length > longestText || this.#isDisposed)
      return work(undefined, undefined);
    const parser = await this.#parserOf(grammar);
    if (parser === undefined) return work(undefined, undefined);
    return parser.inTurn(async () => {
      const tree = await parser.treeOf(source, cancel);
      if (tree !== undefined) await parser.prepareView(source, language, tree, cancel);
      return work(tree, parser);
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const parser of this.#byGrammar.values()) void parser.then(loaded => loaded?.dispose());
    this.#byGrammar.clear();
  }

  #parserOf(grammar: Grammar): Promise<GrammarParser | undefined> {
    const known = this.#byGrammar.get(grammar.name);
    if (known !== undefined) return known;
    const parser = this.#load(grammar).catch((error: unknown) => {
      this.#deps.onProblem(error);
      return undefined;
    });
    this.#byGrammar.set(grammar.name, parser);
    return parser;
  }

  async #load(grammar: Grammar): Promise<GrammarParser> {
    const file = this.#deps.read(`tree-sitter-${grammar.name}.wasm`);
    this.#runtime ??= this.#start();
    const [runtime, bytes] = await Promise.all([this.#runtime, file]);
    const parser = new runtime.Parser();
    parser.setLanguage(await runtime.Language.load(bytes));
    return new GrammarParser(parser, grammar, this.#deps);
  }

  async #start(): Promise<typeof import('web-tree-sitter')> {
    const file = 'web-tree-sitter.wasm';
    const [runtime, wasmBinary] = await Promise.all([import('web-tree-sitter'), this.#deps.read(file)]);
    await runtime.Parser.init({ wasmBinary, locateFile: () => file });
    return runtime;
  }
}

/** One parser, used by one at a time. It keeps the newest tree: people ask about one text again and again. */
export class GrammarParser {
  readonly #parser: Parser;
  readonly #grammar: Grammar;
  readonly #deps: Pick<SyntaxDeps, 'now' | 'breathe'>;
  #last: Promise<unknown> = Promise.resolve();
  #newest: { readonly uri: string; readonly tree: SyntaxTree } | undefined;

  constructor(parser: Parser, grammar: Grammar, deps: Pick<SyntaxDeps, 'now' | 'breathe'>) {
    this.#parser = parser;
    this.#grammar = grammar;
    this.#deps = deps;
  }

  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    // Whoever asked hears of a failure; the next one in turn does not care.
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Of a text that was parsed before only what changed is read again. `undefined` when cancelled. */
  async treeOf({ uri, text }: SourceText, cancel: CancelToken): Promise<SyntaxTree | undefined> {
    const known = this.#newest?.uri === uri ? this.#newest.tree : undefined;
    if (known?.text === text) return known;
    const tree = known === undefined ? await this.#parse(text, null, cancel) : await this.#parseAgain(known, text, cancel);
    if (tree === undefined) return undefined;
    this.forget();
    this.#newest = { uri, tree };
    return tree;
  }

  /** So that planning finds its view of the code made. When cancelled, nobody asks for it. */
  async prepareView(source: SourceText, language: Language, tree: SyntaxTree, cancel: CancelToken): Promise<void> {
    const { now, breathe } = this.#deps;
    const steps = viewCodeInSteps(source, language, tree);
    let start = now();
    while (!cancel.isCancellationRequested && !steps.next().done) {
      if (now() - start <= sliceMilliseconds) continue;
      await breathe();
      start = now();
    }
  }

  /** Runs `work` with the tree of the text after the edits; `undefined` when cancelled. */
  async withEdits<Result>(
    tree: SyntaxTree,
    text: string,
    edits: readonly TextEdit[],
    cancel: CancelToken,
    work: (edited: SyntaxTree) => Result,
  ): Promise<Result | undefined> {
    const edited = await this.#parseFrom(tree, text, edits, cancel);
    if (edited === undefined) return undefined;
    try {
      return work(edited);
    } finally {
      edited.dispose();
    }
  }

  forget(): void {
    this.#newest?.tree.dispose();
    this.#newest = undefined;
  }

  dispose(): void {
    void this.inTurn(async () => {
      this.forget();
      this.#parser.delete();
    });
  }

  #parseAgain(known: SyntaxTree, text: string, cancel: CancelToken): Promise<SyntaxTree | undefined> {
    return this.#parseFrom(known, text, [changeBetween(known.text, text)], cancel);
  }

  async #parseFrom(known: SyntaxTree, text: string, edits: readonly TextEdit[], cancel: CancelToken): Promise<SyntaxTree | undefined> {
    const old = known.copyTree();
    try {
      editTree(old, known.text, text, edits);
      return await this.#parse(text, old, cancel);
    } finally {
      old.delete();
    }
  }

  /** A parse that was stopped goes on where it left off when it is asked again for the same text. */
  async #parse(text: string, old: Tree | null, cancel: CancelToken): Promise<SyntaxTree | undefined> {
    const { now, breathe } = this.#deps;
    while (!cancel.isCancellationRequested) {
      const start = now();
      const tree = this.#parser.parse(text, old, { progressCallback: () => now() - start > sliceMilliseconds });
      if (tree !== null) return new SyntaxTree(text, tree, this.#grammar);
      await breathe();
    }
    this.#parser.reset();
    return undefined;
  }
}
