// Doubts of every rule that goes by a name or a place: of what the value looks like, and what stands around it.

export const surroundings: readonly string[] = ['template', 'placeholder', 'plain-value', 'echo', 'path', 'sequence', 'sentence'];
