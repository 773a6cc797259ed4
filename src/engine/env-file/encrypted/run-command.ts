// How a program is started with what an encrypted file holds.

/**
 * Up to the program's own command. `envFile` is seen from where the command runs. `keyPath`: of a file of private keys that is not
 * beside it. https://dotenvx.com/docs/advanced/run-fk
 */
export function runCommand(envFile: string, keyPath?: string): string {
  const file = envFile === '.env' ? '' : ` -f ${quoted(envFile)}`;
  const keys = keyPath === undefined ? '' : ` -fk ${quoted(keyPath)}`;
  return `dotenvx run${file}${keys} --`;
}

function quoted(path: string): string {
  return /^[\w./:\\-]+$/.test(path) ? path : `"${path}"`;
}
