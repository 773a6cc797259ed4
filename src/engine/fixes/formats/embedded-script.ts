// A shell script that stands in a value of a configuration file, such as a step of a pipeline: its key becomes a lookup as in a script
// of its own.

import { shellscript } from '../../languages/shellscript.ts';
import { phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import { viewCode } from '../code-view.ts';
import { withheld } from '../dialect.ts';
import { shellscriptDialect } from '../dialects/shellscript.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import { readLiteral } from '../read-literal.ts';
import type { ConfigValue } from './config-file.ts';
import type { PlaceRewrite } from './plan-places.ts';
import { encodeFor, type YamlFile } from './yaml-file.ts';

export interface ScriptRewrite {
  readonly kind: 'rewrite';
  readonly value: string;
  /** One, around the key or around the string it is in. */
  readonly edit: TextEdit;
}

export function rewriteScript(request: EnvironmentFixRequest, script: Span, secret: Span): ScriptRewrite | Withheld {
  const { source, variable, style } = request;
  const context = { uri: source.uri };
  const view = viewCode({ uri: 'script.sh', languageId: 'shellscript', text: onlyScript(source.text, script) }, shellscript);
  const reading = readLiteral(view, secret);
  if (reading.kind === 'none') return withheld(reading.reason);
  const { literal } = reading;
  const lookup = shellscriptDialect.environmentLookup({ view, variable, style, places: 1, context });
  const result = shellscriptDialect.rewrite({ view, literal, context, lookup: quote => lookup(quote, literal.span.start) });
  if (result.kind === 'withheld') return result;
  const [edit, ...others] = result.edits;
  return edit === undefined || others.length > 0 ? withheld(unclearScript) : { kind: 'rewrite', value: literal.value, edit };
}

/** The same for a script in a YAML value. */
export function rewriteYamlScript(request: EnvironmentFixRequest, place: ConfigValue, file: YamlFile): PlaceRewrite | Withheld {
  const { text } = file;
  const scalar = file.scalarAt(place.secretSpan);
  const written = text.slice(place.span.start, place.span.end);
  // With escapes in it, the script is not the text that is written here.
  if (
    scalar === undefined ||
    (scalar.style === 'double' && written.includes('\\')) ||
    (scalar.style === 'single' && /''/.test(written.slice(1, -1)))
  )
    return withheld(unclearScript);
  const inner = scalar.style === 'single' || scalar.style === 'double' ? 1 : 0;
  const script = { start: place.span.start + inner, end: place.span.end - inner };
  const result = rewriteScript(request, afterIndicator(text, script, scalar.style === 'block'), place.secretSpan);
  if (result.kind === 'withheld') return result;
  const { value, edit } = result;
  const before = text.slice(edit.span.start, place.secretSpan.start);
  const after = text.slice(place.secretSpan.end, edit.span.end);
  if (!place.prefix.endsWith(before) || !place.suffix.startsWith(after)) return withheld(unclearScript);
  const start = place.prefix.length - before.length;
  const end = place.prefix.length + place.secret.length + after.length;
  return {
    kind: 'rewrite',
    value,
    edits: [{ span: edit.span, newText: encodeFor(scalar.style, edit.newText) }],
    changes: [{ kind: 'splice', path: place.path, start, end, text: edit.newText }],
    next: [],
  };
}

const unclearScript = phrase('It is not clear how the shell reads the value there.');

/** `|-` and what follows it on its line are no part of the script. */
function afterIndicator(text: string, script: Span, isBlock: boolean): Span {
  return isBlock ? { ...script, start: text.indexOf('\n', script.start) } : script;
}

/** As long as the text, blank but for the script; what the pipeline fills in (`${{ … }}`) is a word to the shell. */
function onlyScript(text: string, { start, end }: Span): string {
  const script = text.slice(start, end).replace(/\$\{\{[^\n]*?\}\}/g, hole => 'x'.repeat(hole.length));
  return blank(text.slice(0, start)) + script + blank(text.slice(end));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
