// Where `npm run package` writes the extension.
import path from 'node:path';
import { projectRoot, readManifest } from './project-root.mjs';

export function vsixPath() {
  const { name, version } = readManifest();
  return path.join(projectRoot, `${name}-${version}.vsix`);
}
