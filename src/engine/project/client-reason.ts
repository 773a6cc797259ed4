// Why a key has no place in code that is sent to its users, and what to do instead, in the words of each framework.

import { type Phrase, phrase } from '../phrase.ts';
import { type Framework, frameworkOf } from './framework.ts';
import type { ProjectFacts } from './project-facts.ts';

export function clientReason(facts: ProjectFacts | undefined): Phrase {
  const framework = facts === undefined ? undefined : frameworkOf(facts);
  return (framework === undefined ? undefined : reasons[framework]) ?? anyClient;
}

const anyClient = phrase(
  'This code is sent to its users, and a key in it is public wherever it is read from: call the service from a server.',
);

const mobile = phrase(
  'This code is part of the app that people install, and a key in it can be read from there: let a server of yours call the service, and the app that server.',
);

const reasons: Readonly<Partial<Record<Framework, Phrase>>> = {
  next: phrase(
    'Next.js sends this code to browsers, where a key is public: call the service from a route handler ({0}) or a server action.',
    'app/api/…/route.ts',
  ),
  vite: phrase(
    'Vite builds this code into what browsers download, where a key is public: let a server or a serverless function call the service, and this code that function.',
  ),
  sveltekit: phrase(
    'SvelteKit sends this code to browsers, where a key is public: call the service from {0} or {1}.',
    '+server',
    '+page.server',
  ),
  nuxt: phrase('Nuxt sends this code to browsers, where a key is public: call the service from a route in {0}.', 'server/api/'),
  astro: phrase('Astro may send this code to browsers, where a key is public: call the service from an endpoint in {0}.', 'src/pages/api/'),
  gatsby: phrase(
    'Gatsby builds this code into what browsers download, where a key is public: call the service from a function in {0}.',
    'src/api/',
  ),
  remix: phrase(
    'This code is sent to browsers, where a key is public: call the service from a loader, an action or a {0} module.',
    '.server',
  ),
  'create-react-app': phrase(
    'Create React App builds this code into what browsers download, where a key is public: let a server of yours call the service, and this code that server.',
  ),
  'vue-cli': phrase(
    'Vue CLI builds this code into what browsers download, where a key is public: let a server of yours call the service, and this code that server.',
  ),
  angular: phrase(
    'Angular builds this code into what browsers download, where a key is public: let a server of yours call the service, and this code that server.',
  ),
  'browser-extension': phrase(
    'This code is part of the browser extension that people install, and a key in it can be read from there: let a server of yours call the service.',
  ),
  electron: phrase(
    'This code runs in a window of the app, and a key in it can be read from there: let a server of yours, or at least the main process, call the service.',
  ),
  expo: phrase(
    'This code is part of the app that people install, and a key in it can be read from there: call the service from an API route ({0}) or a server of yours.',
    '+api.ts',
  ),
  'react-native': mobile,
  capacitor: mobile,
  flutter: mobile,
};
