// Where the user secrets of a .NET project lie: https://github.com/dotnet/runtime, PathHelper.cs of Configuration.UserSecrets.

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { userSecretsFile } from '../engine/env-file/set-user-secret.ts';
import type { TargetRequest } from '../engine/env-file/value-store.ts';
import { phrase } from '../engine/phrase.ts';
import { isUserSecretsId } from '../engine/project/user-secrets.ts';
import { StoreFailure } from './store-failure.ts';

/** The request, turned to the project's own folder in the profile: nothing outside that is touched then. */
export function inUserSecrets<Request extends TargetRequest>(request: Request): Request {
  const { userSecrets } = request;
  if (userSecrets === undefined) return request;
  if (!isUserSecretsId(userSecrets)) throw new StoreFailure(phrase('“{0}” is not a UserSecretsId.', userSecrets));
  const root = join(parentFolder(), userSecrets);
  return { ...request, root, folder: root, envFile: userSecretsFile, sourcePath: join(root, userSecretsFile) };
}

/** Made private, as the tool of .NET does. */
export async function makeUserSecretsFolder({ userSecrets, root }: TargetRequest): Promise<void> {
  if (userSecrets !== undefined && !existsSync(root)) await mkdir(root, { recursive: true, mode: 0o700 });
}

function parentFolder(): string {
  const appData = process.env['APPDATA'];
  if (appData !== undefined && appData !== '') return join(appData, 'Microsoft', 'UserSecrets');
  return join(process.env['HOME'] ?? homedir(), '.microsoft', 'usersecrets');
}
