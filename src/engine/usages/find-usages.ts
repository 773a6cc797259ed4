// Which keys a text uses, and through what: literals, configuration values, environment lookups, references to managers.

import { isEncryptedValue } from '../env-file/encrypted/value-cipher.ts';
import type { Finding } from '../finding.ts';
import { hideSecretsOf } from '../hide-secrets.ts';
import { lineMapOf } from '../line-map.ts';
import type { SecretAddress } from '../managers/secret-address.ts';
import { mergeSpans } from '../merge-spans.ts';
import { type Fingerprint, mask } from '../secret.ts';
import { anyOverlaps, firstEndingAfter } from '../span-search.ts';
import { overlaps, type SourceText, type Span } from '../text.ts';
import { type FileKind, fileKindOf } from './file-kind.ts';
import { findDeclarations } from './find-declarations.ts';
import { findLookups, type NamedPlace } from './find-lookups.ts';
import { LandmarksMet } from './landmarks.ts';
import { type FoundReference, findManagerReferences } from './manager-references.ts';
import { isPlaceholderValue } from './placeholder-value.ts';
import { previewOf } from './preview.ts';
import { type Definition, readDefinitions } from './read-definitions.ts';
import { isSecretName } from './secret-name.ts';
import type { Usage } from './usage.ts';

export interface Scanned {
  /** Sorted, not overlapping. */
  readonly findings: readonly Finding[];
  /** All places where keys are believed to stand, also those that are not shown (below the threshold, ignored). */
  readonly secrets: readonly Span[];
  /** What the scan met on its way. */
  readonly met?: LandmarksMet;
}

/** What tells of usages. */
interface Found {
  readonly fileKind: FileKind;
  readonly definitions: readonly Definition[];
  readonly references: readonly FoundReference[];
  readonly lookups: readonly NamedPlace[];
  /** Of names that promise a key. */
  readonly declarations: readonly NamedPlace[];
}

/** Sorted by start. Time is linear in the text. */
export function findUsages(source: SourceText, scanned: Scanned, fingerprint: Fingerprint): readonly Usage[] {
  const { findings, met = new LandmarksMet() } = scanned;
  const fileKind = fileKindOf(source);
  const definitions = fileKind === 'environment' || fileKind === 'template' ? readDefinitions(source.text) : none;
  const references = findManagerReferences(source.text, met);
  const lookups = findLookups(source, met);
  const declarations = findDeclarations(source, met);
  // Of most texts there is nothing to tell. What follows stands apart: the compiler would make this anew for each rare kind of usage.
  if (findings.length + definitions.length + references.length + lookups.length + declarations.length === 0) return none;
  const promising = declarations.filter(({ name }) => isSecretName(name));
  return usagesOf(source, scanned, { fileKind, definitions, references, lookups, declarations: promising }, fingerprint);
}

const none: readonly never[] = [];

function usagesOf(
  source: SourceText,
  { findings, secrets: believed }: Scanned,
  { fileKind, definitions, references, lookups, declarations }: Found,
  fingerprint: Fingerprint,
): readonly Usage[] {
  const definedAt = definitionSearch(definitions);
  const told = [
    ...findings.map(finding => fromFinding(finding, fileKind, definedAt(finding.span))),
    ...references.map(reference => fromReference(reference, definedAt(reference.span))),
  ];
  const toldSpans = mergeSpans(told.map(({ span }) => span));
  const silent = definitions.filter(({ valueSpan }) => !anyOverlaps(toldSpans, valueSpan));
  const named = [...told, ...lookups.map(({ name, span }): Sketch => ({ kind: 'environment', name, span }))];
  const sketches = [
    ...named,
    ...silent.flatMap(definition => fromDefinition(definition, fingerprint)),
    ...silentOf(declarations, named).map(({ name, span }): Sketch => ({ kind: 'definition', name, span })),
  ];
  const secrets = [
    ...findings.map(({ span }) => span),
    ...believed,
    ...silent.filter(({ value }) => !isPlaceholderValue(value)).map(({ valueSpan }) => valueSpan),
  ];
  return finish(source.text, withoutRepeats(sketches), mergeSpans(secrets));
}

