import type { HttpRequest } from '../network/http-client.ts';
import type { XrayHost } from './hosts.ts';
import { readToken } from './token.ts';
import { cloudfrontPage, isHtml, messageOf, speaksOfLicence } from './vendor-words.ts';
import type { Answer } from './vendor-words.ts';

/** The call that exchanges the keys for a token (docs.getxray.app, "Authentication - REST"). */
export function authenticateRequest(host: XrayHost, clientId: string, clientSecret: string): HttpRequest {
  return {
    method: 'POST',
    url: `${host.baseUrl}/api/v2/authenticate`,
    headers: [{ name: 'content-type', value: 'application/json' }],
    body: JSON.stringify({ client_id: clientId, client_secret: clientSecret }),
  };
}

/** What an answer to authenticate means; `message` holds the vendor's words if there are any. */
export type AuthenticateReading =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind:
        | 'licence'
        | 'cloudfront'
        | 'rate-limited'
        | 'refused'
        | 'bad-request'
        | 'server-error'
        | 'redirect'
        | 'html'
        | 'no-token'
        | 'other';
      readonly message: string | null;
    };

/** Reads an answer to authenticate. 401 alone does not tell wrong keys from a missing licence; the body does. */
export function readAuthenticate(answer: Answer): AuthenticateReading {
  const { status } = answer;
  const { body } = answer.response;
  const message = messageOf(answer);
  if (status === 429) return { kind: 'rate-limited', message };
  if (speaksOfLicence(answer)) return { kind: 'licence', message };
  if (cloudfrontPage(answer) !== null) return { kind: 'cloudfront', message };
  if (status === 401 || status === 403) return { kind: 'refused', message };
  if (status >= 500) return { kind: 'server-error', message };
  if (status >= 300 && status < 400) return { kind: 'redirect', message };
  if (status === 400) return { kind: 'bad-request', message };
  if (status < 200 || status >= 300) return { kind: 'other', message };
  if (isHtml(answer)) return { kind: 'html', message };
  const token = body.truncated ? null : readToken(body.text ?? '');
  // The words of a 2xx that holds no token are nobody's message, and may be half of a token.
  return token === null ? { kind: 'no-token', message: null } : { kind: 'token', token };
}
