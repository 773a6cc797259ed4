// Whether `$` in a string begins a variable, by the file's language.

const endings = /\.(?:(?:ba|z|k)?sh|fish|php|p[lm]|ps[dm]?1|kts?|groovy|gradle|dart|scala|jl|tcl)$/i;

export function fillsInVariables(uri: string): boolean {
  return endings.test(uri);
}
