import { getRequest } from '../network/client/http-client.ts';
import type { HttpRequest } from '../network/client/http-client.ts';
import type { XrayHost } from './hosts.ts';

/** The keys need not exist: only the attempt to read data matters. `%3B` is the documented separator. */
const DATA_PATH = '/api/v2/export/cucumber?keys=DEMO-6%3BDEMO-7';

/** The first call that touches the site's data; it reads and never writes. */
export function dataCallRequest(host: XrayHost, token: string): HttpRequest {
  return getRequest(`${host.baseUrl}${DATA_PATH}`, [{ name: 'authorization', value: `Bearer ${token}` }]);
}