/** A usage before it is located and shown. */
type Sketch = Omit<Usage, 'line' | 'column' | 'preview'>;

function fromFinding(finding: Finding, fileKind: FileKind, definition: Definition | undefined): Sketch {
  const name = definition?.name ?? finding.name;
  return {
    kind: fileKind === 'code' ? 'hardcoded' : 'config',
    span: finding.span,
    ...(name === undefined ? {} : { name }),
    fingerprint: finding.fingerprint,
    masked: finding.masked,
    ruleId: finding.ruleId,
    provider: finding.provider,
    confidence: finding.confidence,
  };
}

function fromReference({ name, span, address }: FoundReference, definition: Definition | undefined): Sketch {
  return { kind: 'manager', span, name: definition?.name ?? name, ...(address && { address }) };
}

/** How far behind a row's name what it takes its value from may stand: `secretKeyRef` is a few lines long. */
const rowLength = 160;

/** `STRIPE_KEY: ${{ secrets.STRIPE_KEY }}` is one usage: the rows that nothing told right behind them tells of. */
function silentOf(declarations: readonly NamedPlace[], told: readonly Sketch[]): readonly NamedPlace[] {
  if (declarations.length === 0) return declarations;
  const starts = new Map<string, number[]>();
  for (const { name = '', span } of told) starts.set(name, [...(starts.get(name) ?? []), span.start]);
  return declarations.filter(({ name, span }) => !starts.get(name)?.some(start => start >= span.start && start - span.end < rowLength));
}

/** Values shorter than this are not fingerprinted: two services with the password `root` do not share a key. */
const shortestFingerprinted = 8;

function fromDefinition({ name, nameSpan, value, valueSpan }: Definition, fingerprint: Fingerprint): readonly Sketch[] {
  if (!isSecretName(name) || isSwitch(value)) return [];
  if (isEncryptedValue(value)) return [{ kind: 'encrypted', name, span: valueSpan }];
  if (isPlaceholderValue(value)) return [{ kind: 'definition', name, span: nameSpan }];
  const identity = value.length < shortestFingerprinted ? {} : { fingerprint: fingerprint(value) };
  return [{ kind: 'config', name, span: valueSpan, masked: mask(value), ...identity }];
}

/** `USE_AUTH=true`, `PASSWORD_MIN=8`: settings about keys. */
function isSwitch(value: string): boolean {
  return /^(?:true|false|yes|no|on|off|none|null|\d{1,3})$/i.test(value);
}

function definitionSearch(definitions: readonly Definition[]): (span: Span) => Definition | undefined {
  const values = definitions.map(({ valueSpan }) => valueSpan);
  return span => {
    const definition = definitions[firstEndingAfter(values, span.start)];
    return definition && overlaps(definition.valueSpan, span) ? definition : undefined;
  };
}

/** Where a key stands in the place of a name, nothing of the address is told: it leads nowhere. */
function isSafe({ container, name, field = '' }: SecretAddress, hide: (part: string) => string): boolean {
  return [container, name, field].every(part => hide(part) === part);
}

function withoutRepeats(sketches: readonly Sketch[]): readonly Sketch[] {
  const sorted = sketches.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return sorted.filter((sketch, index) => index === 0 || sketch.span.start !== sorted[index - 1]?.span.start);
}

function finish(text: string, sketches: readonly Sketch[], secrets: readonly Span[]): readonly Usage[] {
  const lines = lineMapOf(text);
  const hide = hideSecretsOf(text, secrets);
  return sketches.map(({ address, ...sketch }) => ({
    ...sketch,
    ...(sketch.name !== undefined && { name: hide(sketch.name, sketch.span) }),
    ...(address && isSafe(address, part => hide(part, sketch.span)) && { address }),
    ...lines.positionAt(sketch.span.start),
    preview: previewOf(text, sketch.span, secrets),
  }));
}
