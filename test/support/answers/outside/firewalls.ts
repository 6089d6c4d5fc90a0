import { atData, atSignIn, both, errorPage, html, row } from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const CASES = 'public cases of filters and guest networks';
const WAF = 'public fingerprints of web application firewalls';
const GATEWAY = 'errors of gateways in public bug reports';

const cloudflare = { server: 'cloudflare', 'cf-ray': '0000000000fake00-FRA' };
const AMAZON_PAGE = html(
  403,
  '<html><head><title>403 Forbidden</title></head><h1>403 Forbidden</h1></html>',
  {
    server: 'awselb/2.0',
  },
);

/** Firewalls before web sites, delivery networks, load balancers: pages. */
export const FIREWALLS: readonly OutsideRow[] = [
  ...both(
    'Cloudflare’s challenge',
    errorPage(403, 'Just a moment...', 'Enable JavaScript and cookies to continue', {
      ...cloudflare,
      'cf-mitigated': 'challenge',
    }),
    ['intercepted', 'unclear'],
    CASES,
  ),
  ...both(
    'Cloudflare’s block',
    errorPage(403, 'Attention Required! | Cloudflare', 'Sorry, you have been blocked', cloudflare),
    ['intercepted', 'unclear'],
    CASES,
  ),
  ...[520, 521, 522, 523, 524, 525, 526, 530].map((status) =>
    row(
      `Cloudflare’s ${status}`,
      atData(errorPage(status, `${status}: Web server error`, 'The origin does not answer.', cloudflare)),
      ['intercepted', 'network', 'unclear'],
      GATEWAY,
    ),
  ),
  ...both(
    'Akamai’s refusal',
    errorPage(
      403,
      'Access Denied',
      "You don't have permission to access this server. Reference #18.0fake.0",
      { server: 'AkamaiGHost' },
    ),
    ['intercepted', 'unclear'],
    CASES,
  ),
  row(
    'Akamai’s refusal without its name',
    atData(errorPage(403, 'Access Denied', 'Reference #18.0fake.1623606286.0')),
    ['intercepted', 'unclear'],
    CASES,
  ),
  ...both(
    'Imperva’s refusal',
    html(
      403,
      '<html><head><META NAME="robots"></head><iframe>Incapsula incident ID: 0-0fake</iframe></html>',
      {
        'x-iinfo': '0-0-0 fake',
        'x-cdn': 'Imperva',
      },
    ),
    ['intercepted', 'unclear'],
    WAF,
  ),
  ...both(
    'F5’s refusal',
    html(
      200,
      '<html><title>Request Rejected</title>The requested URL was rejected. Your support ID is: 0</html>',
    ),
    ['intercepted', 'unclear'],
    WAF,
  ),
  row(
    'F5’s refusal with a 403',
    atSignIn(errorPage(403, 'Request Rejected', 'Please consult with your administrator. support ID: 0')),
    ['intercepted', 'unclear'],
    CASES,
  ),
  row(
    'the page of an Amazon load balancer or its firewall at the sign-in',
    atSignIn(AMAZON_PAGE),
    ['unclear'],
    CASES,
  ),
  row(
    'the page of an Amazon load balancer or its firewall at the data call',
    atData(AMAZON_PAGE),
    ['unclear', 'intercepted'],
    CASES,
  ),
  ...[502, 503, 504].map((status) =>
    row(
      `an Amazon load balancer’s ${status}`,
      atData(errorPage(status, `${status} Error`, '', { server: 'awselb/2.0' })),
      ['xray-unavailable', 'unclear'],
      'Xray runs at Amazon; pages of its load balancers',
    ),
  ),
  row(
    'Azure’s gateway',
    atSignIn(errorPage(403, '403 Forbidden', '', { server: 'Microsoft-Azure-Application-Gateway/v2' })),
    ['intercepted', 'unclear'],
    GATEWAY,
  ),
  row(
    'Azure’s Front Door',
    atData(
      errorPage(503, 'Service unavailable', "Our services aren't available right now", {
        'x-azure-ref': '0fake',
      }),
    ),
    ['intercepted', 'network', 'unclear', 'xray-unavailable'],
    GATEWAY,
  ),
  row(
    'Google’s Cloud Armor',
    atSignIn(html(403, '<!doctype html><title>403</title>403 Forbidden', { via: '1.1 google' })),
    ['intercepted', 'unclear'],
    GATEWAY,
  ),
  row(
    'Varnish’s guru',
    atData(
      errorPage(503, '503 Backend fetch failed', 'Guru Meditation: XID: 0', {
        via: '1.1 varnish (Varnish/6.0)',
        'x-varnish': '0',
      }),
    ),
    ['intercepted', 'network', 'unclear', 'xray-unavailable'],
    GATEWAY,
  ),
  row(
    'HAProxy’s rules',
    atSignIn(
      html(403, '<html><body><h1>403 Forbidden</h1>Request forbidden by administrative rules.</body></html>'),
    ),
    ['intercepted', 'unclear'],
    WAF,
  ),
  row(
    'HAProxy without a server',
    atData(html(503, '<html><body><h1>503 Service Unavailable</h1>No server is available.</body></html>')),
    ['xray-unavailable', 'intercepted', 'network', 'unclear'],
    GATEWAY,
  ),
  ...[400, 403, 404, 405, 413].map((status) =>
    row(
      `nginx’s ${status} at the data call`,
      atData(
        html(status, `<html><title>${status}</title><center>nginx/1.24.0</center></html>`, {
          server: 'nginx',
        }),
      ),
      ['intercepted', 'unclear'],
      GATEWAY,
    ),
  ),
  row(
    'a page of nginx about a plain request to a port of TLS',
    atSignIn(
      errorPage(400, '400 The plain HTTP request was sent to HTTPS port', 'nginx', { server: 'nginx' }),
    ),
    ['intercepted', 'unclear'],
    CASES,
  ),
  row(
    'nginx’s 502',
    atData(html(502, '<html><title>502 Bad Gateway</title><center>nginx</center></html>')),
    ['xray-unavailable', 'intercepted', 'network', 'unclear'],
    GATEWAY,
  ),
  row(
    'Apache’s refusal',
    atSignIn(
      errorPage(403, 'Forbidden', "You don't have permission to access this resource.", { server: 'Apache' }),
    ),
    ['intercepted', 'unclear'],
    WAF,
  ),
  row(
    'ModSecurity’s 406',
    atSignIn(errorPage(406, 'Not Acceptable!', 'An error generated by Mod_Security.')),
    ['intercepted', 'unclear'],
    WAF,
  ),
  row(
    'Sucuri’s refusal',
    atData(
      errorPage(403, 'Access Denied - Sucuri Website Firewall', 'Block reason', {
        server: 'Sucuri/Cloudproxy',
      }),
    ),
    ['intercepted', 'unclear'],
    WAF,
  ),
  row(
    'a dead link on the Jira site',
    atData(errorPage(404, "Oops, you've found a dead link.", '', { server: 'AtlassianEdge' })),
    ['intercepted', 'unclear'],
    'public reports of Xray’s data calls',
  ),
];
