// A variable's name as configuration with sections has it: whose the value is, and what it is.

import { providers } from '../../rules/providers.ts';

export interface SectionName {
  /** `OPENAI`, `STRIPE`. */
  readonly section: string;
  /** `API_KEY`, `WEBHOOK_SECRET`. */
  readonly name: string;
}

/** `undefined` where the name says only what the value is, or not that. */
export function sectionNameOf(variable: string): SectionName | undefined {
  const found =
    /^([A-Z][A-Z0-9_]*?)_((?:(?:API|ACCESS|AUTH|CLIENT|PRIVATE|SECRET|SIGNING|WEBHOOK)_)*(?:KEY|SECRET|TOKEN|PASSWORD)(?:_ID)?)$/.exec(
      variable,
    );
  return found?.[1] === undefined || found[2] === undefined ? undefined : { section: found[1], name: found[2] };
}

/** `OPENAI` → `OpenAI`, as one of the spellings has it, else as the service calls itself, else `Openai`. */
export function spellSection(section: string, spellings: readonly string[] = []): string {
  const letters = section.replaceAll('_', '').toLowerCase();
  const titles = providers().map(({ title }) => title.replace(/\W/g, ''));
  return [...spellings, ...titles].find(spelling => spelling.toLowerCase() === letters) ?? pascalCase(section);
}

/** `API_KEY` → `ApiKey` */
export function pascalCase(name: string): string {
  return name
    .toLowerCase()
    .split('_')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
