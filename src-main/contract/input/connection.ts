import { message } from '../../i18n/message.ts';
import type { ConnectionForm, SiteName } from './connection-schema.ts';
import { credentialHints } from './credential-shape.ts';
import { fail, succeed } from '../failure.ts';
import type { FieldName, Result } from '../failure.ts';
import { trimPasted } from './pasted-text.ts';
import { parseSite } from './site.ts';

export type { ConnectionForm, ConnectionShown, SiteName } from './connection-schema.ts';
export { credentialHints } from './credential-shape.ts';
export { trimPasted } from './pasted-text.ts';
export { parseSite } from './site.ts';

/** A checked connection; lives in the main process only. */
export interface Connection {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly jiraSite: SiteName;
  readonly confluenceSite: SiteName;
}

/** Both sites of a connection. */
export type Sites = Pick<Connection, 'jiraSite' | 'confluenceSite'>;

/**
 * Checks a whole form. `heldSecret` is the secret that the main process holds from an earlier submit, or null.
 * Returns the connection, or the first failure in the order of the fields.
 */
export function parseConnection(form: ConnectionForm, heldSecret: string | null): Result<Connection> {
  const clientId = checkCredential(form.clientId, 'clientId');
  const clientSecret = checkCredential(form.clientSecret ?? heldSecret ?? '', 'clientSecret');
  const jiraSite = parseSite(form.jiraSite, 'jiraSite');
  const confluenceSite = parseSite(form.confluenceSite, 'confluenceSite');
  if (!clientId.ok) return clientId;
  if (!clientSecret.ok) return clientSecret;
  if (!jiraSite.ok) return jiraSite;
  if (!confluenceSite.ok) return confluenceSite;
  return succeed({
    clientId: clientId.value,
    clientSecret: clientSecret.value,
    jiraSite: jiraSite.value,
    confluenceSite: confluenceSite.value,
  });
}

const MAX_CREDENTIAL_CHARACTERS = 1024;
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/u;

/** Trims one credential and refuses what can be none: empty, several lines, a whole page of text. */
export function checkCredential(
  text: string,
  field: Extract<FieldName, 'clientId' | 'clientSecret'>,
): Result<string> {
  const name = field === 'clientId' ? 'id' : 'secret';
  const value = trimPasted(text);
  if (value === '') return fail('bad-input', message(`failure.${name}.missing`), field);
  if (value.length > MAX_CREDENTIAL_CHARACTERS || CONTROL_CHARACTER.test(value)) {
    // A sign-in token can be longer than any key: then it is named for what it is.
    const hint = /\s/u.test(value) ? null : credentialHints(value, value)[field];
    const isNamed = hint !== null && !hint.key.endsWith('unusual') && !hint.key.endsWith('length');
    return fail('bad-input', isNamed ? hint : message(`failure.${name}.too-much`), field);
  }
  return succeed(value);
}
