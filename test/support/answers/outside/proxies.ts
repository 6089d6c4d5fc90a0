import { atData, atSignIn, both, errorPage, html, rows, xrayError } from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const FINGERPRINT = 'public lists of block pages and their headers';
const REPORTS = 'block pages in public bug reports';
const CASES = 'public cases of filters and guest networks';

const squid = {
  server: 'squid/6.10',
  'mime-version': '1.0',
  'x-cache': 'MISS from proxy.acme.test',
  'x-cache-lookup': 'NONE from proxy.acme.test:3128',
  via: '1.1 proxy.acme.test (squid/6.10)',
};
const squidPage = (status: number, code: string, words: string) =>
  errorPage(status, 'ERROR: The requested URL could not be retrieved', words, {
    ...squid,
    'x-squid-error': `${code} 0`,
  });

/** Proxies that make an answer of their own, and such that pass Xray’s on. */
export const PROXIES: readonly OutsideRow[] = rows({
  'Cisco’s Secure Web Appliance': both(
    errorPage(403, 'Notification: Policy: URL Filtering', 'Based on your policy, access is blocked.', {
      via: '1.1 wsa.acme.test:80 (Cisco-WSA/14.5.0-498)',
    }),
  ).allows('intercepted', FINGERPRINT),
  'Blue Coat’s network error': both(
    html(503, '<HTML><TITLE>Network Error</TITLE><BODY>Network Error (tcp_error)</BODY></HTML>'),
  ).allows('intercepted network', CASES),
  'Blue Coat’s refusal': atSignIn(
    errorPage(403, 'Access Denied', 'Access Denied (policy_denied). Blue Coat ProxySG.'),
  ).allows('intercepted unclear', FINGERPRINT),
  'Skyhigh’s page': both(
    errorPage(403, 'McAfee Web Gateway - Notification', 'URL Blocked by category.', {
      via: '1.1 10.0.0.9 (McAfee Web Gateway 11.2.3)',
    }),
  ).allows('intercepted', FINGERPRINT),
  'Squid’s refusal': both(
    squidPage(403, 'ERR_ACCESS_DENIED', 'Access control configuration prevents your request.'),
  ).allows('intercepted', REPORTS),
  'Squid’s failure to connect': both(
    squidPage(503, 'ERR_CONNECT_FAIL', 'Connection to 192.0.2.1 failed.'),
  ).allows('intercepted network', CASES),
  'Squid finds the name in no list': atSignIn(
    squidPage(503, 'ERR_DNS_FAIL', 'Unable to determine IP address from host name.'),
  ).allows('intercepted network', REPORTS),
  'Squid does not understand the request': atSignIn(squidPage(400, 'ERR_INVALID_URL', 'Invalid URL.')).allows(
    'intercepted',
    REPORTS,
  ),
  'Squid finds the zip too big': atData(
    squidPage(413, 'ERR_TOO_BIG', 'The request or reply is too large.'),
  ).allows('intercepted', REPORTS),
  'Squid waits too long': atData(squidPage(504, 'ERR_READ_TIMEOUT', 'A timeout occurred.')).allows(
    'intercepted network',
    REPORTS,
  ),
  'the stronger neighbour: Squid passes Xray’s region text on': atData(
    xrayError(
      401,
      'Xray data is in another region. Contact support to migrate Xray data to current region.',
      {
        via: '1.1 00fake.cloudfront.net (CloudFront), 1.1 proxy.acme.test (squid/6.10)',
        'x-cache': 'Error from cloudfront, MISS from proxy.acme.test',
        'x-cache-lookup': 'MISS from proxy.acme.test:3128',
      },
    ),
  ).allows('residency', 'public reports of Xray’s data calls; Via of a proxy that passes on'),
  'the stronger neighbour: Squid passes Xray’s refusal of the keys on': atSignIn(
    xrayError(401, 'Authentication failed. Invalid client credentials!', {
      via: '1.1 00fake.cloudfront.net (CloudFront), 1.1 proxy.acme.test (squid/6.10)',
    }),
  ).allows(
    'credentials-rejected',
    'Xray’s documentation of the sign-in and public reports; Via of a proxy that passes on',
  ),
});
