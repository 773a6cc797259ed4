// Kubernetes: the container's variable comes from a Secret, which the External Secrets Operator fills from the manager.
// https://external-secrets.io/latest/api/externalsecret/

import type { ManagerId } from '../../../managers/manager-id.ts';
import type { SecretAddress } from '../../../managers/secret-address.ts';
import { fieldOf } from '../../../managers/vault.ts';
import { phrase } from '../../../phrase.ts';
import { withheld } from '../../dialect.ts';
import type { FixRequest } from '../../fix-way.ts';
import { kubernetes, secretOf } from '../../formats/kubernetes.ts';
import { type Outline, outlineAt } from '../../formats/outline.ts';
import { readYaml } from '../../formats/yaml-file.ts';
import type { FixPlan, TextEdit } from '../../plan.ts';

interface RemoteRef {
  readonly key: string;
  readonly property?: string;
}

const remoteRefs: Readonly<Record<ManagerId, (address: SecretAddress) => RemoteRef>> = {
  // The store says the mount. https://external-secrets.io/latest/provider/hashicorp-vault/
  vault: address => ({ key: address.name, property: fieldOf(address) }),
  'aws-secrets-manager': ({ name, field }) => ({ key: name, ...(field !== undefined && { property: field }) }),
  'aws-parameter-store': ({ name }) => ({ key: name }),
  'azure-key-vault': ({ name }) => ({ key: name }),
  'google-secret-manager': ({ name }) => ({ key: name }),
  // https://external-secrets.io/latest/provider/1password-sdk/
  '1password': ({ name, field = 'credential' }) => ({ key: `${name}/${field}` }),
  doppler: ({ name }) => ({ key: name }),
  infisical: ({ name }) => ({ key: name }),
};

export function planExternalSecret(request: FixRequest, address: SecretAddress): FixPlan {
  const plan = kubernetes.plan(request);
  if (plan.kind === 'withheld') return plan;
  const { source, findings, variable } = request;
  const file = readYaml(source.text);
  const place = findings[0] && file?.valueAt(findings[0].span);
  if (file === undefined || place?.kind !== 'value') return withheld(byHand);
  const document = outlineAt(file.outline, place.path.slice(0, 1));
  const secret = secretOf(document);
  if (hasExternalSecret(file.outline, secret.name))
    return withheld(phrase('The ExternalSecret for {0} is in this file already: add the key to its “data” by hand.', secret.name));
  const namespace = outlineAt(document, ['metadata', 'namespace']);
  const rows = manifest(secret, typeof namespace === 'string' ? namespace : undefined, variable, address);
  const append = appendDocument(source.text, rows, file.newline);
  const after = plan.edits.at(-1);
  if (after !== undefined && after.span.end > append.span.start) return withheld(byHand);
  return {
    ...plan,
    edits: [...plan.edits, append],
    next: [
      phrase(
        'The External Secrets Operator has to run in the cluster, with a ClusterSecretStore of the name {0} that reads the manager.',
        storeName(address),
      ),
    ],
  };
}

const byHand = phrase('The file is written in a form that a fix cannot add to: refer to the manager by hand.');

function storeName({ manager }: SecretAddress): string {
  // Names of resources begin with a letter or digit and have small letters only, as all our ids have.
  return manager;
}

/** A Secret that something else fills, too, is added to. */
function manifest(
  { name, isKnown }: { readonly name: string; readonly isKnown: boolean },
  namespace: string | undefined,
  variable: string,
  address: SecretAddress,
): readonly string[] {
  const { key, property } = remoteRefs[address.manager](address);
  return [
    'apiVersion: external-secrets.io/v1',
    'kind: ExternalSecret',
    'metadata:',
    `  name: ${name}`,
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    'spec:',
    '  secretStoreRef:',
    `    name: ${storeName(address)}`,
    '    kind: ClusterSecretStore',
    '  target:',
    `    name: ${name}`,
    ...(isKnown ? ['    creationPolicy: Merge'] : []),
    '  data:',
    `    - secretKey: ${variable}`,
    '      remoteRef:',
    `        key: ${plain(key)}`,
    ...(property === undefined ? [] : [`        property: ${plain(property)}`]),
  ];
}

function plain(text: string): string {
  return /^[A-Za-z/][\w/.-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) ? text : JSON.stringify(text);
}

function hasExternalSecret(outline: Outline, name: string): boolean {
  return Object.values(outline ?? {}).some(
    document =>
      outlineAt(document, ['kind']) === 'ExternalSecret' &&
      [outlineAt(document, ['spec', 'target', 'name']), outlineAt(document, ['metadata', 'name'])].includes(name),
  );
}

function appendDocument(text: string, rows: readonly string[], newline: string): TextEdit {
  const end = text.trimEnd().length;
  const body = rows.join(newline);
  const hasEnd = /(?:^|\n)(?:---|\.\.\.)$/.test(text.slice(0, end));
  const newText = hasEnd ? `${newline}${body}` : `${newline}---${newline}${body}`;
  return { span: { start: end, end }, newText: text.length === end ? newText + newline : newText };
}
