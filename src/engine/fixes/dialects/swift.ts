// Swift on servers and in tools: `requireEnv("NAME")` with the function it needs, inside `\(…)` where the string held more.

import { type Phrase, phrase } from '../../phrase.ts';
import type { CodeView } from '../code-view.ts';
import { type Dialect, type EnvironmentRequest, type Lookup, type Place, type Rewrite, rewriteTo, withheld } from '../dialect.ts';
import { splice } from '../join.ts';
import type { TextEdit, Withheld } from '../plan.ts';
import { isWhole, type Literal } from '../read-literal.ts';
import { mayBeSentToUsers, sentToUsers } from '../sent-to-users.ts';
import { standsAloneOnLine } from '../stands-alone.ts';
import { bracketsAround, codeBefore, indexBefore, statementBefore, usesOf } from '../surroundings.ts';

export const swiftDialect: Dialect = { refuse, environmentLookup, rewrite, supply };

const importFoundation = 'import Foundation';

/** https://developer.apple.com/documentation/foundation/processinfo/environment: what is set where the program was started, so nothing in an app. */
function refuse({ code, text }: CodeView, { uri }: { readonly uri: string }): Phrase | undefined {
  if (appModule.test(code) || appFile.test(uri)) return sentToUsers;
  const isTool = toolModule.test(code) || text.startsWith('#!') || /\/(?:Sources|Tests|Plugins)\/|\/(?:main|Package)\.swift$/.test(uri);
  return isTool ? undefined : mayBeSentToUsers;
}

const appModule =
  /^[ \t]*(?:@\w+\s+)?import\s+(?:UIKit|SwiftUI|AppKit|Cocoa|WatchKit|WidgetKit|TVUIKit|ARKit|RealityKit|SpriteKit|SceneKit|MapKit|StoreKit|CoreData|SwiftData|ActivityKit|AppIntents)\b/m;
const appFile = /(?:AppDelegate|SceneDelegate|ViewController|ContentView)\.swift$/;
const toolModule =
  /^[ \t]*(?:@\w+\s+)?import\s+(?:Vapor|Hummingbird\w*|NIO\w*|ArgumentParser|AWSLambda\w*|Fluent\w*|Kitura|Smoke\w*|Glibc|Musl|FoundationNetworking|PackageDescription|XCTVapor)\b/m;

function environmentLookup({ view, variable, style }: EnvironmentRequest): (quote: string) => Lookup {
  const plain = `ProcessInfo.processInfo.environment["${variable}"] ?? ""`;
  if (style === 'plain') return () => ({ expression: plain, isAtomic: false, needs: [importFoundation] });
  const helper = helperNameFor(view);
  return () => ({
    expression: `${helper}("${variable}")`,
    isAtomic: true,
    needs: hasHelper(view, helper) ? [] : [importFoundation, helper],
  });
}

function rewrite({ view, literal, lookup }: Place): Rewrite | Withheld {
  const reason = refusePosition(view, literal);
  if (reason !== undefined) return withheld(reason);
  const code = lookup('"');
  return rewriteTo([{ span: literal.span, newText: write(view, literal, code) }], code);
}

function write(view: CodeView, literal: Literal, { expression, isAtomic }: Lookup): string {
  const { form, span } = literal;
  if (!isWhole(literal)) return splice(literal, `${form.holes?.[0]?.open ?? '\\('}${expression})`);
  return isAtomic || standsAloneOnLine(view, span) ? expression : `(${expression})`;
}

