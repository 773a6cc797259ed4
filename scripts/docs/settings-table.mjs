// The table of settings, from the manifest and its English sentences.

/**
 * @param {any} manifest package.json
 * @param {Readonly<Record<string, string>>} sentences package.nls.json
 */
export function settingsTable(manifest, sentences) {
  const configuration = manifest.contributes.configuration;
  /** @type {[string, any][]} */
  const settings = [configuration].flat().flatMap(({ properties }) => Object.entries(properties));
  const rows = settings.map(
    ([name, setting]) => `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${describe(setting, sentences)} |`,
  );
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * @param {any} setting
 * @param {Readonly<Record<string, string>>} sentences
 */
function describe(setting, sentences) {
  const choices = (setting.enum ?? []).map((/** @type {string} */ value, /** @type {number} */ index) => {
    const description = translate(setting.enumDescriptions?.[index] ?? '', sentences);
    return description === '' ? `\`${value}\`` : `\`${value}\`: ${description.replace(/\.$/, '')}`;
  });
  const text = [translate(setting.markdownDescription ?? setting.description ?? '', sentences), choices.join('; ')]
    .filter(Boolean)
    .join(' ');
  // `#other.setting#` is a link in the settings editor only.
  return text
    .replaceAll(/`#([\w.]+)#`/g, '`$1`')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');
}

/**
 * @param {string} text `%key%` or the sentence itself
 * @param {Readonly<Record<string, string>>} sentences
 */
function translate(text, sentences) {
  return text.replace(/^%(.+)%$/, (_, key) => sentences[key] ?? '');
}
