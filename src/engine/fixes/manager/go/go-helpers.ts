// Go: `secrets.MustGet("name")`, with a package of the module's own that reads the manager.

import { phrase } from '../../../phrase.ts';
import { type Lookup, withheld } from '../../dialect.ts';
import { packageName } from '../../dialects/go-imports.ts';
import type { Withheld } from '../../plan.ts';
import { usesOf } from '../../surroundings.ts';
import type { CallSite, HelperCall, HelperLanguage, HelperSource } from '../helper-language.ts';
import { helpersFor } from '../helper-mark.ts';
import { newFile } from '../new-file.ts';
import { writeHelper } from './helper-text.ts';
import { goSources } from './sources.ts';

const names: readonly string[] = ['secrets', 'secretmanager', 'managedsecrets'];

export const goHelpers: HelperLanguage = {
  sources: goSources,
  call,
  install: ({ context: { project } }, packages) => {
    const known = (project?.manifests['go.mod'] ?? '').split(/\s+/);
    const missing = packages.filter(name => !known.includes(name));
    return missing.length === 0 ? undefined : `go get ${missing.join(' ')}`;
  },
  fileNames: names.map(name => `${name}.go`),
  layout: () => names.flatMap(name => [`internal/${name}`, `internal/${name}/${name}.go`]),
};

function call(site: CallSite, source: HelperSource): HelperCall | Withheld {
  const { view, target, path, name, context } = site;
  const module = /^module[ \t]+"?([^\s"]+)/m.exec(context.project?.manifests['go.mod'] ?? '')?.[1];
  if (module === undefined)
    return withheld(phrase('There is no {0} in the project’s folder, so that nothing could be imported from it.', 'go.mod'));
  const known = helpersFor(target.address.manager, target.helpers, /^func MustGet\(name string\) string\b/m)[0];
  const free = names.find(candidate => !target.paths.includes(`internal/${candidate}`));
  const file = known?.path ?? (free === undefined ? undefined : `internal/${free}/${free}.go`);
  if (file === undefined) return withheld(phrase('There is no free name for the file that would read the secret.'));
  const folder = file.split('/').slice(0, -1).join('/');
  if (path.startsWith(`${folder}/`)) return withheld(phrase('This is the package that reads secrets.'));
  const own = folder.split('/').at(-1) ?? 'secrets';
  const imported = packageName(view, `${module}/${folder}`);
  const local = imported ?? [own, ...names, 'managed'].find(candidate => usesOf(view, candidate, -1).length === 0) ?? 'appsecrets';
  const spec = `import ${local === own ? '' : `${local} `}"${module}/${folder}"`;
  const lookup = (): Lookup => ({ expression: `${local}.MustGet("${name}")`, isAtomic: true, needs: imported === undefined ? [spec] : [] });
  const made = known === undefined ? { also: [newFile(file, writeHelper(target.address.manager, own, source, view.newline))] } : {};
  return { kind: 'call', lookup, ...made };
}
