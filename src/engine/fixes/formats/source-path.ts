// Which file a text is: formats are known by where a file lies and how it is called.

import type { SourceText } from '../../text.ts';

/** With slashes, in lower case, and with one at the start: `/project/.github/workflows/ci.yml`. */
export function pathOf({ uri }: Pick<SourceText, 'uri'>): string {
  const path = uri
    .replace(/^[a-z][\w+.-]*:\/\//i, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/')
    .toLowerCase();
  return path.startsWith('/') ? path : `/${path}`;
}

export function nameOf(source: Pick<SourceText, 'uri'>): string {
  const path = pathOf(source);
  return path.slice(path.lastIndexOf('/') + 1);
}
