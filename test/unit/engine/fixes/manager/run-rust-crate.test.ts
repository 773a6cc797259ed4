// A package of Rust with several crates, fixed one file after another as a user would: it compiles, in both editions.

import assert from 'node:assert/strict';
import { editsLeft } from '../../../../../src/engine/fixes/edit-list.ts';
import { helperLayout, helperRoots } from '../../../../../src/engine/fixes/manager/catalogue.ts';
import { managerOfHelper } from '../../../../../src/engine/fixes/manager/helper-mark.ts';
import type { FixEdits } from '../../../../../src/engine/fixes/plan.ts';
import { planFix } from '../../../../../src/engine/fixes/plan-fix.ts';
import { planVerifiedFix } from '../../../../../src/engine/fixes/plan-verified-fix.ts';
import { rust } from '../../../../../src/engine/languages/rust.ts';
import { applyEdits } from '../../../../support/fix-fixtures.ts';
import { sampleAddresses } from '../../../../support/manager-helpers.ts';
import { compileRust, hasRustLibraries } from '../../../../support/managers/rust-program.ts';
import { projectWith } from '../../../../support/project-with.ts';
import { testParsers } from '../../../../support/syntax-parsers.ts';

const key = ['Zk4q', '9LmW', '2xTr'].join('');

const crate: Readonly<Record<string, string>> = {
  'src/lib.rs': `//! What is sent.

pub mod client;

/// In macros, and more than the key.
pub async fn show() -> String {
    println!("{}", "${key}");
    let text = format!("{:?}", vec!["${key}".len()]);
    assert_ne!(text, "${key}");
    text
}
`,
  'src/client/mod.rs': 'pub mod inner;\n',
  'src/client/inner.rs': `/// A header.
pub async fn send() -> Result<(), reqwest::Error> {
    let request = reqwest::Client::new().get("https://api.example.com/").header("Authorization", "Bearer ${key}");
    request.send().await?;
    Ok(())
}
`,
  'src/main.rs': `#[tokio::main]
async fn main() {
    // On any thread.
    tokio::spawn(async {
        sample::show().await;
        sample::client::inner::send().await.unwrap();
        println!("{}", String::from("${key}"));
    })
    .await
    .unwrap();
}
`,
  'src/bin/tool.rs': `fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let length = runtime.block_on(async move { "${key}".to_string().len() });
    println!("{length}");
}
`,
  'examples/show.rs': `use std::collections::HashMap;

async fn keys() -> HashMap<&'static str, String> {
    HashMap::from([("a", "${key}".into())])
}

#[tokio::main]
async fn main() {
    println!("{}", keys().await.len());
}
`,
};

describe('a package of Rust', function () {
  this.timeout(300_000);

  it('compiles with a helper that each of its crates declares', async function () {
    const files = new Map(Object.entries(crate));
    for (const path of Object.keys(crate)) if (files.get(path)?.includes(key)) await fix(files, path);
    assert.deepEqual(
      [...files.keys()].filter(path => !(path in crate)),
      ['src/app_secrets.rs'],
    );
    if (!hasRustLibraries) this.skip();
    for (const edition of ['2024', '2021']) compileRust(Object.fromEntries(files), edition, ['--all-targets']);
  });
});

it('a root that is fixed together with a file below it gets the declaration once', async () => {
  const files = new Map([
    ['src/main.rs', `mod api;\n\nasync fn own() -> String {\n    String::from("${key}")\n}\n`],
    ['src/api.rs', `pub async fn key() -> String {\n    String::from("${key}")\n}\n`],
  ]);
  const [root, below] = await Promise.all(['src/main.rs', 'src/api.rs'].map(path => planIn(files, path)));
  const also = below?.also?.find(({ path }) => path === 'src/main.rs');
  assert.equal(also?.edits.length, 1);
  assert.deepEqual(editsLeft(also?.edits ?? [], root?.edits ?? []), []);
});

/** As the editor would do it, with what is there by then. */
async function fix(files: Map<string, string>, path: string): Promise<void> {
  const plan = await planIn(files, path);
  assert.deepEqual(plan.left, [], path);
  files.set(path, applyEdits(files.get(path) ?? '', plan.edits));
  for (const also of plan.also ?? []) files.set(also.path, applyEdits(also.text, also.edits));
}

async function planIn(files: ReadonlyMap<string, string>, path: string): Promise<FixEdits> {
  const text = files.get(path) ?? '';
  const project = projectWith([], { 'Cargo.toml': '[package]\nname = "sample"\nedition = "2021"\n' });
  const all = [...files].map(([file, content]) => ({ path: file, text: content }));
  const target = {
    address: sampleAddresses.vault,
    folder: 'file:///project',
    helpers: all.filter(file => managerOfHelper(file.text) !== undefined),
    paths: helperLayout(rust, path).filter(file => files.has(file)),
    roots: all.filter(file => helperRoots(rust, path, project).includes(file.path)),
  };
  const start = text.indexOf(key);
  const request = {
    source: { uri: `file:///project/${path}`, languageId: 'rust', text },
    findings: [{ span: { start, end: start + key.length } }],
    variable: 'SERVICE_KEY',
    style: 'required',
    everyPlace: true,
    way: 'manager',
    manager: target,
    project,
  } as const;
  const plan = await planVerifiedFix(request, planFix, testParsers);
  assert.ok(plan.kind === 'edits', JSON.stringify(plan));
  return plan;
}
