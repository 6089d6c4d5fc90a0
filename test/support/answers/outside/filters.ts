import { head, http, raw, text } from '../wire-answer.ts';
import { atData, atSignIn, both, errorPage, html, rows, xrayError } from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const FINGERPRINT = 'public lists of block pages and their headers';
const REPORTS = 'block pages in public bug reports';
const CASES = 'public cases of filters and guest networks';

const redirect = (location: string, status = 302, headers: Readonly<Record<string, string>> = {}) =>
  http(status, { location, ...headers });

const zscaler = errorPage(
  403,
  'Internet Security by Zscaler',
  'Your organisation has selected Zscaler to protect you.',
  { server: 'Zscaler/6.2', 'cache-control': 'no-cache' },
);
/** Pages of companies' web filters and of security programs. */
export const FILTERS: readonly OutsideRow[] = rows({
  'Zscaler’s block page': both(zscaler).allows('intercepted', CASES),
  'Zscaler’s block page under its own trusted certificate': both(zscaler).allows('intercepted', CASES, {
    inspectedBy: 'Zscaler Inc.',
  }),
  'Zscaler’s 502': both(
    errorPage(502, 'Bad Gateway', 'The server did not answer.', { server: 'Zscaler/6.2' }),
  ).allows('intercepted network', CASES),
  'Zscaler’s sign-in redirect': both(
    redirect('https://gateway.zscalerthree.net/auD?origurl=https%3A%2F%2Fxray', 307),
  ).allows('intercepted', CASES),
  'Zscaler’s block redirect with a reason code': atData(
    redirect('https://gateway.zscaler.net/block?reasoncode=NOT_ALLOWED_FILETYPE'),
  ).allows('intercepted', CASES),
  'Zscaler’s caution page with a 200': atSignIn(
    errorPage(200, 'Internet Security by Zscaler', 'Proceed with care.', { server: 'Zscaler/6.2' }),
  ).allows('intercepted', FINGERPRINT),
  'the stronger neighbour: Xray’s region text through a trusted Zscaler certificate': atData(
    xrayError(401, 'Xray data is in another region. Contact support to migrate Xray data to current region.'),
  ).allows('residency', 'public reports of Xray’s data calls; an inspecting proxy passes answers on', {
    inspectedBy: 'Zscaler Inc.',
  }),
  'a data loss filter that saw credentials in the upload': atSignIn(
    errorPage(
      403,
      'Upload blocked',
      'Data Loss Prevention: your request contained credentials (API key, client secret) and was rejected.',
      { server: 'Zscaler/6.2' },
    ),
  ).allows('intercepted', REPORTS),
  'the weaker neighbour: a data loss filter without a name': atSignIn(
    errorPage(403, 'Upload blocked', 'Invalid content: credentials must not leave the company.'),
  ).allows('intercepted unclear', REPORTS),
  'FortiGuard’s page': both(
    errorPage(403, 'Web Filter Violation', 'Web Page Blocked. FortiGuard Intrusion Prevention.'),
  ).allows('intercepted unclear', CASES),
  'Fortinet’s application control with a 200': atSignIn(
    errorPage(200, 'Application Control Violation', 'You tried to use a blocked application.'),
  ).allows('intercepted', FINGERPRINT),
  'a web filter whose own licence has run out': atData(
    errorPage(403, 'Web Page Blocked', 'FortiGuard license expired. Contact your administrator.'),
  ).allows('intercepted unclear', FINGERPRINT),
  'Netskope’s page': both(
    errorPage(403, 'Netskope', 'This action is blocked by policy. User alert.', {
      server: 'Netskope Cloud Proxy',
    }),
  ).allows('intercepted', CASES),
  'Netskope’s redirect': atData(redirect('https://acme.eu.goskope.com/notify/block?id=1')).allows(
    'intercepted',
    CASES,
  ),
  'the page of a Palo Alto firewall, which comes as a 503': both(
    errorPage(
      503,
      'Web Page Blocked',
      'Access to the web page you were trying to visit has been blocked in accordance with company policy.',
      { 'cache-control': 'no-store' },
    ),
  ).allows('intercepted network unclear', FINGERPRINT),
  'Palo Alto’s page for a forbidden file, the zip': atData(
    errorPage(403, 'File Download Blocked', 'File transfers of this type are blocked.', {
      via: '1.1 prismaaccess',
    }),
  ).allows('intercepted', CASES),
  'Palo Alto’s page against phishing, which speaks of a password': atSignIn(
    errorPage(503, 'Suspected Credential Phishing Detected', 'Username and password were not submitted.'),
  ).allows('intercepted network unclear', 'vendor documentation of response pages'),
  'Umbrella’s page': both(
    errorPage(403, 'Site Blocked', 'This site is blocked because of a Cisco Umbrella policy setting.', {
      server: 'Cisco Umbrella',
    }),
  ).allows('intercepted', CASES),
  'OpenDNS’s redirect': atSignIn(
    redirect('https://block.opendns.com/?url=xray&server=fra1&prefs=&nref'),
  ).allows('intercepted', REPORTS),
  'Websense’s page with a 200': both(
    html(200, '<!-- Copyright Websense, Inc. --><html><title>Access to this site is blocked</title></html>', {
      via: '1.0 localhost.localdomain',
    }),
  ).allows('intercepted', REPORTS),
  'Forcepoint’s redirect without TLS': atData(
    redirect('http://10.1.1.1:15871/cgi-bin/blockpage.cgi?ws-session=4302062'),
  ).allows('intercepted', REPORTS),
  'Sophos’ page': both(
    errorPage(403, 'Blocked request: Sophos Firewall', 'The page was blocked by your administrator.'),
  ).allows('intercepted unclear', FINGERPRINT),
  'Check Point’s UserCheck': atSignIn(redirect('https://gw.acme.test/UserCheck/PortalMain?IID=0')).allows(
    'intercepted',
    FINGERPRINT,
  ),
  'Barracuda’s page': atData(
    errorPage(403, 'Access Denied', 'The link you are accessing has been blocked by the Barracuda filter.', {
      server: 'BarracudaHTTP 4.0',
    }),
  ).allows('intercepted', FINGERPRINT),
  'SonicWall’s page': atSignIn(
    errorPage(403, 'Web Site Blocked', 'This request is blocked by the SonicWALL.', {
      server: 'SonicWALL',
    }),
  ).allows('intercepted', FINGERPRINT),
  'WatchGuard’s page': atSignIn(
    errorPage(403, 'Denied', 'Request denied by WatchGuard Firewall.', { server: 'WatchGuard' }),
  ).allows('intercepted', FINGERPRINT),
  'squidGuard’s redirect': atSignIn(
    redirect('http://pfsense.acme.test/sgerror.php?url=403&a=10.0.0.4&n=&i=&s=default'),
  ).allows('intercepted', REPORTS),
  'Cato’s page': atSignIn(
    errorPage(403, 'Access Denied', 'Blocked by Cato Networks, per company policy.'),
  ).allows('intercepted unclear', FINGERPRINT),
  'iboss’s redirect': atData(redirect('https://block.iboss.com/ibreports/web')).allows(
    'intercepted',
    FINGERPRINT,
  ),
  'Menlo’s redirect': atData(
    redirect('https://safe.menlosecurity.com/https://xray.cloud.getxray.app/'),
  ).allows('intercepted', FINGERPRINT),
  'Cloudflare Gateway’s page': atSignIn(
    errorPage(403, 'Access blocked', 'Blocked by your organization with Cloudflare Gateway.', {
      server: 'cloudflare',
      'cf-ray': '0000000000fake00-FRA',
    }),
  ).allows('intercepted unclear', 'vendor documentation of its block page'),
  'Defender for Cloud Apps’ redirect': atSignIn(
    redirect('https://mcas-proxyweb.mcas.ms/certificate-checker?login=false'),
  ).allows('intercepted', 'Atlassian’s documentation and public reports'),
  'Kaspersky’s page with a 200': atData(
    errorPage(200, 'Access denied', 'Kaspersky: the requested web page cannot be provided.'),
  ).allows('intercepted', FINGERPRINT),
  'ESET’s page': atSignIn(
    errorPage(403, 'Access blocked', 'ESET Endpoint Security has blocked this web page.'),
  ).allows('intercepted unclear', FINGERPRINT),
  'a parental control': atSignIn(
    errorPage(403, 'Not now', 'Qustodio: this site is not allowed for you.'),
  ).allows('intercepted unclear', FINGERPRINT),
  'Pi-hole’s empty 200': atData(
    http(200, { 'x-pi-hole': 'A black hole for Internet advertisements.' }),
  ).allows('intercepted unclear', 'public documentation of Pi-hole'),
  'an emptied page of a school’s filter, a 204 of text': atData(
    raw(head(204, { 'content-type': 'text/plain; charset=UTF-8' })),
  ).allows('intercepted unclear', 'a block page that answers 204, public report'),
  'a country’s block page, 451': atSignIn(
    errorPage(451, 'Unavailable For Legal Reasons', 'Blocked by order of a court.'),
  ).allows('intercepted unclear', 'RFC 7725 and national block pages'),
  'a country’s redirect': atSignIn(redirect('http://warning.example.test/i1.html')).allows(
    'intercepted',
    'national block pages',
  ),
  'a page that allows no visit from another region': atData(
    errorPage(403, 'Blocked', 'Access from another region is not permitted by policy.'),
  ).allows('intercepted unclear', 'geographic block pages, the words of the region text'),
  'a filter’s plain words': atSignIn(text(403, 'Access denied by security policy')).allows('unclear', CASES, {
    quotes: 'Access denied by security policy',
  }),
});
