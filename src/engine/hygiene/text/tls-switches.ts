// How clients are told not to verify certificates.

export interface TlsSwitch {
  /** In lower case, three characters or more. */
  readonly landmark: string;
  /** Sticky, from the landmark on. */
  readonly pattern: RegExp;
  /** Language ids; absent: any. */
  readonly languages?: readonly string[];
  /** How it is switched on again, where that takes no more than another word. */
  readonly on?: { readonly from: RegExp; readonly to: string };
}

const shells = ['shellscript', 'yaml', 'dockerfile', 'makefile', 'groovy', 'json', 'powershell'];
const trueForFalse = { from: /false$/i, to: 'true' };

// ServicePointManager.ServerCertificateValidationCallback += delegate { return true; } · … = (message, certificate, chain, errors) => true
const trustsAnyone =
  /Certificate(?:Custom)?ValidationCallback\s{0,4}\+?=\s{0,4}(?:delegate\b[^{}]{0,100}\{\s{0,9}return true|\(?[^=;()]{0,100}\)?\s{0,4}=>\s{0,4}(?:\{\s{0,9}return\s)?true\b)/y;

export const tlsSwitches: readonly TlsSwitch[] = [
  // https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification · https://www.python-httpx.org/advanced/ssl/
  { landmark: 'verify=false', pattern: /verify=False\b/y, languages: ['python', 'json'], on: { from: /False$/, to: 'True' } },
  { landmark: 'verify = false', pattern: /verify = False\b/y, languages: ['python', 'json'], on: { from: /False$/, to: 'True' } },
  { landmark: 'verify_ssl=false', pattern: /verify_ssl=False\b/y, languages: ['python', 'json'], on: { from: /False$/, to: 'True' } },
  // https://docs.python.org/3/library/ssl.html
  { landmark: 'cert_none', pattern: /CERT_NONE\b/y, languages: ['python', 'json'], on: { from: /CERT_NONE/, to: 'CERT_REQUIRED' } },
  { landmark: '_create_unverified_context', pattern: /_create_unverified_context\b/y, languages: ['python', 'json'] },
  // https://nodejs.org/api/tls.html#tlsconnectoptions-callback · https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue
  {
    landmark: 'rejectunauthorized',
    pattern: /rejectUnauthorized["']?\s{0,4}[:=]\s{0,4}(?:false|!1)\b/y,
    on: { from: /(?:false|!1)$/, to: 'true' },
  },
  { landmark: 'node_tls_reject_unauthorized', pattern: /NODE_TLS_REJECT_UNAUTHORIZED["']?\]?\s{0,4}[=:]\s{0,4}["']?0\b["']?/y },
  // https://go.dev/src/crypto/tls/common.go
  {
    landmark: 'insecureskipverify',
    pattern: /InsecureSkipVerify\s{0,4}[:=]\s{0,4}true\b/y,
    languages: ['go'],
    on: { from: /true$/, to: 'false' },
  },
  // https://docs.ruby-lang.org/en/master/Net/HTTP.html
  { landmark: 'verify_none', pattern: /VERIFY_NONE\b/y, languages: ['ruby'], on: { from: /VERIFY_NONE/, to: 'VERIFY_PEER' } },
  { landmark: 'verify_none', pattern: /verify_none\b/y, languages: ['elixir'], on: { from: /verify_none/, to: 'verify_peer' } },
  // https://www.php.net/manual/en/curl.constants.php · https://docs.guzzlephp.org/en/stable/request-options.html#verify
  {
    landmark: 'curlopt_ssl_verify',
    pattern: /CURLOPT_SSL_VERIFY(?:PEER|HOST)["']?\s{0,4}(?:,|=>)\s{0,4}(?:false|0)(?![\w.])/iy,
    languages: ['php', 'c', 'cpp'],
  },
  { landmark: "'verify' => false", pattern: /'verify' => false\b/iy, languages: ['php'], on: trueForFalse },
  { landmark: 'withoutverifying(', pattern: /withoutVerifying\(\)/y, languages: ['php'] },
  { landmark: 'verify_peer', pattern: /verify_peer(?:_name)?["']\s{0,4}=>\s{0,4}false\b/iy, languages: ['php'], on: trueForFalse },
  // https://learn.microsoft.com/dotnet/api/system.net.http.httpclienthandler.dangerousacceptanyservercertificatevalidator
  {
    landmark: 'dangerousacceptany',
    pattern: /DangerousAcceptAnyServerCertificateValidator/y,
    languages: ['csharp', 'fsharp', 'vb', 'powershell'],
  },
  { landmark: 'certificatevalidationcallback', pattern: trustsAnyone, languages: ['csharp', 'fsharp', 'vb'] },
  { landmark: 'certificatecustomvalidationcallback', pattern: trustsAnyone, languages: ['csharp', 'fsharp', 'vb'] },
  { landmark: '-skipcertificatecheck', pattern: /-SkipCertificateCheck\b/iy, languages: ['powershell'] },
  // https://hc.apache.org/ · https://square.github.io/okhttp/
  { landmark: 'noophostnameverifier', pattern: /NoopHostnameVerifier\b/y, languages: ['java', 'kotlin', 'scala', 'groovy'] },
  { landmark: 'trustallstrategy', pattern: /TrustAllStrategy\b/y, languages: ['java', 'kotlin', 'scala', 'groovy'] },
  {
    landmark: 'checkservertrusted',
    pattern: /checkServerTrusted\([^()]{0,200}\)\s{0,9}(?:throws [\w., ]{1,80})?\{\s{0,40}\}/y,
    languages: ['java', 'kotlin', 'groovy'],
  },
  {
    landmark: 'setdefaulthostnameverifier',
    pattern: /setDefaultHostnameVerifier\(\s{0,9}\(?[\w ,]{1,60}\)?\s{0,4}->\s{0,4}true/y,
    languages: ['java', 'kotlin', 'groovy'],
  },
  // https://docs.rs/reqwest/latest/reqwest/struct.ClientBuilder.html
  {
    landmark: 'danger_accept_invalid',
    pattern: /danger_accept_invalid_(?:certs|hostnames)\(true\)/y,
    languages: ['rust'],
    on: { from: /true\)$/, to: 'false)' },
  },
  // https://api.dart.dev/dart-io/HttpClient/badCertificateCallback.html
  {
    landmark: 'badcertificatecallback',
    pattern: /badCertificateCallback\s{0,4}=\s{0,4}\(?[\w ,]{0,100}\)?\s{0,4}=>\s{0,4}true/y,
    languages: ['dart'],
  },
  // https://curl.se/docs/manpage.html · https://www.gnu.org/software/wget/manual/wget.html
  {
    landmark: 'curl ',
    pattern:
      /curl(?:\s{1,9}(?!-k\b)(?!-[A-Za-z]{0,8}k[A-Za-z]{0,8}\s)[^\s;|&\\]{1,200}){0,12}?\s{1,9}-(?:k|[a-jl-zA-Z]{1,6}k[a-zA-Z]{0,6})(?=\s)/y,
    languages: shells,
  },
  {
    landmark: ' --insecure',
    pattern: / --insecure\b(?![-=])/y,
    languages: ['shellscript', 'yaml', 'dockerfile', 'makefile', 'groovy'],
    on: { from: / --insecure/, to: '' },
  },
  { landmark: '--no-check-certificate', pattern: /--no-check-certificate\b/y, languages: shells },
  // https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpsslVerify
  { landmark: 'git_ssl_no_verify', pattern: /GIT_SSL_NO_VERIFY["']?\s{0,4}[=:]\s{0,4}["']?(?:1|true)\b/iy },
  { landmark: 'http.sslverify', pattern: /http\.sslVerify[= ]["']?(?:false|0)\b/iy, languages: shells },
];
