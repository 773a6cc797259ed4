// Values under a name for a key that are written like keys, and are none: beginnings of keys, names of constants and of ways to sign in,
// pairs, and JSON Web Tokens that were cut off.

import { kindOfName } from '../scan/reasons/name.ts';
import type { MatchContext } from './rule.ts';

/** `app_api_`, `k8s-aws-v1.`: what the keys of somebody begin with; the rest is joined to it. */
const beginning = /^(?=.{6,16}$)[a-z][a-z0-9]{0,12}(?:[-_.][a-z0-9]{1,12}){0,3}[-_.:]$/;

/** `WSDL4J_JAR`: letters ahead of any digit, in each part; `SECRET_DO_NOT_PASS_THIS`: letters alone. */
const constant = /^(?:[A-Z]{2,}\d?[A-Z]{0,12}(?:_[A-Z]{2,14}\d?){1,5}|[A-Z]+(?:_[A-Z]+){3,20})$/;

/** `genericOAuth2`, `httpBasicAuth`: how somebody signs in. */
const way = /^[a-z0-9]{2,24}(?:[A-Z][a-z]{1,14}){0,3}(?:OAuth\d?|Auth)$/;

/** `opt1=a=b`: a name with its value, where the name of all is no more than `key`. */
const pair = /^[A-Za-z]\w{0,15}=[^=]/;

/** `Shape.c972dd8d…`: what is kept under the checksum of its content, where the name of all is no more than `key`. */
const contentAddress = /^[A-Za-z]+(?:[-._:/][A-Za-z]+){0,5}[-._:/][0-9a-f]{32,64}$/;

/** Headers of JSON Web Tokens begin so: `{"alg":` and `{"typ":`. */
const header = /^eyJ(?:hbGciOi|0eXAiOi)/;

/** Three parts with a signature, five where it is encrypted. */
const wholeToken = /^eyJ[\w-]{10,}={0,2}\.[\w-]*={0,2}\.[\w-]{20,}(?:={0,2}|(?:\.[\w-]*){2})$/;

/** What PHP writes of an array or an object: `a:2:{i:0;…`. */
const serialized = /^[aOC]:\d+:[{"]/;

export function isOtherText({ secret, name, match, near }: MatchContext): boolean {
  if (beginning.test(secret) || constant.test(secret) || serialized.test(secret)) return true;
  // The tables of a parser: https://lezer.codemirror.net/docs/ref/#lr.ParserSpec
  if (/tokenData$/.test(name) && near('repeatnodecount')) return true;
  if (header.test(secret)) return !wholeToken.test(secret);
  if (way.test(secret) && /auth\w*$/i.test(name)) return true;
  return (pair.test(secret) || contentAddress.test(secret)) && kindOfName(name || (/^[\w.$-]*/.exec(match)?.[0] ?? '')) === 'weak';
}
