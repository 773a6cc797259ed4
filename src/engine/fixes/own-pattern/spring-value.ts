// `@Value("${NAME}")`: Spring looks it up in the environment, and does not start without it.
// https://docs.spring.io/spring-framework/reference/core/beans/annotation-config/value-annotations.html

import type { Literal } from '../read-literal.ts';
import { codeBefore } from '../surroundings.ts';
import type { WayPlace } from '../way-place.ts';
import type { OwnPattern } from './own-pattern.ts';

export function findSpringValue({ view, request: { variable } }: WayPlace, literal: Literal): OwnPattern | undefined {
  const isValue = /@Value\s*\(\s*(?:value\s*=\s*)?$/.test(codeBefore(view, literal.span.start));
  const isSpring = /^import\s+org\.springframework\.beans\.factory\.annotation\.(?:Value|\*)\s*;/m.test(view.code);
  if (!isValue || !isSpring) return undefined;
  return { change: { edits: [{ span: literal.content, newText: `\${${variable}}` }] } };
}
