// Finds the characters above each squiggle. Runs inside the page: it may use nothing from outside the function.

export interface Squiggle {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly text: string;
}

/** A squiggle that goes over several lines has one entry for each line. */
export function readSquiggles(pane: Element): Squiggle[] {
  const severities = ['error', 'warning', 'info', 'hint'] as const;
  const characters = [...pane.querySelectorAll('.view-line')].flatMap(charactersOf);
  return severities
    .flatMap(severity =>
      [...pane.querySelectorAll(`.squiggly-${severity}`)].map(element => ({ severity, box: element.getBoundingClientRect() })),
    )
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
    .map(({ severity, box }) => ({ severity, text: textInside(box) }));

  function textInside(box: DOMRect): string {
    const inside = characters.filter(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
    return inside.map(({ character }) => character).join('');
  }

  function charactersOf(line: Element): { character: string; x: number; y: number }[] {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const found: { character: string; x: number; y: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      for (let index = 0; index < text.length; index++) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        found.push({ character: text.charAt(index).replace('\u00a0', ' '), x: box.left + box.width / 2, y: box.top + box.height / 2 });
      }
    }
    return found;
  }
}
