// How each language looks a variable up in its environment. To teach another one: a row here and a file in test/fixtures/usages.
// Every pattern is linear (bounded repetition) and captures the variable in the group `name`, or several of them in `names`.

export interface LookupSyntax {
  /** Ids in `languages/catalogue.ts`. */
  readonly languages: readonly string[];
  /** Texts of which one must occur before the patterns are tried at all. */
  readonly needles: readonly string[];
  /** Flags `dg`. */
  readonly patterns: readonly RegExp[];
  /** Further patterns, for the names under which this text imports the lookup: told what stands around the needles. */
  readonly aliased?: (texts: readonly string[]) => readonly RegExp[];
  /** Expansions such as `$NAME` read local variables too: only names that promise a key count, and none the text itself assigns. */
  readonly expansions?: boolean;
  /** Only files of these names. */
  readonly files?: RegExp;
  /** What the variable's name in the environment begins with, ahead of what is written. */
  readonly prefix?: string;
}

/** https://developer.hashicorp.com/terraform/language/values/variables#environment-variables */
export const terraformPrefix = 'TF_VAR_';

const quoted = String.raw`["'](?<name>[A-Za-z_]\w{0,99})["']`;
const backquoted = String.raw`["'${'`'}](?<name>[A-Za-z_]\w{0,99})["'${'`'}]`;

/** A call or subscript that takes the quoted name first: `getenv("X"`, `ENV["X"`. */
function asked(by: string, quotation = quoted): RegExp {
  return new RegExp(String.raw`(?:${by})\s{0,9}[([]\s{0,99}${quotation}`, 'dg');
}

/** Functions of a type that read a variable or throw: found by fixes as well (fixes/dialects/type-helper.ts). */
const helpers = '(?:[rR]equired?|[gG]etRequired|[mM]ust)Env(?:ironment)?(?:Variable)?';

const javascript: LookupSyntax = {
  languages: ['javascript', 'typescript', 'html'],
  needles: ['.env', '$env/', 'env.', 'Env.', 'requireEnv(', 'equiredEnv(', 'mustEnv('],
  patterns: [
    // Functions that projects, and our own fixes, put around the lookup.
    asked(String.raw`\b(?:require|required|getRequired|must)Env`, backquoted),
    /\b(?:process|Bun|import\.meta)\s{0,9}\??\.env(?:\?\.|!?\.)(?<name>[A-Za-z_$][\w$]{0,99})/dg,
    asked(String.raw`\b(?:process|Bun|import\.meta)\??\.env(?:\?\.)?!?`, backquoted),
    asked(String.raw`\b(?:Deno|Netlify)\.env\.get`, backquoted),
    // What Workers hand to their handlers, SvelteKit's dynamic module, and objects that check the environment: env.X, c.env.X, workerEnv.X
    /(?:\benv|[a-z]Env)\.(?<name>[A-Z][A-Z0-9_]{2,99})\b/dg,
    // const { A, B: local } = process.env — looked at backwards from the rare end, not forwards from every brace.
    /\b(?:process|Bun|import\.meta)\.env\b(?![.[?])(?<=\{(?<names>[^{}]{1,2000})\}\s{0,99}(?::[^={}]{0,200})?=\s{0,99}(?:process|Bun|import\.meta)\.env)/dg,
    // import { A, B as local } from '$env/static/private'
    /\$env\/(?:static|dynamic)\/(?<=\{(?<names>[^{}]{1,2000})\}\s{0,99}from\s{0,9}["']\$env\/(?:static|dynamic)\/)/dg,
  ],
};

const python: LookupSyntax = {
  languages: ['python', 'json'],
  // Notebooks are JSON, where the quotes stand escaped.
  needles: ['env', 'config('],
  patterns: [
    /\benvironb?(?:\.(?:get|pop|setdefault))?\s{0,9}[([]\s{0,99}b?\\?["'](?<name>[A-Za-z_]\w{0,99})\\?["']/dg,
    /\bgetenvb?\s{0,9}\(\s{0,99}b?\\?["'](?<name>[A-Za-z_]\w{0,99})\\?["']/dg,
    // django-environ and environs: env("X"), env.str("X")
    // python-decouple and Starlette: config("X")
    /\bconfig\(\s{0,99}["'](?<name>[A-Z][A-Z0-9]{0,99}(?:_[A-Z0-9]{1,99}){1,20})["']/dg,
    /\benv(?:\.(?:str|url|json|list|db|db_url|cache|cache_url|email_url|get_value))?\(\s{0,99}["'](?<name>[A-Z_][A-Z0-9_]{0,99})["']/dg,
  ],
  // from os import environ as env, getenv as read
  aliased: texts =>
    texts
      .flatMap(text => [...text.matchAll(/\b(?:environ|getenv)[ \t]{1,9}as[ \t]{1,9}(?<alias>\w{1,40})/g)])
      .slice(0, 4)
      .map(({ groups }) => asked(String.raw`\b${groups?.['alias']}(?:\.(?:get|pop|setdefault))?`)),
};

const go: LookupSyntax = {
  languages: ['go'],
  needles: ['env(', 'Env(', 'viper.Get', 'env:"', 'envconfig:"'],
  patterns: [
    asked(String.raw`\b(?:(?:os|syscall)\.(?:Getenv|LookupEnv)|(?:[mM]ust)?[gG]et[eE]nv|[mM]ust[eE]nv|requireEnv|lookupEnv)`),
    /\bviper\.Get(?:String)?\("(?<name>[A-Z][A-Z0-9_]{2,99})"\)/dg,
    // Tags of structs that a library fills: `env:"NAME,required"`
    /[` ]env(?:config)?:"(?<name>[A-Z][A-Z0-9_]{2,99})[",]/dg,
  ],
};

