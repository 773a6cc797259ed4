// Google's own library for signing in. A file of its own in the package (`google-auth.js`), loaded when somebody first asks Google.

import { GoogleAuth } from 'google-auth-library';

/** An access token of application default credentials, as their file has them. */
export async function googleAccessToken(credentials: object, scopes: readonly string[]): Promise<string | undefined> {
  const auth = new GoogleAuth({ credentials: credentials as Record<string, string>, scopes: [...scopes] });
  return (await auth.getAccessToken()) ?? undefined;
}
