// The helper file of a Ruby project, from the part in which managers differ.

import type { ManagerId } from '../../../managers/manager-id.ts';
import { managerTitles } from '../../../managers/manager-titles.ts';
import type { HelperSource } from '../helper-language.ts';
import { markOf } from '../helper-mark.ts';

/** `lib/app_secrets.rb` declares `AppSecrets`, as Rails looks for it, too. */
export function moduleName(path: string): string {
  const base = (path.split('/').at(-1) ?? path).replace(/\.rb$/, '');
  return base.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export function writeHelper(manager: ManagerId, { imports, text }: HelperSource, name: string, newline: string): string {
  const title = managerTitles[manager];
  return `
# Reads secrets from ${title}. It holds none, and is yours to change; the next line lets Key Hygiene find it.
# ${markOf(manager)}

${imports.map(each => `require "${each}"`).join('\n')}

module ${name}
  @secrets = {}
  @lock = Mutex.new

  # A secret by its name, asked for once.
  def self.get(name)
    @lock.synchronize { @secrets[name] ||= read(name) }
  end

  def self.read(name)
    value = ask(name)
    raise "it is empty, or no text" unless value.is_a?(String) && !value.empty?

    value
  rescue StandardError => error
    raise "The secret #{name} cannot be read from ${title}: #{error.message}"
  end

${text.trim().replace(/^(?=.)/gm, '  ')}

  private_class_method :read, :ask
end
`
    .trimStart()
    .replaceAll('\n', newline);
}
