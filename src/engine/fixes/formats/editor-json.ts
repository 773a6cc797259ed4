// VS Code's own files, development containers and lists of MCP servers: each names the environment in its own way.
// https://code.visualstudio.com/docs/reference/variables-reference#_environment-variables
// https://containers.dev/implementors/json_reference/#variables-in-devcontainerjson

import { type Phrase, phrase } from '../../phrase.ts';
import type { ConfigValue } from './config-file.ts';
import { readJson } from './json-file.ts';
import { referenceFormat } from './reference-format.ts';
import { nameOf, pathOf } from './source-path.ts';

const ofTheEditor = ({ variable }: { readonly variable: string }): string => `\${env:${variable}}`;

const startWithIt = (variable: string): readonly Phrase[] => [
  phrase('VS Code takes {0} from the environment it was started in: start it from a terminal that has the variable.', variable),
];

export const launchJson = referenceFormat({
  id: 'launch-json',
  title: 'launch.json',
  matches: source => /\/\.vscode\/launch\.json$/.test(pathOf(source)),
  read: readJson,
  reference: ofTheEditor,
  refuse: refuseOutside('configurations'),
  next: (variable, { keys }) =>
    keys.includes('env')
      ? [phrase('The program can read .env itself: “envFile” instead of a row in “env”. Otherwise start VS Code with {0} set.', variable)]
      : startWithIt(variable),
});

export const tasksJson = referenceFormat({
  id: 'tasks-json',
  title: 'tasks.json',
  matches: source => /\/\.vscode\/tasks\.json$/.test(pathOf(source)),
  read: readJson,
  reference: ofTheEditor,
  next: startWithIt,
});

export const devcontainerJson = referenceFormat({
  id: 'devcontainer-json',
  title: 'devcontainer.json',
  matches: source => /^\.?devcontainer\.json$/.test(nameOf(source)),
  read: readJson,
  reference: ({ variable }) => `\${localEnv:${variable}}`,
  next: variable => [phrase('Set {0} on the machine that builds the container.', variable)],
});

// https://code.visualstudio.com/docs/copilot/reference/mcp-configuration · https://cursor.com/docs/context/mcp
export const editorMcpJson = referenceFormat({
  id: 'editor-mcp-json',
  title: 'mcp.json',
  matches: source => /\/\.(?:vscode|cursor)\/mcp\.json$/.test(pathOf(source)),
  read: readJson,
  reference: ofTheEditor,
  next: variable => [
    phrase('The editor takes {0} from the environment it was started in. In VS Code, “inputs” can ask for the value instead.', variable),
  ],
});

// https://code.claude.com/docs/en/mcp#environment-variable-expansion-in-mcp-json
export const projectMcpJson = referenceFormat({
  id: 'project-mcp-json',
  title: '.mcp.json',
  matches: source => nameOf(source) === '.mcp.json',
  read: readJson,
  reference: ({ variable }) => `\${${variable}}`,
  next: variable => [phrase('Set {0} in the environment the client is started in.', variable)],
});

export const editorSettings = referenceFormat({
  id: 'editor-settings',
  title: 'settings.json',
  matches: source => /\/(?:\.vscode|code(?: - insiders)?\/user)\/settings\.json$|\.code-workspace$/.test(pathOf(source)),
  read: readJson,
  reference: ofTheEditor,
  // https://code.visualstudio.com/docs/terminal/basics
  refuse: ({ keys }) =>
    keys.some(key => key.startsWith('terminal.integrated.env.')) || keys.includes('launch') || keys.includes('tasks')
      ? undefined
      : phrase('Settings read no environment variables: look for a command of the extension that keeps its key in the secret storage.'),
  next: startWithIt,
});

function refuseOutside(group: string): (place: ConfigValue) => Phrase | undefined {
  return ({ keys }) => (keys.includes(group) ? undefined : phrase('Environment variables are filled in under “{0}” only.', group));
}
