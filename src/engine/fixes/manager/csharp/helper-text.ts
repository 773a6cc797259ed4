// The helper class of a C# project, from the part in which managers differ. As old compilers take it, too.

import type { ManagerId } from '../../../managers/manager-id.ts';
import { managerTitles } from '../../../managers/manager-titles.ts';
import type { HelperSource } from '../helper-language.ts';
import { markOf } from '../helper-mark.ts';

export interface HelperClass {
  readonly name: string;
  /** Its namespace; empty for the global one. */
  readonly own: string;
  readonly newline: string;
}

export function answersLater({ text }: HelperSource): boolean {
  return text.includes('AskAsync(');
}

export function writeHelper(manager: ManagerId, source: HelperSource, { name, own, newline }: HelperClass): string {
  const title = managerTitles[manager];
  const later = answersLater(source);
  const system = ['System', 'System.Collections.Concurrent', ...(later ? ['System.Threading.Tasks'] : [])];
  const type = `
internal static class ${name}
{
    private static readonly ConcurrentDictionary<string, string> Secrets = new ConcurrentDictionary<string, string>();

${indent(later ? getLater : getNow)}

${indent(readSecret(title, later))}

${indent(source.text)}
}
`.trim();
  return `
${[...system, ...source.imports].map(each => `using ${each};`).join('\n')}

// Reads secrets from ${title}. It holds none, and is yours to change; the next line lets Key Hygiene find it.
// ${markOf(manager)}
${own === '' ? type : `namespace ${own}\n{\n${indent(type)}\n}`}
`
    .trimStart()
    .replaceAll('\n', newline);
}

const getNow = `
/// <summary>A secret by its name, asked for once.</summary>
public static string Get(string name)
{
    return Secrets.GetOrAdd(name, Read);
}
`;

const getLater = `
/// <summary>A secret by its name, asked for once.</summary>
public static async Task<string> GetAsync(string name)
{
    if (!Secrets.ContainsKey(name))
    {
        Secrets[name] = await ReadAsync(name).ConfigureAwait(false);
    }
    return Secrets[name];
}
`;

function readSecret(title: string, later: boolean): string {
  return `
private static ${later ? 'async Task<string> ReadAsync' : 'string Read'}(string name)
{
    string value;
    try
    {
        value = ${later ? 'await AskAsync(name).ConfigureAwait(false)' : 'Ask(name)'};
    }
    catch (Exception error)
    {
        throw new InvalidOperationException("The secret " + name + " cannot be read from ${title}: " + error.Message, error);
    }
    if (string.IsNullOrEmpty(value))
    {
        throw new InvalidOperationException("The secret " + name + " is empty, or no text");
    }
    return value;
}
`;
}

function indent(text: string): string {
  return text.trim().replace(/^(?=.)/gm, '    ');
}
