// The parsers of configuration files. The bundler runs a required module when it is first asked for, so that none of them costs
// anything when the extension starts.

declare const require: {
  (name: 'yaml'): typeof import('yaml');
  (name: '@rgrove/parse-xml'): typeof import('@rgrove/parse-xml');
  (name: 'toml-eslint-parser'): typeof import('toml-eslint-parser');
};

export function yamlParser(): typeof import('yaml') {
  return require('yaml');
}

export function xmlParser(): typeof import('@rgrove/parse-xml') {
  return require('@rgrove/parse-xml');
}

export function tomlParser(): typeof import('toml-eslint-parser') {
  return require('toml-eslint-parser');
}
