// A reader of the environment that a Python file has already: of python-decouple, django-environ or Starlette.

import type { CodeView } from '../code-view.ts';
import { fullNameOf } from '../dialects/python-imports.ts';
import type { WayPlace } from '../way-place.ts';
import { calling, type OwnPattern } from './own-pattern.ts';

export function findPythonReader({ view, request: { variable } }: WayPlace): OwnPattern | undefined {
  const name = readerOf(view);
  return name === undefined ? undefined : { change: calling(name, variable) };
}

function readerOf(view: CodeView): string | undefined {
  // https://github.com/HBNetwork/python-decouple#usage
  if (fullNameOf(view, 'config') === 'decouple.config' && !/^[ \t]*config[ \t]*=(?!=)/m.test(view.code)) return 'config';
  // https://django-environ.readthedocs.io/en/latest/quickstart.html · https://starlette.dev/config/
  for (const [, name, made = ''] of view.code.matchAll(/^(\w+)[ \t]*=[ \t]*([\w.]+)\(/gm)) {
    const full = fullNameOf(view, made);
    if (full === 'environ.Env' || full === 'starlette.config.Config') return name;
  }
  return undefined;
}
