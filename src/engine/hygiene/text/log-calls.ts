// How each language writes to its logs and to the terminal.

export interface LogCall {
  readonly languages: readonly string[];
  /** In lower case, three characters or more: one stands where the pattern is tried. */
  readonly landmarks: readonly string[];
  /** Sticky, from the landmark on up to where the arguments begin; may look behind. */
  readonly pattern: RegExp;
  /** `bracket`: arguments end at the closing bracket. `line`: at the line's end. */
  readonly form: 'bracket' | 'line';
}

const jvm = ['java', 'kotlin', 'scala', 'groovy'];
const dotnet = ['csharp', 'fsharp', 'vb'];

export const logCalls: readonly LogCall[] = [
  {
    languages: ['javascript', 'typescript'],
    landmarks: ['console.'],
    pattern: /(?<![\w.])console\.(?:log|info|debug|warn|error|trace|dir|table)\(/y,
    form: 'bracket',
  },
  {
    // pino, winston, bunyan, log4js, consola
    languages: ['javascript', 'typescript'],
    landmarks: ['log.', 'logger.'],
    pattern: /(?<!\w)log(?:ger)?\.(?:log|trace|debug|verbose|info|http|warn|error|fatal)\(/iy,
    form: 'bracket',
  },
  { languages: ['python'], landmarks: ['print('], pattern: /(?:(?<![\w.])|(?<=(?<![\w.])p))print\(/y, form: 'bracket' },
  {
    languages: ['python'],
    landmarks: ['log.', 'logger.', 'logging.'],
    pattern: /(?<![A-Za-z])(?:log(?:ger)?|logging)\.(?:debug|info|warning|warn|error|critical|exception|log)\(/iy,
    form: 'bracket',
  },
  { languages: ['go'], landmarks: ['print(', 'println', 'printf'], pattern: /(?<=\bfmt\.)Print(?:f|ln)?\(/y, form: 'bracket' },
  {
    languages: ['go'],
    landmarks: ['log.'],
    pattern: /(?<!\w)log\.(?:Print|Fatal|Panic|Info|Debug|Warn|Error)(?:f|ln|w)?\(/y,
    form: 'bracket',
  },
  { languages: ['go'], landmarks: ['log.'], pattern: /(?<=\bs)log\.(?:Info|Debug|Warn|Error)(?:Context)?\(/y, form: 'bracket' },
  { languages: ['go'], landmarks: ['logger.'], pattern: /logger\.(?:Print|Fatal|Info|Debug|Warn|Error)(?:f|ln|w)?\(/iy, form: 'bracket' },
  { languages: jvm, landmarks: ['print(', 'println', 'printf'], pattern: /(?<=System\.(?:out|err)\.)print(?:ln|f)?\(/y, form: 'bracket' },
  { languages: ['kotlin', 'scala', 'groovy'], landmarks: ['println'], pattern: /(?<![\w.])println\(/y, form: 'bracket' },
  {
    languages: jvm,
    landmarks: ['log.', 'logger.'],
    pattern: /(?<!\w)log(?:ger)?\.(?:trace|debug|info|warn|error|fine|warning|severe)\(/iy,
    form: 'bracket',
  },
  { languages: dotnet, landmarks: ['console.'], pattern: /Console\.(?:Error\.|Out\.)?Write(?:Line)?\(/y, form: 'bracket' },
  {
    languages: dotnet,
    landmarks: ['logger.', 'log.'],
    pattern: /(?:logger\.Log\w{0,20}|log(?:ger)?\.(?:Verbose|Debug|Information|Warning|Error|Fatal))\(/iy,
    form: 'bracket',
  },
  { languages: ['ruby'], landmarks: ['puts '], pattern: /(?<![\w.])puts /y, form: 'line' },
  { languages: ['ruby'], landmarks: ['puts('], pattern: /(?<![\w.])puts\(/y, form: 'bracket' },
  { languages: ['ruby'], landmarks: ['logger.'], pattern: /logger\.(?:debug|info|warn|error|fatal)[ (]/iy, form: 'line' },
  {
    languages: ['php'],
    landmarks: ['error_log', 'var_dump', 'print_r'],
    pattern: /(?<![\w>:])(?:error_log|var_dump|print_r)\(/y,
    form: 'bracket',
  },
  { languages: ['php'], landmarks: ['echo '], pattern: /(?<![\w$])echo /y, form: 'line' },
  { languages: ['php'], landmarks: ['logger->'], pattern: /logger->(?:debug|info|notice|warning|error|critical|log)\(/iy, form: 'bracket' },
  { languages: ['php'], landmarks: ['log::'], pattern: /(?<!\w)Log::(?:debug|info|notice|warning|error|critical)\(/y, form: 'bracket' },
  { languages: ['rust'], landmarks: ['print!', 'println'], pattern: /print(?:ln)?!\(/y, form: 'bracket' },
  { languages: ['rust'], landmarks: ['dbg!('], pattern: /(?<!\w)dbg!\(/y, form: 'bracket' },
  {
    languages: ['rust'],
    landmarks: ['info!(', 'warn!(', 'error!(', 'debug!(', 'trace!('],
    pattern: /(?<!\w)(?:info|warn|error|debug|trace)!\(/y,
    form: 'bracket',
  },
  { languages: ['swift'], landmarks: ['print('], pattern: /(?<![\w.])print\(|(?<=\bdebug)Print\(/y, form: 'bracket' },
  { languages: ['swift', 'objective-c'], landmarks: ['nslog'], pattern: /(?<!\w)NSLog\(/y, form: 'bracket' },
  { languages: ['swift'], landmarks: ['logger.'], pattern: /logger\.(?:debug|info|notice|warning|error|critical)\(/iy, form: 'bracket' },
  { languages: ['dart'], landmarks: ['print('], pattern: /(?<![\w.])print\(|(?<=\bdebug)Print\(/y, form: 'bracket' },
  { languages: ['elixir'], landmarks: ['logger.'], pattern: /Logger\.(?:debug|info|notice|warning|error)\(/y, form: 'bracket' },
  {
    languages: ['c', 'cpp', 'objective-c'],
    landmarks: ['printf'],
    pattern: /(?:(?<![\w.>])|(?<=(?<![\w.>])f)(?=printf\(\s?std(?:err|out)))printf\(/y,
    form: 'bracket',
  },
  {
    languages: ['powershell'],
    landmarks: ['write-host', 'write-output', 'write-verbose'],
    pattern: /Write-(?:Host|Output|Verbose) /iy,
    form: 'line',
  },
  { languages: ['shellscript'], landmarks: ['echo '], pattern: /(?<![\w$.-])echo /y, form: 'line' },
];
