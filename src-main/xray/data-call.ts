import type { HttpRequest } from '../network/http-client.ts';
import type { XrayHost } from './hosts.ts';
import {
  cloudfrontPage,
  isHtml,
  jsonErrorOf,
  messageOf,
  speaksOfLicence,
  speaksOfRegion,
} from './vendor-words.ts';
import type { Answer } from './vendor-words.ts';

/** The keys need not exist: only the attempt to read data matters. `%3B` is the documented separator. */
const DATA_PATH = '/api/v2/export/cucumber?keys=DEMO-6%3BDEMO-7';

/** The first call that touches the site's data; it reads and never writes. */
export function dataCallRequest(host: XrayHost, token: string): HttpRequest {
  return {
    method: 'GET',
    url: `${host.baseUrl}${DATA_PATH}`,
    headers: [{ name: 'authorization', value: `Bearer ${token}` }],
    body: null,
  };
}

/** What an answer to the data call means; `message` holds the vendor's words if there are any. */
export interface DataCallReading {
  readonly kind:
    | 'zip'
    | 'empty'
    | 'xray-error'
    | 'region'
    | 'licence'
    | 'cloudfront-lambda'
    | 'cloudfront'
    | 'rate-limited'
    | 'refused'
    | 'server-error'
    | 'redirect'
    | 'html'
    | 'other';
  readonly message: string | null;
}

/**
 * Reads an answer to the data call. The body is judged by its bytes and words, not by its content type; the region text
 * counts at any status. A zip, an empty 200 and Xray's JSON error about the keys all show that the data was reached.
 */
export function readDataCall(answer: Answer): DataCallReading {
  const { status } = answer;
  const { body } = answer.response;
  const message = messageOf(answer);
  const of = (kind: DataCallReading['kind']): DataCallReading => ({ kind, message });
  if (speaksOfRegion(answer)) return of('region');
  if (status === 429) return of('rate-limited');
  if (speaksOfLicence(answer)) return of('licence');
  const cloudfront = cloudfrontPage(answer);
  if (cloudfront !== null) return of(cloudfront === 'lambda' ? 'cloudfront-lambda' : 'cloudfront');
  if (status === 401 || status === 403) return of('refused');
  if (status >= 500) return of('server-error');
  if (status >= 400) return of(jsonErrorOf(answer) === null ? 'other' : 'xray-error');
  if (status >= 300) return of('redirect');
  if (isHtml(answer)) return of('html');
  if (status !== 200 || body.problem !== null) return of('other');
  if (body.looksLike === 'zip') return of('zip');
  return of(body.looksLike === 'empty' ? 'empty' : 'other');
}
