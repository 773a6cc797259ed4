// Answers kept for questions that come again and again: code repeats its names.

/** `compute` must be pure. At most `most` answers are kept; then it starts over, which is simpler than to find the oldest. */
export function remember<Answer>(most: number, compute: (question: string) => Answer): (question: string) => Answer {
  const known = new Map<string, Answer>();
  return question => {
    const answer = known.get(question);
    if (answer !== undefined) return answer;
    if (known.size >= most) known.clear();
    const fresh = compute(question);
    known.set(copyOf(question), fresh);
    return fresh;
  };
}

/** The same for a question that is asked several times on end: only the last answer is kept. */
export function rememberLast<Answer>(compute: (question: string) => Answer): (question: string) => Answer {
  let last: string | undefined;
  let answer: Answer;
  return question => {
    if (question !== last) answer = compute(question);
    last = question;
    return answer;
  };
}

/** A part of a text keeps all of the text in memory; what is cut off from something new keeps only that. */
export function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}
