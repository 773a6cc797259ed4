// Tokens that VS Code keeps or gets: a Vault token in its secret storage, Azure's from its Microsoft account. Every other manager is
// signed in to by its own tools.

import * as vscode from 'vscode';
import type { ManagerConnection } from '../../engine/managers/secret-store.ts';
import { azureScopeOf } from './azure-scope.ts';

export interface SignInDeps {
  readonly secrets: vscode.SecretStorage;
}

// A provider that is not there is waited for by VS Code.
const ACCOUNT_MS = 5000;

export class SignIn {
  readonly #secrets: vscode.SecretStorage;

  constructor({ secrets }: SignInDeps) {
    this.#secrets = secrets;
  }

  /** What the manager is told, without asking anybody; nothing where its own tools are to be taken. */
  async token(connection: ManagerConnection): Promise<string | undefined> {
    if (connection.manager === 'vault') return this.#secrets.get(vaultKey(connection));
    if (connection.manager === 'azure-key-vault') return microsoftToken(connection, { silent: true });
    return undefined;
  }

  /** Whether the user signed in. */
  async signIn(connection: ManagerConnection): Promise<boolean> {
    if (connection.manager === 'azure-key-vault') return (await microsoftToken(connection, { createIfNone: true })) !== undefined;
    return connection.manager === 'vault' && (await this.askVaultToken(connection)) === 'kept';
  }

  /** An empty answer forgets the token. */
  async askVaultToken(connection: ManagerConnection): Promise<'kept' | 'forgotten' | undefined> {
    const key = vaultKey(connection);
    const known = (await this.#secrets.get(key)) !== undefined;
    const place = connection.endpoint === '' ? 'VAULT_ADDR' : connection.endpoint;
    const kept = vscode.l10n.t('Kept in the secret storage of VS Code, for {0} only.', place);
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('Sign In to Vault'),
      prompt: known ? vscode.l10n.t('{0} Leave it empty to forget the one that is kept.', kept) : kept,
      placeHolder: vscode.l10n.t('Token'),
      password: true,
      ignoreFocusOut: true,
    });
    const token = typed?.trim();
    if (token === undefined || (token === '' && !known)) return undefined;
    if (token === '') await this.#secrets.delete(key);
    else await this.#secrets.store(key, token);
    return token === '' ? 'forgotten' : 'kept';
  }
}

/** A token is for one server and namespace: a workspace that names another one does not get it sent there. */
function vaultKey({ endpoint, scope }: ManagerConnection): string {
  return `vault.token ${endpoint} ${scope}`.trimEnd();
}

async function microsoftToken(
  { container, scope }: ManagerConnection,
  options: vscode.AuthenticationGetSessionOptions,
): Promise<string | undefined> {
  const wanted = azureScopeOf(container);
  if (wanted === undefined) return undefined;
  // https://github.com/microsoft/vscode/blob/main/extensions/microsoft-authentication/src/common/scopeData.ts
  const scopes = [wanted, ...(scope === '' ? [] : [`VSCODE_TENANT:${scope}`])];
  const session = vscode.authentication.getSession('microsoft', scopes, options);
  return options.silent ? within(ACCOUNT_MS, session) : (await session)?.accessToken;
}

/** Nothing where there is no such account here, or none signed in: then `az` may know one. */
async function within(milliseconds: number, session: Thenable<vscode.AuthenticationSession | undefined>): Promise<string | undefined> {
  const late = new Promise<undefined>(resolve => setTimeout(resolve, milliseconds, undefined));
  try {
    return (await Promise.race([session, late]))?.accessToken;
  } catch {
    // VS Code rejects where it has no Microsoft accounts at all.
    return undefined;
  }
}