const jvm: LookupSyntax = {
  languages: ['java', 'kotlin', 'scala', 'groovy'],
  needles: ['getenv', 'sys.env', '@Value(', 'equireEnv', 'equiredEnv', 'ustEnv'],
  patterns: [
    asked(String.raw`\bgetenv(?:\(\)\s{0,99}\.(?:get|getOrDefault|getValue))?`),
    /\bgetenv\(\)\s{0,9}\[\s{0,9}"(?<name>\w{1,100})"/dg,
    asked(String.raw`\b${helpers}`),
    asked(String.raw`\bsys\.env(?:\.(?:get|getOrElse|apply))?`),
    // Spring's @Value("${OPENAI_API_KEY}")
    /@Value\(\s{0,9}"\$\{(?<name>[A-Z_][A-Z0-9_]{0,99})[:}]/dg,
  ],
};

const csharp: LookupSyntax = {
  languages: ['csharp', 'fsharp', 'vb', 'powershell'],
  needles: ['GetEnvironmentVariable', 'equireEnv', 'equiredEnv', 'ustEnv', '$env:', '$Env:', '$ENV:', '${env:'],
  patterns: [asked(String.raw`\b(?:GetEnvironmentVariable|${helpers})`), /\$\{?env:(?<name>[A-Za-z_]\w{0,99})/dgi],
};

/** `Section:Key` is `Section__Key` in the environment: https://learn.microsoft.com/dotnet/core/extensions/configuration-providers#environment-variable-configuration-provider */
const dotnetConfiguration: LookupSyntax = {
  languages: ['csharp', 'fsharp', 'vb'],
  needles: ['onfiguration["', 'onfig["', 'AppSettings["'],
  patterns: [
    /[cC]onfig(?:uration)?\["(?<name>\w{1,60}(?::\w{1,60}){0,3}:\w{0,60}(?:Key|Secret|Token|Password))"\]/dg,
    /\bAppSettings\["(?<name>[A-Z][A-Z0-9]{0,99}(?:_[A-Z0-9]{1,99}){1,20})"\]/dg,
  ],
};

const ruby: LookupSyntax = {
  languages: ['ruby', 'julia', 'html'],
  needles: ['ENV'],
  patterns: [asked(String.raw`\bENV(?:\.(?:fetch|dig|delete))?`), /\bENV\.fetch\s{1,9}["'](?<name>\w{1,100})["']/dg],
};

const julia: LookupSyntax = {
  languages: ['julia'],
  needles: ['ENV,'],
  patterns: [/\bget!?\(\s{0,9}ENV,\s{0,9}"(?<name>\w{1,100})"/dg],
};

const php: LookupSyntax = {
  languages: ['php'],
  needles: ['env', 'Env::', 'equireEnv', 'equiredEnv', 'ustEnv', '$_ENV', '$_SERVER'],
  patterns: [
    asked(String.raw`(?<![\w>$])(?:getenv|env|${helpers})|\bEnv::(?:get|getOrFail)`),
    asked(String.raw`\$_ENV`),
    /\$_SERVER\s{0,9}\[\s{0,9}["'](?!HTTP_|REQUEST_|SERVER_|SCRIPT_|REMOTE_|DOCUMENT_|PHP_)(?<name>[A-Z_][A-Z0-9_]{0,99})["']/dg,
  ],
};

const rust: LookupSyntax = {
  languages: ['rust'],
  needles: ['env', 'dotenv'],
  patterns: [asked(String.raw`\b(?:(?:env|dotenvy?)::var(?:_os)?|(?:option_)?env!)`)],
};

const shell: LookupSyntax = {
  languages: ['shellscript', 'fish'],
  needles: ['$'],
  patterns: [/\$(?<!\\\$)(?:\{[!#]?)?(?<name>[A-Z][A-Z0-9_]{2,99})\b/dg],
  expansions: true,
};

/** Formats whose tools fill in `${NAME}`: compose files, pipelines, Dockerfiles, npm's and other tools' settings. */
const templates: LookupSyntax = {
  languages: ['yaml', 'dockerfile', 'toml', 'properties', 'ini', 'json', 'jsonc', 'makefile', 'terraform', 'dotenv', 'xml'],
  needles: ['$', 'ARG '],
  patterns: [
    /\$(?<!\\\$)(?:\{(?:(?:env|localEnv)[:.])?|\((?=[A-Z0-9_]{1,100}\)))?(?<name>[A-Z][A-Z0-9_]{2,99})\b/dg,
    /\$\{\{\s{0,9}env\.(?<name>[A-Za-z_]\w{0,99})\s{0,9}\}\}/dg,
    /^[ \t]{0,99}ARG[ \t]{1,9}(?<name>[A-Z][A-Z0-9_]{2,99})[ \t]{0,9}$/dgm,
  ],
  expansions: true,
};

/** References of one tool, in a format of many. */
const tools: readonly LookupSyntax[] = [
  {
    // Ansible, dbt, Symfony, and Ruby within YAML.
    languages: ['yaml'],
    needles: ["env'", 'env"', 'env_var(', '%env(', 'ENV.fetch', 'ENV['],
    patterns: [
      /\b(?:lookup|query|q)\(\s{0,9}["'](?:ansible\.builtin\.)?env["']\s{0,9},\s{0,9}["'](?<name>[A-Za-z_]\w{0,99})["']/dg,
      asked(String.raw`\benv_var`),
      /%env\((?:\w{1,30}:){0,5}(?<name>[A-Za-z_]\w{0,99})\)%/dg,
      asked(String.raw`\bENV(?:\.fetch)?`),
    ],
  },
  // https://learn.microsoft.com/nuget/reference/nuget-config-file#using-environment-variables
  { languages: ['toml'], files: /supabase\/config\.toml$/, needles: ['env('], patterns: [/["']env\((?<name>[A-Za-z_]\w{0,99})\)["']/dg] },
  { languages: ['xml'], files: /nuget\.config$/i, needles: ['%'], patterns: [/%(?<name>[A-Za-z_]\w{2,99})%/dg], expansions: true },
  {
    // https://pip.pypa.io/en/stable/reference/requirements-file-format/#using-environment-variables
    languages: ['plaintext', ''],
    files: /requirements[^/]{0,99}\.(?:txt|in)$|\/requirements\/[^/]{1,99}\.(?:txt|in)$/i,
    needles: ['${'],
    patterns: [/\$\{(?<name>[A-Z][A-Z0-9_]{0,99})\}/dg],
    expansions: true,
  },
  {
    languages: ['terraform'],
    needles: ['var.'],
    patterns: [/\bvar\.(?<name>[A-Za-z_]\w{0,99})/dg],
    expansions: true,
    prefix: terraformPrefix,
  },
];

const others: readonly LookupSyntax[] = [
  {
    languages: ['c', 'cpp', 'objective-c', 'lua'],
    needles: ['getenv', 'getEnv', 'quire_env'],
    // `require_env` is the function our own fix writes.
    patterns: [asked('(?:secure_)?get[eE]nv(?:VarOwned)?|\\brequire_env'), /\bjoin_env\([^\n]{0,200}?", "(?<name>\w{1,100})", "/dg],
  },
  {
    languages: ['swift'],
    needles: ['.environment', 'getenv', 'Environment.get', 'requireEnv', 'requiredEnv'],
    patterns: [asked(String.raw`\.environment`), asked(String.raw`\b(?:getenv|Environment\.get|required?Env)`)],
  },
  {
    languages: ['dart'],
    needles: ['environment', 'Environment', '.env'],
    patterns: [asked(String.raw`\b(?:Platform\.environment|(?:String|int|bool)\.fromEnvironment|(?:dotenv|DotEnv)(?:\(\))?\.env)`)],
  },
  {
    languages: ['elixir'],
    needles: ['_env'],
    patterns: [asked(String.raw`\bSystem\.(?:get_env|fetch_env!?)`), /\bSystem\.(?:get_env|fetch_env!?)\s{1,9}"(?<name>\w{1,100})"/dg],
  },
  {
    languages: ['perl'],
    needles: ['ENV{'],
    patterns: [/[$%]\*?ENV\{\s{0,9}["']?(?<name>[A-Za-z_]\w{0,99})["']?\s{0,9}\}/dg],
  },
  {
    languages: ['r'],
    needles: ['Sys.getenv', '_env('],
    // Functions that our own fix writes.
    patterns: [asked(String.raw`\b(?:Sys\.getenv|(?:require|required|must)_env)`)],
  },
  {
    languages: ['fish'],
    needles: ['_env '],
    patterns: [/\((?:require|required|must)_env\s{1,9}(?<name>[A-Za-z_]\w{0,99})/dg],
  },
];

export const lookupSyntaxes: readonly LookupSyntax[] = [
  javascript,
  python,
  go,
  jvm,
  csharp,
  dotnetConfiguration,
  ruby,
  julia,
  php,
  rust,
  shell,
  templates,
  ...tools,
  ...others,
];
