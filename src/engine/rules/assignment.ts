// How a name gets a value in code, configuration, markup and commands: the part of a pattern between the two, and the value's edges.

/** The rest of the name the keyword stands in, all of it: giving back a part of it never helps, and trying to is dear. */
const nameRest = '[\\w.$-]{0,50}(?![\\w.$-])';

/** What closes the name: the size of an array of C, quotes (escaped ones too), brackets, as in `["api_key"]` and `getenv("API_KEY")`. */
const closers = '(?:\\[\\w{0,20}\\])?(?:\\\\{0,3}["\'`])?[\\])]{0,2}';

const space = '\\s{0,12}';

/** `: string =`, `: &'static str =`, Go's `token string =`, and Visual Basic's `Token As String =`. */
const typed = `(?:\\s{1,3}As [\\w.]{1,40}|${space}:\\s{0,4}[&*]?[A-Za-z'][\\w.<>?|&' ]{0,30}|\\s[\\w.*]{1,20}(?:\\[\\w{0,6}\\])?)\\s{0,12}=`;

/** An attribute or key that holds the name, and its neighbour that holds the value: `name="password" value="…"`. */
const neighbour = `(?:[,;]\\s{0,24}|\\s{1,24})(?:- )?\\\\{0,3}["']?(?:[Vv]alue|VALUE|[Dd]efault(?:Value)?)\\\\{0,3}["']?${space}[:=]`;

/** Signs after which only a quoted value counts: assignments, arguments, comparisons, fallbacks. */
const sign = '(?::=|=>|[=!]==?|[+?]?=|:|<-|->|\\|\\||\\?[?:]|\\(|\\{)=?';

/** After a name that is itself the first argument: `getenv("API_KEY", "…")`. In a list the next string is another name. */
const nextArgument = '(?<=\\([ \\t]?["\'`][\\w.:$-]{1,60}["\'`]),';

/** What wraps a value without changing what it is: a type's name, or a word for text, bytes or secrets. */
const wrapper =
  '(?:[A-Z]\\w{0,40}(?:[.:]{1,2}\\w{1,30})?!?|\\[\\]byte|[\\w.]{0,40}(?:str|string|bytes?|secret|some|atob|b64decode|quote|literal|const|key)\\w{0,20})';

/** A call or conversion around the value: `Some("…")`, `new Secret("…")`, `[]byte("…")`, `Buffer.from('…')`, `Key(value="…")`. */
const call = `(?:new |await )?${wrapper}\\(\\s{0,12}(?:\\w{1,20}\\s?[=:]\\s?)?`;

/** None, one, or one in another. Side by side, both would be tried where there is none. */
const calls = `(?:${call}(?:${call})?)?`;

/** One quote, or the three that Python, TOML and others have around a text. */
const openQuote = '[A-Za-z@$]{0,2}\\\\{0,3}(?:["\'`]|"""|\'\'\')';

/** `or "…"`, a shell's `:-`, Rust's `.unwrap_or("…")`. */
const fallback = '(?:\\s{1,3}or|:-|\\s{0,12}\\.unwrap_or(?:_else)?\\((?:\\|_?\\w{0,8}\\|)?)';

/** A directive: the name begins its line and the value follows, as in `storePassword "…"`. */
const directive = '(?<=(?:^|\\n)[ \\t]{0,24}[\\w.-]{1,32})[ \\t]{1,4}';

/** A command that takes a name and a value: `ENV API_KEY …`, `setx API_KEY "…"`, `set -gx API_KEY …`. */
const declared = '(?<=(?:ENV|ARG|setx|setenv|SetEnv|set -[A-Za-z]{1,4})[ \\t]{1,4}\\w{1,40})[ \\t]{1,4}';

/** C's `#define API_KEY "…"`. Without quotes its values are other names. */
const defined = '(?<=#[ \\t]{0,4}define[ \\t]{1,4}\\w{1,40})[ \\t]{1,24}';

/** An option of a command: `--api-key "…"`, `-Password '…'`. */
const flag = '(?<=(?:^|\\s)--?[\\w-]{1,40})[ =]';

/** Between a name and a value in quotes, the opening quote included. */
const quotedJoint = `(?:(?:${typed}|${neighbour}|${fallback}|${space}(?:${sign}|${nextArgument}))${space}${calls}|${directive}|${declared}|${defined}|${flag})${openQuote}`;

/** A block of YAML (`key: |`, `key: >-`) whose first line is the value. */
const yamlBlock = ':[ \\t]{1,4}[|>][+-]?[ \\t]{0,4}\\r?\\n[ \\t]{1,24}';

/**
 * The rest of an element's tag, and the element in it that some formats wrap values in. The value ends at the next tag: behind
 * `<password>` in a sentence stand more words, behind the arrow of C a member.
 */
const tagEnd = '(?<!-)(?:\\s[\\w:-]{1,20}="[^"<>]{0,40}")?>\\s{0,12}(?:<value>)?(?:<!\\[CDATA\\[)?(?=[^\\s<]{5,300}\\s{0,60}<)';

/** Between a name and a value without quotes: `=`, `:`, an element's `>`, a shell fallback, a flag's space. */
const bareJoint = `(?:${neighbour}\\s{0,4}|[ \\t]{0,12}(?:[:?]=|:(?!-)|=)[ \\t]{0,12}|${yamlBlock}|${tagEnd}|:-|${declared}|${flag})`;

/** Where a bare value ends. */
const bareEnd = '(?=[\\s,;<)}\\]&"\'`\\\\]|$)';

export interface AssignmentShape {
  /** Words of which one stands in the name, in lower case: they match as `word`, `Word` and `WORD`. */
  readonly words: readonly string[];
  /** Characters of a value in quotes, and without. */
  readonly quoted: string;
  readonly bare: string;
}

/**
 * A name with one of the words in it, something that assigns, and the value as group `secret`. It begins at the word, wherever in
 * the name that stands. All repetitions are bounded.
 */
export function assignmentPattern({ words, quoted, bare }: AssignmentShape): RegExp {
  const value = `(?<secret>(?<=["'\`])${quoted}(?=\\\\{0,3}["'\`])|(?<!["'\`])${bare}${bareEnd})`;
  return new RegExp(`(?:${words.flatMap(casings).join('|')})${nameRest}${closers}(?:${quotedJoint}|${bareJoint})${value}`, 'd');
}

function casings(word: string): readonly string[] {
  return [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()];
}
