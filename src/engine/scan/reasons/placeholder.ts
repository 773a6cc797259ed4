// A value that stands for a secret instead of being one: `your-key-here`, `xxxxxxxx`, `<token>`, `…EXAMPLE`, `sk-...`.

import { rememberLast } from '../../remember.ts';
import { plainly } from './plainly.ts';
import { type Check, type Opinion, refuse } from './reason.ts';
import { randomBits } from './surprise.ts';

/**
 * Words that no random value holds by chance: six letters or more are hit once in about 10⁸ values of 40 characters.
 * Case does not matter, nor what stands around them.
 */
const anywhere =
  /example|placeholder|change[-_ ]?(?:me|this|it)|replace[-_ ]?(?:me|this|with|default)|redacted|insert[-_ ]?(?:your|here)|dummy[-_ ]?(?:key|token|secret|value|pass|pwd|api)|not[-_ ]?(?:a[-_ ]?)?(?:real|secret|set|needed|used|required|important|relevant)|fill[-_ ]?me|super[-_ ]?secret|abcdefgh|qwerty|lorem[-_ ]?ipsum/i;

/** Shorter words, which only count where nothing but marks stands around them. */
const alone =
  /(?:^|[^A-Za-z0-9])(?:your|my|some|here|todo|fixme|tbd|fake|dummy|sample|demo|mock|invalid|foo|bar|baz|foobar|foobared|none|null|undefined|hidden|masked|censored|removed|secret(?![-_][A-Za-z0-9_-]{16}))(?:$|[^A-Za-z0-9])/i;

/** `Demo@2026`: what people make up when a form asks for a capital, a mark and a digit. It lets people in. */
const ofRules = /^[A-Z][a-z]{2,12}[@#!$&*]\d{3,6}[!@#$*]?$/;

/** `ihr_passwort`, `votre-mot-de-passe`, `你的密码`: says `your password` in other languages, or `password` alone. */
const inOtherWords =
  /^(?:(?:dein|ihr|mein|votre|ton|mon|tu|su|mi|sua|seu|tua|minha|la|il|le|el|de|das|twoje|moje|\u0432\u0430\u0448|\u043c\u043e\u0439|\u4f60\u7684|\u60a8\u7684|\u3042\u306a\u305f\u306e|ditt|mitt|va[\u0161s]e|jouw|uw|je)[-_ ]?){0,3}(?:passwort|kennwort|geheim|geheimnis|contrase[\u00f1n]a|clave|senha|chave|mot[-_ ]?de[-_ ]?passe|wachtwoord|has[\u0142l]o|heslo|l[\u00f6o]senord|parola|[\u015fs]ifren?i?z?|\u043f\u0430\u0440\u043e\u043b\u044c|\u0441\u0435\u043a\u0440\u0435\u0442|\u5bc6\u7801|\u5bc6\u78bc|\u53e3\u4ee4|\u30d1\u30b9\u30ef\u30fc\u30c9|\ube44\ubc00\ubc88\ud638|jelsz[\u00f3o]|salasana|adgangskode|passord|lozinka)(?:[-_ ]?\d{1,3})?$/i;

/** `yourApiKey`, `YOUR_TOKEN`, `mySecret`: speaks to the reader and names the thing. */
const speaksToReader = /^(?:your|my|the|some|enter|insert|put|add|use)[-_ ]?[A-Za-z-_ ]*(?:key|token|secret|pass|pwd|id|auth|value|cred)/i;

/** `APIPASS`, `JWTToken`, `ClientSecret`: the thing's name, written as people write what stands for something. */
const namesTheThing =
  /^(?:API|Api|JWT|Jwt|ACCESS|Access|AUTH|Auth|APP|App|BOT|Bot|CLIENT|Client|SMTP|Smtp|HTTP|Http)[-_ ]?(?:TOKEN|Token|KEY|Key|PASS(?:WORD|WD|PHRASE)?|Pass(?:word|wd|phrase)?|SECRET|Secret)\d?$/;

/** Fillers: `xxxx`, `****`, `....`, `####`, `•••`, `___`, an ellipsis; six of any one character. */
const filler = /x{4,}|[*\u2022]{3,}|\.{3,}|\u2026|#{3,}|_{4,}|-{6,}|\?{3,}|([A-Za-z0-9])\1{5,}/i;

/** Padding bytes make long runs of one letter inside keys of this length and more: there a run says nothing. */
const longKey = 120;

/** What no padding is made of. */
const longFiller = /x{7,}|\*{4,}|\.{4,}|\u2026/i;

/** What bytes of zeros or ones are in base64, its form for addresses, and hex. */
const padding = /A{4,}|_{4,}|-{4,}|\/{4,}|\+{4,}|0{5,}|f{5,}|F{5,}/g;

/** So many characters drawn by chance beside the padding: the bytes are a key's. */
const leastBesidePadding = 24;

/** What the standards show: RFC 6749, RFC 6750, RFC 5849, RFC 7009, OpenID Connect Core; and what git takes in place of a password. */
const published: ReadonlySet<string> = new Set(
  '2YotnFZFEjr1zCsicMWpAA tGzv3JOkF0XG5Qx2TlKWIA SplxlOBeZQQYbYS6WxSbIA mF_9.B5f-4.1JqM h480djs93hd8 ad180jjd733klru7 0685bd9184jfhq22 45ghiukldjahdnhzdauz A3ddj3w kd94hf93k423kf44 hh5s93j4hdidpola hdhd0244k9j7ao03 hfdp7dh39dks9884 nnch734d00sl2jdk pfkkdhi9sl3r4s00 dpf43f3p2l4k3l03 9djdj82h48djs9d2 kkk9d7dh3k39sjv7 j49sk3j29djd dh893hdasih9 SlAV32hkKG 8xLOxBtZp8 ksj3n283dke x-oauth-basic x-token-auth'.split(
    ' ',
  ),
);

export const placeholder: Check = ({ value }) => opinionOn(value);

/** Several rules ask for one value. */
const opinionOn = rememberLast((value): Opinion | undefined => {
  for (const said of plainly(value)) {
    const opinion = placeholderIn(said);
    if (opinion) return opinion;
  }
  return undefined;
});

function placeholderIn(value: string): Opinion | undefined {
  if (published.has(value)) return refuse('is the sample of a published standard');
  if (anywhere.test(value)) return refuse('contains a word that only placeholders have');
  if (value.length < longKey && alone.test(value) && !ofRules.test(value)) return refuse('contains a word that only placeholders have');
  if (speaksToReader.test(value) || namesTheThing.test(value) || inOtherWords.test(value))
    return refuse('tells the reader what to put here');
  if (value.length < longKey ? isFilledUp(value) : longFiller.test(value)) return refuse('is filled up with one character');
  return undefined;
}

/** A writer who fills up a sample writes little else; an encoded key is chance from end to end but for its padding. */
function isFilledUp(value: string): boolean {
  if (!filler.test(value)) return false;
  const rest = value.replace(padding, '');
  const isChance = rest.length >= leastBesidePadding && rest.length * 2 > value.length && randomBits(rest) >= surely;
  return !isChance || filler.test(rest);
}

/** Bits by which chance explains the rest better than a writer does. */
const surely = 10;
