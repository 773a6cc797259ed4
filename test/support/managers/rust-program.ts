// Packages of Rust with what fixes have written, compiled with the crates that `npm run test:helpers` has brought and built.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';
import type { HelperProgram } from './helper-programs.ts';
import { restWorlds } from './helper-worlds.ts';

const folder = path.join(process.env['KEY_HYGIENE_HELPER_LIBRARIES'] ?? '', 'rust');

const program = path.join(folder, 'target', 'debug', 'sample');

export const hasRustLibraries = process.env['KEY_HYGIENE_HELPER_LIBRARIES'] !== undefined && existsSync(program);

const driver = `
async fn said(name: &str) -> String {
    app_secrets::get(name).await.unwrap_or_else(|error| error.to_string())
}

#[tokio::main]
async fn main() {
    let [good, missing, flaky]: [String; 3] = std::env::args().skip(1).collect::<Vec<_>>().try_into().unwrap();
    // Where Tokio may move it to another thread.
    let (first, again) = tokio::spawn(async move { (said(&good).await, said(&good).await) }).await.unwrap();
    let (missing, refused, afterwards) = (said(&missing).await, said(&flaky).await, said(&flaky).await);
    let host = host::key().await;
    println!(
        "{}",
        serde_json::json!({
            "first": first, "again": again, "missing": missing,
            "refused": refused, "afterwards": afterwards, "host": host,
        })
    );
}
`;

export const rustProgram: HelperProgram = {
  extension: 'rs',
  worlds: restWorlds,
  isAtHand: () => hasRustLibraries,
  prepare(files) {
    const main = (files['src/main.rs'] ?? '').replace(/#\[tokio::main\][\s\S]*$/, driver);
    const made = compileRust({ ...files, 'src/main.rs': main }, '2024');
    const helper = Object.keys(files).filter(file => file !== 'src/main.rs');
    execFileSync('rustfmt', ['--check', '--edition', '2024', ...helper], { cwd: made });
    cpSync(program, path.join(made, 'program'));
    return { folder: made, file: path.join(made, 'program'), args: [] };
  },
};

/** Without a warning; the folder it is in. */
export function compileRust(files: Readonly<Record<string, string>>, edition: string, options: readonly string[] = []): string {
  const made = temporaryFolder(files);
  const manifest = readFileSync(path.join(folder, 'Cargo.toml'), 'utf8');
  writeFileSync(path.join(made, 'Cargo.toml'), manifest.replace(/^edition = .*$/m, `edition = "${edition}"`));
  cpSync(path.join(folder, 'Cargo.lock'), path.join(made, 'Cargo.lock'));
  const env = { ...process.env, CARGO_TARGET_DIR: path.join(folder, 'target') };
  execFileSync('cargo', ['build', '--quiet', '--offline', ...options], { cwd: made, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return made;
}

/** What makes a folder such a package, as far as its crates are here. */
export function rustManifest(): Readonly<Record<string, string>> {
  if (!hasRustLibraries) return { 'Cargo.toml': '[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2024"\n' };
  const own = ['Cargo.toml', 'Cargo.lock'].map(name => [name, readFileSync(path.join(folder, name), 'utf8')]);
  const target = JSON.stringify(path.join(folder, 'target'));
  return { ...Object.fromEntries(own), '.cargo/config.toml': `[build]\ntarget-dir = ${target}\n\n[net]\noffline = true\n` };
}
