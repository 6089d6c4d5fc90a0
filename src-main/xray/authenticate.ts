import type { HttpRequest } from '../network/client/http-client.ts';
import type { Answer } from './answer.ts';
import type { XrayHost } from './hosts.ts';
import { readToken } from './token.ts';

/** The call that exchanges the keys for a token (docs.getxray.app, "Authentication - REST"). */
export function authenticateRequest(host: XrayHost, clientId: string, clientSecret: string): HttpRequest {
  return {
    method: 'POST',
    url: `${host.baseUrl}/api/v2/authenticate`,
    headers: [{ name: 'content-type', value: 'application/json' }],
    body: JSON.stringify({ client_id: clientId, client_secret: clientSecret }),
  };
}

/** The token in an answer to authenticate; null if it holds none, or perhaps half of one. */
export function issuedToken({ status, response: { body } }: Answer): string | null {
  if (status < 200 || status > 299 || body.truncated || body.looksLike === 'html') return null;
  return readToken(body.text ?? '');
}
