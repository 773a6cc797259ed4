// Passwords that scripts type: into programs line by line, as lists for `chpasswd` and what `ftp` is told in a here-document; into the
// forms of pages.

import type { Span } from '../text.ts';
import type { Rule } from './rule.ts';

const doubts = ['template', 'placeholder', 'plain-value', 'echo', 'path', 'sequence', 'digest', 'words', 'test-path'];

/** A here-document up to its first line: `<<EOF`, `<<- 'END'`. */
const hereDocument = '<<[-~]?[ \\t]{0,2}["\']?\\w{1,20}["\']?[^\\n]{0,40}\\r?\\n';

const reach = 800;

export const typedRules: readonly Rule[] = [
  {
    id: 'chpasswd-password',
    title: 'Password in a list that chpasswd reads',
    provider: 'generic',
    kind: 'password',
    keywords: ['chpasswd'],
    // The list of cloud-init, or a here-document. RANDOM and hashes are no passwords.
    pattern: new RegExp(
      `chpasswd(?: ?[ \\w-]{0,16}${hereDocument}|:[ \\t]{0,4}\\r?\\n[ \\t]{1,12}(?:\\w{1,12}:[ \\t]{1,4}\\w{1,8}\\r?\\n[ \\t]{1,12})?list:[ \\t]{0,4}(?:\\|-?[ \\t]{0,4})?\\r?\\n)`,
      'd',
    ),
    reach,
    values: readAccounts,
    confidence: 'certain',
    doubts,
    source: 'https://docs.cloud-init.io/en/latest/reference/modules.html#set-passwords',
  },
  {
    id: 'ftp-password',
    title: 'Password that a script tells ftp',
    provider: 'generic',
    kind: 'password',
    keywords: ['ftp -', 'ftp $', 'ftp <<'],
    // `user NAME PASSWORD`, or the bare commands of the protocol.
    pattern: new RegExp(
      `(?<![\\w-])ftp[^\\n<]{0,120}${hereDocument}(?:[^\\n]{0,120}\\n)??(?:[^\\n]{0,120}\\n)??[ \\t]{0,12}(?:quote )?(?:user[ \\t]{1,4}[^\\s]{1,60}[ \\t]{1,4}|pass[ \\t]{1,4})(?<secret>[^\\s"'\`$<>]{4,120})(?=\\s|$)`,
      'di',
    ),
    confidence: 'certain',
    doubts,
    source: 'https://www.rfc-editor.org/rfc/rfc959#section-4.1.1',
  },
  {
    id: 'browser-password',
    title: 'Password that a script types into a page',
    provider: 'generic',
    kind: 'password',
    keywords: ['send_keys(', 'sendkeys(', '.fill(', '.type('],
    before: 60,
    // `driver.find_element(By.ID, "password").send_keys("…")`, `page.fill('#password', '…')`
    pattern:
      /(?:pass(?:word|wd|wrd)?[\w-]{0,12}["'\]]{1,3}[^\n"']{0,16}\)\s{0,4}\.(?:send_?keys|fill|type)\(\s{0,8}|\.(?:fill|type)\(\s{0,8}["'][^"'\n]{0,40}pass[^"'\n]{0,20}["'],\s{0,8})["'](?<secret>[^\s"'`\\]{4,120})["']/di,
    glance: (text, keyword, end) =>
      text
        .slice(Math.max(0, keyword - 60), end + 60)
        .toLowerCase()
        .includes('pass'),
    confidence: 'likely',
    doubts,
    source: 'https://www.selenium.dev/documentation/webdriver/elements/interactions/#send-keys',
  },
];

/** Lines of `name:password` until one is of another form. */
function readAccounts(text: string, { start, end }: Span): readonly Span[] {
  const values: Span[] = [];
  for (let line = end; line < start + reach; ) {
    const next = text.indexOf('\n', line);
    const stop = Math.min(next === -1 ? text.length : next, start + reach);
    const content = text.slice(line, stop);
    const account = /^[ \t]{0,24}(?:- )?["']?[\w.-]{1,40}:(?<password>[^\s"':$]{4,120})["']?[ \t\r]*$/d.exec(content);
    const found = account?.indices?.groups?.['password'];
    if (found) values.push({ start: line + found[0], end: line + found[1] });
    else if (content.trim() !== '') break;
    if (next === -1) break;
    line = next + 1;
  }
  return values.filter(value => !/^(?:RANDOM|R)$/.test(text.slice(value.start, value.end)));
}
