// Colour, on terminals only: https://no-color.org and Node's own FORCE_COLOR.

import { styleText } from 'node:util';
import type { Paint, TextStyle } from '../engine/reports/write-text.ts';
import type { Deps, Output } from './command-line.ts';

export const plain: Paint = (_style, text) => text;

export function painter(output: Output, env: Deps['env']): Paint {
  // Node has styleText since 20.12. Whether to paint was decided here: it need not ask the stream again.
  const canPaint = wantsColour(output, env) && typeof styleText === 'function';
  return canPaint ? (style, text) => styleText(styles[style], text, { validateStream: false }) : plain;
}

const styles: Readonly<Record<TextStyle, Parameters<typeof styleText>[0]>> = {
  place: 'bold',
  masked: 'yellow',
  title: 'red',
  quiet: 'dim',
  good: 'green',
  bad: 'red',
};

function wantsColour({ isTTY = false }: Output, env: Deps['env']): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0';
  return isTTY && env['TERM'] !== 'dumb';
}
