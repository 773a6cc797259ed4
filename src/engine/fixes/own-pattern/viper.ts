// Viper, where it reads the environment: https://github.com/spf13/viper#working-with-environment-variables

import type { Literal } from '../read-literal.ts';
import { bracketsAround } from '../surroundings.ts';
import type { WayPlace } from '../way-place.ts';
import { calling, type OwnPattern } from './own-pattern.ts';

export function findViper({ view, request }: WayPlace, literal: Literal): OwnPattern | undefined {
  const isImported = /^[ \t]*(?:import[ \t]+)?"github\.com\/spf13\/viper"/m.test(view.text);
  const texts = [view.text, ...(request.siblings ?? [])];
  const isAutomatic = texts.some(text => text.includes('viper.AutomaticEnv()'));
  // Keys and variables have the same name only as long as nothing says otherwise.
  const isRenamed = texts.some(text => /viper\.(?:SetEnvPrefix|SetEnvKeyReplacer)\(/.test(text));
  // What a package declares is set before the program tells Viper where to look.
  const isInFunction = bracketsAround(view, literal.span.start).some(
    ({ open, index }) => open === '{' && /\)[^{}\n]*$/.test(view.code.slice(0, index).trimEnd()),
  );
  return isImported && isAutomatic && !isRenamed && isInFunction ? { change: calling('viper.GetString', request.variable) } : undefined;
}
