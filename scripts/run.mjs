// Runs child processes for the scripts: output passed on as it comes, kept for the caller, and the exit code as a value.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project-root.mjs';

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} RunOptions */

/**
 * Never rejects: a command that cannot be started has code 127 and says why in its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options] `quiet` keeps the output from the terminal
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectRoot,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Windows starts .cmd files (npm) through the shell only.
      shell: process.platform === 'win32' && !path.isAbsolute(command),
    });
    let output = '';
    /** @param {string} text @param {NodeJS.WriteStream} stream */
    const take = (text, stream) => {
      output += text;
      if (!options.quiet) stream.write(text);
    };
    child.stdout.setEncoding('utf8').on('data', text => take(text, process.stdout));
    child.stderr.setEncoding('utf8').on('data', text => take(text, process.stderr));
    child.on('error', error => {
      take(`${command}: ${error.message}\n`, process.stderr);
      resolve({ code: 127, output });
    });
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Like {@link run}, for steps that nothing makes sense without.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} the output
 */
export async function runOrThrow(command, args, options = {}) {
  const { code, output } = await run(command, args, options);
  if (code !== 0)
    throw new Error(`${[path.basename(command), ...args].join(' ')} ended with code ${code}${options.quiet ? `:\n${output}` : '.'}`);
  return output;
}

/**
 * @param {string} script path below the project root
 * @param {readonly string[]} [args]
 * @param {RunOptions} [options]
 */
export function runScript(script, args = [], options = {}) {
  return run(process.execPath, [path.join(projectRoot, script), ...args], options);
}

/**
 * @param {string} tool path of a development tool's entry below node_modules
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runTool(tool, args, options = {}) {
  return run(process.execPath, [path.join(projectRoot, 'node_modules', tool), ...args], options);
}

/**
 * True when `moduleUrl` is the script that node was started with.
 * @param {string} moduleUrl `import.meta.url`
 */
export function isMain(moduleUrl) {
  return process.argv[1] !== undefined && moduleUrl === pathToFileURL(process.argv[1]).href;
}
