// The encrypted credentials of Rails, where the project reads them. Only Rails can write them, with a key that may not be on this
// machine, so the value goes to the environment file like any other and is read back there. The code asks the credentials first
// and then the environment: it runs at once, and goes on to run when the value is moved. Nothing is ever looked up that is nowhere.
// https://guides.rubyonrails.org/security.html#custom-credentials

import { phrase } from '../../phrase.ts';
import type { ProjectFacts } from '../../project/project-facts.ts';
import { pathInProject } from '../../project/side.ts';
import type { WayPlace } from '../way-place.ts';
import type { OwnPattern } from './own-pattern.ts';
import { sectionNameOf } from './section-name.ts';

export function findRailsCredentials({ view, context, request: { variable, style } }: WayPlace): OwnPattern | undefined {
  const { project, uri } = context;
  const path = project && pathInProject(project, uri);
  if (project === undefined || path === undefined || !loadedByRails.test(path)) return undefined;
  if (!/^\s*gem[ (]+["']rails["']/m.test(project.manifests['Gemfile'] ?? '')) return undefined;
  const uses = [view.code, ...rubyOf(project)].flatMap(usesIn);
  if (uses.length === 0) return undefined;
  const { lookup, place } = entryOf(variable, uses.some(isNested));
  const next = phrase(
    'To keep {0} encrypted, run “{1}”, add it there as {2}, and delete its row in the environment file.',
    variable,
    'bin/rails credentials:edit',
    place,
  );
  const environment = (quote: string): string =>
    style === 'plain' ? `ENV[${quote}${variable}${quote}]` : `ENV.fetch(${quote}${variable}${quote})`;
  return {
    change: { lookup: quote => ({ expression: `${credentials}${lookup} || ${environment(quote)}`, isAtomic: false, needs: [] }) },
    next: [next],
  };
}

const credentials = 'Rails.application.credentials';

/** Once the application is there; Gemfile, boot files and scripts run without it. */
const loadedByRails = /^(?:app|lib|config\/initializers|config\/environments)\/|^(?:db\/seeds|config\/routes)\.rb$/;

function rubyOf({ sources = {} }: ProjectFacts): readonly string[] {
  return Object.entries(sources).flatMap(([path, text]) => (/\.(?:rb|ya?ml)$/.test(path) ? [text] : []));
}

/** What stands behind `credentials` in code; files that a generator made mention it in comments. */
function usesIn(text: string): readonly string[] {
  return [...text.matchAll(/^(?![ \t]*#).*?\bRails\.application\.credentials\b(.*)/gm)].map(([, rest = '']) => rest);
}

/** `.dig(:aws, :secret_access_key)`, `.aws[:secret_access_key]`, `.aws.secret_access_key` */
function isNested(use: string): boolean {
  return /^\.dig\(\s*:\w+\s*,|^(?:\.\w+!?|\[:\w+\])(?:\[:|&?\.(?!to_|presence\b|fetch\b|dig\b|strip\b|freeze\b)\w)/.test(use);
}

function entryOf(variable: string, nested: boolean): { readonly lookup: string; readonly place: string } {
  const section = nested ? sectionNameOf(variable) : undefined;
  if (section === undefined) return { lookup: `.${variable.toLowerCase()}`, place: variable.toLowerCase() };
  const [outer, inner] = [section.section.toLowerCase(), section.name.toLowerCase()];
  return { lookup: `.dig(:${outer}, :${inner})`, place: `${outer}.${inner}` };
}
