// What a text says anywhere, for rules that tell twins apart by an import or a host.

/** Whether the text says this (lower-case ASCII needle). */
export type Mentions = (needle: string) => boolean;

/** The text is folded when first asked, and answers are kept: several rules ask for the same words. */
export function mentionsOf(text: string): Mentions {
  const known = new Map<string, boolean>();
  let lower: string | undefined;
  return needle => {
    const answer = known.get(needle);
    if (answer !== undefined) return answer;
    lower ??= text.toLowerCase();
    const found = lower.includes(needle);
    known.set(needle, found);
    return found;
  };
}
