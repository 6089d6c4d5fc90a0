import { atData, atSignIn, both, errorPage, html, rows } from '../outside-row.ts';
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
  ...rows({
    'Cloudflare’s challenge': both(
      errorPage(403, 'Just a moment...', 'Enable JavaScript and cookies to continue', {
        ...cloudflare,
        'cf-mitigated': 'challenge',
      }),
    ).allows('intercepted unclear', CASES),
    'Cloudflare’s block': both(
      errorPage(403, 'Attention Required! | Cloudflare', 'Sorry, you have been blocked', cloudflare),
    ).allows('intercepted unclear', CASES),
  }),
  ...[520, 521, 522, 523, 524, 525, 526, 530].flatMap((status) =>
    rows({
      [`Cloudflare’s ${status}`]: atData(
        errorPage(status, `${status}: Web server error`, 'The origin does not answer.', cloudflare),
      ).allows('intercepted network unclear', GATEWAY),
    }),
  ),
  ...rows({
    'Akamai’s refusal': both(
      errorPage(
        403,
        'Access Denied',
        "You don't have permission to access this server. Reference #18.0fake.0",
        { server: 'AkamaiGHost' },
      ),
    ).allows('intercepted unclear', CASES),
    'Akamai’s refusal without its name': atData(
      errorPage(403, 'Access Denied', 'Reference #18.0fake.1623606286.0'),
    ).allows('intercepted unclear', CASES),
    'Imperva’s refusal': both(
      html(
        403,
        '<html><head><META NAME="robots"></head><iframe>Incapsula incident ID: 0-0fake</iframe></html>',
        {
          'x-iinfo': '0-0-0 fake',
          'x-cdn': 'Imperva',
        },
      ),
    ).allows('intercepted unclear', WAF),
    'F5’s refusal': both(
      html(
        200,
        '<html><title>Request Rejected</title>The requested URL was rejected. Your support ID is: 0</html>',
      ),
    ).allows('intercepted unclear', WAF),
    'F5’s refusal with a 403': atSignIn(
      errorPage(403, 'Request Rejected', 'Please consult with your administrator. support ID: 0'),
    ).allows('intercepted unclear', CASES),
    'the page of an Amazon load balancer or its firewall at the sign-in': atSignIn(AMAZON_PAGE).allows(
      'unclear',
      CASES,
    ),
    'the page of an Amazon load balancer or its firewall at the data call': atData(AMAZON_PAGE).allows(
      'unclear intercepted',
      CASES,
    ),
  }),
  ...[502, 503, 504].flatMap((status) =>
    rows({
      [`an Amazon load balancer’s ${status}`]: atData(
        errorPage(status, `${status} Error`, '', { server: 'awselb/2.0' }),
      ).allows('xray-unavailable unclear', 'Xray runs at Amazon; pages of its load balancers'),
    }),
  ),
  ...rows({
    'Azure’s gateway': atSignIn(
      errorPage(403, '403 Forbidden', '', { server: 'Microsoft-Azure-Application-Gateway/v2' }),
    ).allows('intercepted unclear', GATEWAY),
    'Azure’s Front Door': atData(
      errorPage(503, 'Service unavailable', "Our services aren't available right now", {
        'x-azure-ref': '0fake',
      }),
    ).allows('intercepted network unclear xray-unavailable', GATEWAY),
    'Google’s Cloud Armor': atSignIn(
      html(403, '<!doctype html><title>403</title>403 Forbidden', { via: '1.1 google' }),
    ).allows('intercepted unclear', GATEWAY),
    'Varnish’s guru': atData(
      errorPage(503, '503 Backend fetch failed', 'Guru Meditation: XID: 0', {
        via: '1.1 varnish (Varnish/6.0)',
        'x-varnish': '0',
      }),
    ).allows('intercepted network unclear xray-unavailable', GATEWAY),
    'HAProxy’s rules': atSignIn(
      html(403, '<html><body><h1>403 Forbidden</h1>Request forbidden by administrative rules.</body></html>'),
    ).allows('intercepted unclear', WAF),
    'HAProxy without a server': atData(
      html(503, '<html><body><h1>503 Service Unavailable</h1>No server is available.</body></html>'),
    ).allows('xray-unavailable intercepted network unclear', GATEWAY),
  }),
  ...[400, 403, 404, 405, 413].flatMap((status) =>
    rows({
      [`nginx’s ${status} at the data call`]: atData(
        html(status, `<html><title>${status}</title><center>nginx/1.24.0</center></html>`, {
          server: 'nginx',
        }),
      ).allows('intercepted unclear', GATEWAY),
    }),
  ),
  ...rows({
    'a page of nginx about a plain request to a port of TLS': atSignIn(
      errorPage(400, '400 The plain HTTP request was sent to HTTPS port', 'nginx', { server: 'nginx' }),
    ).allows('intercepted unclear', CASES),
    'nginx’s 502': atData(
      html(502, '<html><title>502 Bad Gateway</title><center>nginx</center></html>'),
    ).allows('xray-unavailable intercepted network unclear', GATEWAY),
    'Apache’s refusal': atSignIn(
      errorPage(403, 'Forbidden', "You don't have permission to access this resource.", { server: 'Apache' }),
    ).allows('intercepted unclear', WAF),
    'ModSecurity’s 406': atSignIn(
      errorPage(406, 'Not Acceptable!', 'An error generated by Mod_Security.'),
    ).allows('intercepted unclear', WAF),
    'Sucuri’s refusal': atData(
      errorPage(403, 'Access Denied - Sucuri Website Firewall', 'Block reason', {
        server: 'Sucuri/Cloudproxy',
      }),
    ).allows('intercepted unclear', WAF),
    'a dead link on the Jira site': atData(
      errorPage(404, "Oops, you've found a dead link.", '', { server: 'AtlassianEdge' }),
    ).allows('intercepted unclear', 'public reports of Xray’s data calls'),
  }),
];
