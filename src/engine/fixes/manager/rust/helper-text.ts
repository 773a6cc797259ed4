// The module that reads secrets in a Rust crate, from the part in which managers differ.

import type { ManagerId } from '../../../managers/manager-id.ts';
import { managerTitles } from '../../../managers/manager-titles.ts';
import type { HelperSource } from '../helper-language.ts';
import { markOf } from '../helper-mark.ts';

export function writeHelper(manager: ManagerId, { imports, text }: HelperSource, newline: string): string {
  const title = managerTitles[manager];
  return `
//! Reads secrets from ${title}. It holds none, and is yours to change; the next line lets Key Hygiene find it.
// ${markOf(manager)}

${useDeclarations(imports)}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

static SECRETS: Mutex<BTreeMap<String, Arc<OnceCell<String>>>> = Mutex::new(BTreeMap::new());

/// A secret by its name, asked for once.
pub async fn get(name: &str) -> Result<String> {
    let secret = {
        let mut secrets = SECRETS.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(secrets.entry(name.to_owned()).or_default())
    };
    secret.get_or_try_init(|| read(name)).await.cloned()
}

/// A secret by its name. Panics where it cannot be had.
pub async fn must_get(name: &str) -> String {
    get(name).await.unwrap_or_else(|error| panic!("{error}"))
}

async fn read(name: &str) -> Result<String> {
    let value = ask(name).await.map_err(|error| {
        let reason = describe(&*error);
        format!("the secret {name} cannot be read from ${title}: {reason}")
    })?;
    if value.is_empty() {
        return Err(format!("the secret {name} is empty").into());
    }
    Ok(value)
}

/// With what is behind it: by itself many an error says little.
fn describe(error: &dyn Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {}", describe(source)),
        None => error.to_string(),
    }
}

${text.trim()}
`
    .trimStart()
    .replaceAll('\n', newline);
}

/** The standard library first, in the order of rustfmt. */
function useDeclarations(own: readonly string[]): string {
  const all = ['std::collections::BTreeMap', 'std::error::Error', 'std::sync::{Arc, Mutex, PoisonError}', 'tokio::sync::OnceCell', ...own];
  const isStandard = (path: string): boolean => path.startsWith('std::');
  const groups = [all.filter(isStandard), all.filter(path => !isStandard(path))];
  return groups
    .map(paths =>
      [...new Set(paths)]
        .toSorted()
        .map(path => `use ${path};`)
        .join('\n'),
    )
    .join('\n\n');
}
