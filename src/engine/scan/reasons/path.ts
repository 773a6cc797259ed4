// File paths, addresses, badges, mime types and other values whose parts tell where something is.

import { kindsIn, mark } from './characters.ts';
import { type Check, refuse } from './reason.ts';
import { randomBits } from './surprise.ts';

const begins =
  /^(?:\.{0,2}\/|~\/|[A-Za-z]:[\\/]|\\\\|[a-z][a-z0-9+.-]{1,15}:\/\/|(?:www|mailto:|data:|tel:|urn:|npm:|file:|image\/|text\/|application\/))/i;

/** Ends like a file of a kind that is never a secret's last part. */
const file =
  /[\w-]\.(?:[cm]?[jt]sx?|py|go|java|cs|rb|php|rs|sh|json|ya?ml|toml|xml|html?|s?css|md|txt|log|pem|crt|cer|key|p12|pfx|jks|csv|ini|cfg|conf|env|properties|sql|db|png|jpe?g|gif|svg|ico|pdf|zip|gz|tar|exe|dll|so|jar|class|tmpl|lock|vue|dat|bin|cc|cpp|cxx|hpp|pl|pm|lua|kt|scala|proto|erl|rst)$/i;

/** The same in one letter: only behind words. */
const source = /^[a-z]{2,24}(?:[_-][a-z]{1,24}){0,4}\.[cho]$/;

const mailOrHost =
  /^(?:[\w.+-]{1,64}@)?(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|io|dev|app|ai|co|local|internal|localhost|edu|gov|info|cloud|[a-z]{2})$/i;

/** Tokens in the addresses of badges only let them be drawn. */
const badge = /(?:\bbadge(?:s|\.svg)?\b|\.svg\?)[^\s]{0,80}$/;

/** The address of a file that Firebase keeps, which whoever has it may read: https://firebase.google.com/docs/storage/web/download-files */
const download = /[?&]alt=media&(?:amp;)?token=$/;

/** The name of a secret in AWS: `arn:aws:secretsmanager:eu-west-1:…:secret:`. */
const resource = /\barn:[\w:*/-]{1,120}$/;

export const path: Check = ({ value, left }) => {
  if (resource.test(left.slice(-160))) return refuse('is a part of the name of a resource');
  if (badge.test(left.slice(-120))) return refuse('belongs to a badge, which is public');
  if (download.test(left.slice(-32))) return refuse('belongs to the address of a file');
  // A part is told from the next by a mark.
  if ((kindsIn(value) & mark) === 0 && !/^www/i.test(value)) return undefined;
  if (begins.test(value) && (value.length < 40 || randomBits(value) < 40)) return refuse('looks like a path or an address');
  if (!value.includes('.')) return undefined;
  if (file.test(value) || source.test(value)) return refuse('ends like a file name');
  return mailOrHost.test(value) ? refuse('looks like a host or mail address') : undefined;
};
