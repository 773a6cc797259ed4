// Which language reads which secret manager: a table for docs/secret-managers.md.

/**
 * @typedef {import('../../src/engine/managers/manager-id.ts').ManagerId} ManagerId
 * @typedef {{ readonly title: string, readonly reads: (manager: ManagerId) => boolean }} Reader
 */

/**
 * @param {readonly ManagerId[]} managers
 * @param {Readonly<Record<ManagerId, string>>} titles
 * @param {readonly Reader[]} readers
 */
export function managerLanguages(managers, titles, readers) {
  const rows = readers.map(({ title, reads }) => [title, ...managers.map(manager => (reads(manager) ? 'yes' : '–'))]);
  const head = ['', ...managers.map(manager => titles[manager])];
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
