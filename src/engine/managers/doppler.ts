// Doppler: `project/config`, and names like those of environment variables. Project and config say the app and the environment.

import { phrase } from '../phrase.ts';
import { refuseLength, translateName } from './alphabet.ts';
import type { Manager, NameParts, NameRefused } from './manager.ts';
import { managerTitles } from './manager-titles.ts';
import { fillNameTemplate } from './name-template.ts';
import type { SecretAddress } from './secret-address.ts';
import { shellWord } from './shell-word.ts';

const title = managerTitles.doppler;

export const doppler: Manager = {
  id: 'doppler',
  title,
  containerTitle: 'project and config',
  // The classic naming, which is the default: capitals, digits and underscores.
  namesSource: 'https://docs.doppler.com/docs/workplace-settings#secret-naming',
  addressOf,
  consolePage: ({ container }) => {
    const { project, config } = dopplerPlace(container);
    if (project === '' || config === '') return undefined;
    return `https://dashboard.doppler.com/workplace/projects/${encodeURIComponent(project)}/configs/${encodeURIComponent(config)}`;
  },
  injection: 'doppler run --',
  readCommand: ({ container, name }) => `doppler secrets get ${shellWord(name)} --plain${placeOptions(container)}`,
  leastPrivilege: ({ container }) => ({
    title: 'Service token',
    languageId: 'shellscript',
    text: [
      '# Read access to this one config: Doppler grants nothing narrower. The token is printed once.',
      `doppler configs tokens create "$NAME" --access read --plain${placeOptions(container)}`,
      '',
    ].join('\n'),
    source: 'https://docs.doppler.com/docs/service-tokens',
  }),
};

/** Empty where the folder's own `doppler.yaml` or the CLI's set-up says it. */
export function dopplerPlace(container: string): { readonly project: string; readonly config: string } {
  const [project = '', config = ''] = container.split('/', 2);
  return { project: project.trim(), config: config.trim() };
}

function placeOptions(container: string): string {
  const { project, config } = dopplerPlace(container);
  return `${project && ` --project ${shellWord(project)}`}${config && ` --config ${shellWord(config)}`}`;
}

function addressOf(container: string, template: string, parts: NameParts): SecretAddress | NameRefused {
  const filled = fillNameTemplate(template, parts);
  if (filled.kind === 'refused') return filled;
  const translated = translateName(filled.field ?? filled.steps.at(-1) ?? '', /[^A-Za-z0-9_]+/g, '_').toUpperCase();
  const name = /^\d/.test(translated) ? `_${translated}` : translated;
  // Doppler sets these itself in every config. https://docs.doppler.com/docs/secrets
  if (/^DOPPLER_(?:PROJECT|ENVIRONMENT|CONFIG)$/.test(name))
    return { kind: 'refused', reason: phrase('Doppler sets {0} itself. Choose another name.', name) };
  return refuseLength(title, name, 200) ?? { manager: 'doppler', container, name };
}
