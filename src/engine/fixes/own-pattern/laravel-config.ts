// Laravel reads its environment in `config/` only, because it caches that: `env('NAME')` there, `config('services.…')` elsewhere.
// https://laravel.com/docs/configuration#configuration-caching

import { pathInProject } from '../../project/side.ts';
import type { WayPlace } from '../way-place.ts';
import { calling, type OwnPattern } from './own-pattern.ts';

const services = 'config/services.php';

export function findLaravelConfig({ context, request: { variable } }: WayPlace): OwnPattern | undefined {
  const { project, uri } = context;
  const path = project && pathInProject(project, uri);
  if (path === undefined || !(project?.manifests['composer.json'] ?? '').includes('"laravel/framework"')) return undefined;
  if (/^config\/[\w-]+\.php$/.test(path)) return { change: calling('env', variable) };
  const text = project?.sources?.[services];
  const key = text === undefined ? undefined : keyOf(variable);
  const end = text === undefined ? -1 : text.search(/\n\];\s*$/);
  if (text === undefined || key === undefined || end === -1 || text.includes(`env('${variable}'`)) return undefined;
  if (new RegExp(String.raw`^\s*['"]${key.service}['"]\s*=>`, 'm').test(text)) return undefined;
  const comma = /,\s*$/.test(text.slice(0, end)) ? '' : ',';
  const row = `${comma}\n\n    '${key.service}' => [\n        '${key.name}' => env('${variable}'),\n    ],`;
  const also = { path: services, text, edits: [{ span: { start: end, end }, newText: row }] };
  return { change: calling('config', `services.${key.service}.${key.name}`), also };
}

/** `OPENAI_API_KEY` → `openai.key`, `STRIPE_WEBHOOK_SECRET` → `stripe_webhook.secret`. */
function keyOf(variable: string): { readonly service: string; readonly name: string } | undefined {
  const found = /^([A-Z][A-Z0-9_]*?)_(?:API_)?(KEY|SECRET|TOKEN|PASSWORD)$/.exec(variable);
  return found?.[1] === undefined ? undefined : { service: found[1].toLowerCase(), name: (found[2] ?? '').toLowerCase() };
}
