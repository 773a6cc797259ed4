// Text that may say anything, to stand in Markdown as it is. (`appendText` would do, but its blanks never wrap.)

export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()#+\-.!~|$>]/g, '\\$&');
}
