// Credentials in annotations: `@Value("…") String dbPassword`, `[DefaultValue("…")] string Password`, `@ConfigProperty(defaultValue = "…")`.
// The field or the property that is annotated says what they are.

import { kindOfName, type NameKind } from '../scan/reasons/name.ts';
import type { MatchContext, Rule, Verdict } from './rule.ts';
import { surroundings } from './surroundings.ts';

/** Up to the name of what is annotated: another annotation, modifiers, a type. Not over another statement. */
const toField = '(?:@\\w{1,40}(?:\\([^()"\']{0,60}\\))?\\s{1,24})?[\\w.<>?\\[\\] \\t]{0,120}?(?<![\\w.])';
const field = '(?<field>[A-Za-z_]\\w{1,60})\\s{0,8}(?=[;=:,){])';

const keywords = ['@value(', '[defaultvalue(', '@configproperty('];

export const annotatedRules: readonly Rule[] = [
  {
    id: 'annotated-password',
    title: 'Password in an annotation',
    provider: 'generic',
    kind: 'password',
    keywords,
    pattern: annotation('[^\\s"\\\\]{5,120}'),
    confidence: 'likely',
    doubts: [...surroundings, 'digest', 'words', 'test-path'],
    check: context => named(context, 'password'),
    source: 'https://docs.spring.io/spring-framework/reference/core/beans/annotation-config/value-annotations.html',
  },
  {
    id: 'annotated-key',
    title: 'Key or token in an annotation',
    provider: 'generic',
    kind: 'secret',
    keywords,
    pattern: annotation('[\\w+/=.~$%@!#&*:^|?-]{8,300}'),
    confidence: 'likely',
    doubts: [...surroundings, 'uuid', 'digest', 'entropy', 'random', 'test-path'],
    check: context => named(context, 'key'),
    source: 'https://docs.spring.io/spring-framework/reference/core/beans/annotation-config/value-annotations.html',
  },
];

/** The value stands ahead of the field's name, or behind the property's. */
function annotation(value: string): RegExp {
  const behind = '@configproperty\\(\\s{0,12}name\\s?=\\s?"[\\w.-]{1,100}"\\s?,\\s{0,24}defaultvalue\\s?=\\s?';
  const ahead = '(?:@value|\\[defaultvalue)\\(\\s{0,4}';
  return new RegExp(
    `(?:${behind}|${ahead})"(?<secret>${value})"(?:(?<=@configproperty[^)]{0,260})|\\s{0,4}\\)\\]?\\s{1,40}${toField}${field})`,
    'di',
  );
}

function named({ match }: MatchContext, kind: NameKind): Verdict | undefined {
  const property = /name\s?=\s?"([\w.-]+)"/i.exec(match)?.[1];
  const name = property ?? /(\w+)\s*$/.exec(match)?.[1] ?? '';
  return kindOfName(name) === kind ? { confidence: 'likely', facts: ['the annotated name says so'] } : undefined;
}
