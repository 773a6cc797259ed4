// Jenkins pipelines: a row of “environment” takes its value from Jenkins' credentials.
// https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#handling-credentials

import { phrase } from '../../phrase.ts';
import type { Span } from '../../text.ts';
import { withheld } from '../dialect.ts';
import type { Withheld } from '../plan.ts';
import type { EnvironmentFixRequest } from '../plan-environment-fix.ts';
import { inComment } from './config-file.ts';
import type { FormatFix } from './format-fix.ts';
import { type PlaceRewrite, planSpans } from './plan-places.ts';
import { nameOf } from './source-path.ts';

export const jenkinsfile: FormatFix = {
  id: 'jenkinsfile',
  title: 'Jenkinsfile',
  matches: source => source.languageId === 'jenkinsfile' || /^jenkinsfile(?:\.[\w-]+)?$|\.jenkinsfile$/.test(nameOf(source)),
  // A text becomes a call with a text of its own; the rest of the file is not touched.
  plan: request =>
    planSpans(
      request,
      span => rewrite(request, span),
      () => true,
    ),
};

function rewrite({ source: { text }, variable }: EnvironmentFixRequest, span: Span): PlaceRewrite | Withheld {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const before = text.slice(lineStart, span.start);
  const [after = ''] = /.*/.exec(text.slice(span.end)) ?? [];
  if (/^\s*(?:\/\/|\/?\*)/.test(before)) return withheld(inComment);
  const value = text.slice(span.start, span.end);
  const quote = /^\s*\w+\s*=\s*(['"])$/.exec(before)?.[1];
  const isWhole = quote !== undefined && after.startsWith(quote) && /^\s*(?:\/\/.*)?$/.test(after.slice(1));
  if (!isWhole || /[\\$]/.test(value) || !isInEnvironment(text.slice(0, lineStart))) return withheld(bindIt);
  const id = variable.toLowerCase().replaceAll('_', '-');
  return {
    kind: 'rewrite',
    value,
    edits: [{ span: { start: span.start - 1, end: span.end + 1 }, newText: `credentials('${id}')` }],
    changes: [],
    next: [phrase('Add a secret text with the id {0} to the credentials of Jenkins.', id)],
  };
}

const bindIt = phrase('Keep the value as a credential of Jenkins, and bind it with “withCredentials” or in “environment”.');

/** The innermost block that is open is `environment { … }`. */
function isInEnvironment(before: string): boolean {
  return /(?:^|[\s{])environment\s*\{[^{}]*$/.test(before.slice(-10_000));
}
