// Google's own library for signing in. A file of its own in the package (`google-auth.js`), loaded when somebody first asks Google.

import { GoogleAuth } from 'google-auth-library';

/** An access token of application default credentials, as their file has them. */
export async function googleAccessToken(credentials: object, scopes: readonly string[]): Promise<string | undefined> {
  // `fetch` is VS Code's in the extension host; the library's own knows nothing of its proxy and certificates.
  const clientOptions = { transporterOptions: { fetchImplementation: globalThis.fetch } };
  const auth = new GoogleAuth({ credentials: credentials as Record<string, string>, scopes: [...scopes], clientOptions });
  return (await auth.getAccessToken()) ?? undefined;
}
