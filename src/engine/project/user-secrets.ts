// The user secrets of a .NET project: a file in the profile of whoever develops it, found by an id in the project file.
// https://learn.microsoft.com/aspnet/core/security/app-secrets#how-the-secret-manager-tool-works

import type { ProjectFacts } from './project-facts.ts';

/** As the tool makes them, and nothing that could lead to another folder: the id becomes a part of a path. */
export function isUserSecretsId(id: string): boolean {
  return id.length <= 100 && /^[A-Za-z0-9][\w-]*(?:\.[\w-]+)*$/.test(id);
}

/** `undefined` where there is none, or several. */
export function userSecretsOf({ manifests }: ProjectFacts): string | undefined {
  const ids = Object.entries(manifests).flatMap(([name, text]) =>
    name.endsWith('.csproj') ? [...text.matchAll(/<UserSecretsId>\s*([^<>]*?)\s*<\/UserSecretsId>/g)].map(([, id = '']) => id) : [],
  );
  const [id = ''] = ids;
  return ids.length === 1 && isUserSecretsId(id) ? id : undefined;
}
