import { phrase } from '../words/phrase.ts';
import type { ConnectionForm, SiteName } from './connection-schema.ts';
import { fail, succeed } from './failure.ts';
import type { FieldName, Result } from './failure.ts';
import { SITE_NAME } from './values.ts';

export type { ConnectionForm, ConnectionShown, SiteName } from './connection-schema.ts';

/** A checked connection; lives in the main process only. */
export interface Connection {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly jiraSite: SiteName;
  readonly confluenceSite: SiteName;
}

const PRODUCT_NAMES = { jiraSite: 'Jira', confluenceSite: 'Confluence' } as const;
const SITE_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

/**
 * Understands a site in any usual form: `acme`, `acme.atlassian.net`, a pasted page address, with or without scheme,
 * path, spaces or quotes around it. Gives the host name, or a failure tied to `field`.
 */
export function parseSite(text: string, field: 'jiraSite' | 'confluenceSite'): Result<SiteName> {
  const product = PRODUCT_NAMES[field];
  const bare = trimPasted(text).toLowerCase();
  if (bare === '') return fail('bad-input', phrase('failure.site.missing', { product }), field);
  if (SITE_LABEL.test(bare)) return succeed(`${bare}.atlassian.net`);
  const host = hostOf(bare);
  if (host !== null && SITE_NAME.test(host) && !NOT_A_SITE.has(host)) return succeed(host);
  return fail('bad-input', phrase('failure.site.unreadable', { product }), field);
}

/** Names under atlassian.net that are Atlassian's own and never somebody's site. */
const NOT_A_SITE = new Set(['www.atlassian.net', 'api.atlassian.net', 'admin.atlassian.net']);

function hostOf(text: string): string | null {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//u.test(text) ? text : `https://${text}`;
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch {
    return null;
  }
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return isPlain && (url.protocol === 'https:' || url.protocol === 'http:')
    ? url.hostname.replace(/\.$/u, '')
    : null;
}

const INVISIBLE = /[\s\u00a0\u200b-\u200d\u2060\ufeff]/u;
const QUOTES = new Set([`"`, `'`, '`', '“', '”', '„', '‘', '’', '«', '»']);

/** Takes the spaces, invisible characters, quotes and trailing commas off that a copy and paste brings along. */
export function trimPasted(text: string): string {
  const isDust = (char: string | undefined): boolean =>
    char !== undefined && (INVISIBLE.test(char) || QUOTES.has(char) || char === ',' || char === ';');
  let start = 0;
  let end = text.length;
  while (start < end && isDust(text[start])) start += 1;
  while (end > start && isDust(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

/** Both credentials found in one pasted block, or null if the text is not such a block. */
export interface CredentialPair {
  readonly clientId: string;
  readonly clientSecret: string;
}

const LABELLED_ID = /client[\s_-]*id["'”’]?\s*[:=\t ]\s*["'“‘]?([^\s"'“”‘’,;{}]+)/iu;
const LABELLED_SECRET = /client[\s_-]*secret["'”’]?\s*[:=\t ]\s*["'“‘]?([^\s"'“”‘’,;{}]+)/iu;

/**
 * Finds both values in a pasted block: labelled (`Client ID: … Client Secret: …`, JSON, `.env` lines), or two bare
 * values of which one has Xray's sample shape of an id (32 hex digits) and the other that of a secret (64 hex digits).
 */
export function parseCredentialBlock(text: string): CredentialPair | null {
  const id = LABELLED_ID.exec(text)?.[1];
  const secret = LABELLED_SECRET.exec(text)?.[1];
  if (id !== undefined && secret !== undefined) return { clientId: id, clientSecret: secret };
  const words = text
    .split(/[\s,;]+/u)
    .map(trimPasted)
    .filter((word) => word !== '');
  if (words.length !== 2) return null;
  const bareId = words.find((word) => ID_SHAPE.test(word));
  const bareSecret = words.find((word) => SECRET_SHAPE.test(word));
  return bareId !== undefined && bareSecret !== undefined
    ? { clientId: bareId, clientSecret: bareSecret }
    : null;
}

/** Shapes of the vendor's samples (docs.getxray.app). No rule is stated, so a mismatch is a hint and no refusal. */
const ID_SHAPE = /^[0-9a-f]{32}$/iu;
const SECRET_SHAPE = /^[0-9a-f]{64}$/iu;

export type CredentialHint =
  | 'id-looks-like-secret'
  | 'secret-looks-like-id'
  | 'id-unusual'
  | 'secret-unusual';

/** Hints about credentials that do not look like Xray's; empty fields give none. */
export function credentialHints(clientId: string, clientSecret: string): CredentialHint[] {
  const hints: CredentialHint[] = [];
  const id = trimPasted(clientId);
  const secret = trimPasted(clientSecret);
  if (id !== '' && SECRET_SHAPE.test(id)) hints.push('id-looks-like-secret');
  else if (id !== '' && !ID_SHAPE.test(id)) hints.push('id-unusual');
  if (secret !== '' && ID_SHAPE.test(secret)) hints.push('secret-looks-like-id');
  else if (secret !== '' && !SECRET_SHAPE.test(secret)) hints.push('secret-unusual');
  return hints;
}

/**
 * Checks a whole form. `heldSecret` is the secret that the main process holds from an earlier submit, or null.
 * Gives the connection, or the first failure in the order of the fields.
 */
export function parseConnection(form: ConnectionForm, heldSecret: string | null): Result<Connection> {
  const clientId = checkCredential(form.clientId, 'clientId');
  if (!clientId.ok) return clientId;
  const secretText = form.clientSecret ?? heldSecret;
  const clientSecret = checkCredential(secretText ?? '', 'clientSecret');
  if (!clientSecret.ok) return clientSecret;
  const jiraSite = parseSite(form.jiraSite, 'jiraSite');
  if (!jiraSite.ok) return jiraSite;
  const confluenceSite = parseSite(form.confluenceSite, 'confluenceSite');
  if (!confluenceSite.ok) return confluenceSite;
  return succeed({
    clientId: clientId.value,
    clientSecret: clientSecret.value,
    jiraSite: jiraSite.value,
    confluenceSite: confluenceSite.value,
  });
}

/** Room for any key Xray may ever make; beyond it something else was pasted. */
const LONGEST_CREDENTIAL = 1024;
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/u;

/** Trims one credential and refuses what can be none: empty, several lines, a whole page of text. */
export function checkCredential(
  text: string,
  field: Extract<FieldName, 'clientId' | 'clientSecret'>,
): Result<string> {
  const name = field === 'clientId' ? 'id' : 'secret';
  const value = trimPasted(text);
  if (value === '') return fail('bad-input', phrase(`failure.${name}.missing`), field);
  if (value.length > LONGEST_CREDENTIAL || CONTROL_CHARACTER.test(value)) {
    return fail('bad-input', phrase(`failure.${name}.too-much`), field);
  }
  return succeed(value);
}
