// Fills generated values into the files of the sample monorepo: the same mark, the same value.
//
//   {{secret:RULE:NAME}}   of the rule's form       {{random:NAME}}   of no form
//   {{url:NAME}} {{base64:NAME}} {{head:NAME}} {{tail:NAME}}   a random value as programs write it
//   {{jwt:CLAIMS}}         a token of these claims  {{certificate:END}}   in armour
import { createHash } from 'node:crypto';

/**
 * @typedef {object} Samples
 * @property {(ruleId: string, seed?: number) => string} sampleSecret
 * @property {(notAfter: string) => string} certificate
 */

/**
 * @param {Samples} samples
 * @returns {(text: string) => string}
 */
export function filler({ sampleSecret, certificate }) {
  /** @type {Map<string, string>} */
  const secrets = new Map();
  /** @type {Readonly<Record<string, (argument: string) => string>>} */
  const makers = {
    secret: argument => {
      const [ruleId = ''] = argument.split(':');
      const secret = secrets.get(argument) ?? sampleSecret(ruleId, secrets.size + 1);
      secrets.set(argument, secret);
      return secret;
    },
    random: randomValue,
    url: name => encodeURIComponent(randomValue(name)),
    base64: name => Buffer.from(`user:${randomValue(name)}`).toString('base64'),
    head: name => randomValue(name).slice(0, 15),
    tail: name => randomValue(name).slice(15),
    jwt: claims =>
      [...['{"alg":"HS256","typ":"JWT"}', claims].map(part => Buffer.from(part).toString('base64url')), digestOf(claims)].join('.'),
    certificate: end => armour(certificate(end)),
  };
  return text =>
    text.replace(/\{\{(\w+):(\{.*?\}|[^{}]+)\}\}/g, (whole, /** @type {string} */ kind, /** @type {string} */ argument) => {
      return makers[kind]?.(argument) ?? whole;
    });
}

/**
 * Thirty characters of all sorts, with one that addresses have to encode.
 * @param {string} name
 */
function randomValue(name) {
  const letters = createHash('sha512').update(`sample monorepo ${name}`).digest('base64').replace(/[+/=]/g, '');
  return `${letters.slice(0, 14)}+${letters.slice(14, 29)}`;
}

/** @param {string} text */
function digestOf(text) {
  return createHash('sha256').update(text).digest('base64url');
}

/** @param {string} bytes */
function armour(bytes) {
  const dashes = '-'.repeat(5);
  const body = Buffer.from(bytes, 'latin1').toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `${dashes}BEGIN CERTIFICATE${dashes}\n${body}\n${dashes}END CERTIFICATE${dashes}`;
}