function refusePosition(view: CodeView, { span }: Literal): Phrase | undefined {
  const { start } = span;
  const before = codeBefore(view, start, 200);
  if (bracketsAround(view, start).some(({ open, index }) => open === '(' && /@\w+$/.test(codeBefore(view, index)))) return inAttribute;
  if (bracketsAround(view, start).some(({ open, index }) => open === '(' && /#\w+$/.test(codeBefore(view, index))))
    return phrase('This macro takes literals only.');
  const statement = statementBefore(view, start, true);
  if (/^(?:indirect\s+)?case\s+[^:]*=$/.test(statement)) return phrase('An enum case takes literals only.');
  const [, type] = /:\s*([\w.]+(?:<[^<>]*>)?[?!]?)\s*=$/.exec(before) ?? [];
  if (type !== undefined && !/^(?:Swift\.)?(?:String[?!]?|Any\??|AnyObject|Optional<String>)$/.test(type))
    return phrase('The value has the type {0}, which a lookup does not have.', type);
  if (/\bStaticString\b/.test(statement)) return phrase('The value has the type {0}, which a lookup does not have.', 'StaticString');
  return refuseDefault(view, start);
}

const inAttribute = phrase('An attribute takes literals only.');

/** A caller of a public function evaluates its defaults, and sees no private function: SE-0193. */
function refuseDefault(view: CodeView, offset: number): Phrase | undefined {
  const [inner] = bracketsAround(view, offset);
  if (
    inner?.open !== '(' ||
    !/(?:^|[(,])\s*\w+(?:\s+\w+)?\s*:[^,]*=$/.test(view.code.slice(inner.index, indexBefore(view.code, offset) + 1))
  )
    return undefined;
  const declaration = statementBefore(view, inner.index, true);
  return /\b(?:public|open)\b[^=]*\b(?:func|init|subscript)\b/.test(declaration)
    ? phrase('Other modules evaluate the defaults of a public function: read the value inside it.')
    : undefined;
}

const names = ['requireEnv', 'requiredEnv', 'mustGetEnv', 'environmentValue'];

function helperNameFor(view: CodeView): string {
  return names.find(name => hasHelper(view, name)) ?? names.find(name => usesOf(view, name, -1).length === 0) ?? 'requiredEnvironmentValue';
}

function hasHelper({ code }: CodeView, name: string): boolean {
  return new RegExp(`^(?:private |fileprivate |internal |public )?func ${name}\\(_ \\w+: String\\)\\s*->\\s*String\\b`, 'm').test(code);
}

function supply(view: CodeView, needs: ReadonlySet<string>): readonly TextEdit[] {
  const helper = [...needs].find(need => need !== importFoundation);
  return [...(needs.has(importFoundation) ? importEdits(view) : []), ...(helper === undefined ? [] : [helperEdit(view, helper)])];
}

/** Below the last import, or first of all: behind a shebang, the tools version of a manifest and comments. */
function importEdits({ code, newline }: CodeView): readonly TextEdit[] {
  if (/^[ \t]*(?:@\w+\s+)?import\s+(?:Foundation|Vapor)\b/m.test(code)) return [];
  const imports = [...code.matchAll(/^(?:@\w+[ \t]+)?import[ \t]+\w[\w. \t]*$/gm)];
  const later = imports.find(({ 0: line }) => (/(\w+)\s*$/.exec(line)?.[1] ?? '') > 'Foundation');
  if (later !== undefined) return [insertion(later.index, importFoundation + newline)];
  const last = imports.at(-1);
  if (last !== undefined) return [insertion(last.index + last[0].trimEnd().length, newline + importFoundation)];
  const shebang = /^#!.*\n/.exec(code)?.[0].length ?? 0;
  const first = code.slice(shebang).search(/\S/);
  const at = first === -1 ? shebang : code.lastIndexOf('\n', shebang + first) + 1;
  return [insertion(at, importFoundation + newline + newline)];
}

function helperEdit({ text, newline }: CodeView, name: string): TextEdit {
  const lines = [
    '/// The value of an environment variable; stops the program when it is not set.',
    `private func ${name}(_ name: String) -> String {`,
    '    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {',
    '        fatalError("\\(name) is not set")',
    '    }',
    '    return value',
    '}',
    '',
  ];
  const end = text.trimEnd().length;
  return { span: { start: end, end: text.length }, newText: ['', '', ...lines].join(newline) };
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
