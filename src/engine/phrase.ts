// A sentence for people, still translatable: the editor hands text and arguments to `vscode.l10n.t`, the terminal formats them here.

export interface Phrase {
  /** English, with `{0}`, `{1}` … for the arguments. Never holds a secret. */
  readonly text: string;
  readonly args: readonly (string | number)[];
}

export function phrase(text: string, ...args: readonly (string | number)[]): Phrase {
  return { text, args };
}

/** The English sentence. */
export function formatPhrase({ text, args }: Phrase): string {
  return text.replace(/\{(\d+)\}/g, (whole, index) => String(args[Number(index)] ?? whole));
}
