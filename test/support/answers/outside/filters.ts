import { head, http, raw, text } from '../wire-answer.ts';
import { atData, atSignIn, both, errorPage, html, row, xrayError } from '../outside-row.ts';
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
export const FILTERS: readonly OutsideRow[] = [
  ...both('Zscaler’s block page', zscaler, ['intercepted'], CASES),
  ...both('Zscaler’s block page under its own trusted certificate', zscaler, ['intercepted'], CASES, {
    inspectedBy: 'Zscaler Inc.',
  }),
  ...both(
    'Zscaler’s 502',
    errorPage(502, 'Bad Gateway', 'The server did not answer.', { server: 'Zscaler/6.2' }),
    ['intercepted', 'network'],
    CASES,
  ),
  ...both(
    'Zscaler’s sign-in redirect',
    redirect('https://gateway.zscalerthree.net/auD?origurl=https%3A%2F%2Fxray', 307),
    ['intercepted'],
    CASES,
  ),
  row(
    'Zscaler’s block redirect with a reason code',
    atData(redirect('https://gateway.zscaler.net/block?reasoncode=NOT_ALLOWED_FILETYPE')),
    ['intercepted'],
    CASES,
  ),
  row(
    'Zscaler’s caution page with a 200',
    atSignIn(errorPage(200, 'Internet Security by Zscaler', 'Proceed with care.', { server: 'Zscaler/6.2' })),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'the stronger neighbour: Xray’s region text through a trusted Zscaler certificate',
    atData(
      xrayError(
        401,
        'Xray data is in another region. Contact support to migrate Xray data to current region.',
      ),
    ),
    ['residency'],
    'public reports of Xray’s data calls; an inspecting proxy passes answers on',
    { inspectedBy: 'Zscaler Inc.' },
  ),
  row(
    'a data loss filter that saw credentials in the upload',
    atSignIn(
      errorPage(
        403,
        'Upload blocked',
        'Data Loss Prevention: your request contained credentials (API key, client secret) and was rejected.',
        { server: 'Zscaler/6.2' },
      ),
    ),
    ['intercepted'],
    REPORTS,
  ),
  row(
    'the weaker neighbour: a data loss filter without a name',
    atSignIn(errorPage(403, 'Upload blocked', 'Invalid content: credentials must not leave the company.')),
    ['intercepted', 'unclear'],
    REPORTS,
  ),
  ...both(
    'FortiGuard’s page',
    errorPage(403, 'Web Filter Violation', 'Web Page Blocked. FortiGuard Intrusion Prevention.'),
    ['intercepted', 'unclear'],
    CASES,
  ),
  row(
    'Fortinet’s application control with a 200',
    atSignIn(errorPage(200, 'Application Control Violation', 'You tried to use a blocked application.')),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'a web filter whose own licence has run out',
    atData(errorPage(403, 'Web Page Blocked', 'FortiGuard license expired. Contact your administrator.')),
    ['intercepted', 'unclear'],
    FINGERPRINT,
  ),
  ...both(
    'Netskope’s page',
    errorPage(403, 'Netskope', 'This action is blocked by policy. User alert.', {
      server: 'Netskope Cloud Proxy',
    }),
    ['intercepted'],
    CASES,
  ),
  row(
    'Netskope’s redirect',
    atData(redirect('https://acme.eu.goskope.com/notify/block?id=1')),
    ['intercepted'],
    CASES,
  ),
  ...both(
    'the page of a Palo Alto firewall, which comes as a 503',
    errorPage(
      503,
      'Web Page Blocked',
      'Access to the web page you were trying to visit has been blocked in accordance with company policy.',
      { 'cache-control': 'no-store' },
    ),
    ['intercepted', 'network', 'unclear'],
    FINGERPRINT,
  ),
  row(
    'Palo Alto’s page for a forbidden file, the zip',
    atData(
      errorPage(403, 'File Download Blocked', 'File transfers of this type are blocked.', {
        via: '1.1 prismaaccess',
      }),
    ),
    ['intercepted'],
    CASES,
  ),
  row(
    'Palo Alto’s page against phishing, which speaks of a password',
    atSignIn(
      errorPage(503, 'Suspected Credential Phishing Detected', 'Username and password were not submitted.'),
    ),
    ['intercepted', 'network', 'unclear'],
    'vendor documentation of response pages',
  ),
  ...both(
    'Umbrella’s page',
    errorPage(403, 'Site Blocked', 'This site is blocked because of a Cisco Umbrella policy setting.', {
      server: 'Cisco Umbrella',
    }),
    ['intercepted'],
    CASES,
  ),
  row(
    'OpenDNS’s redirect',
    atSignIn(redirect('https://block.opendns.com/?url=xray&server=fra1&prefs=&nref')),
    ['intercepted'],
    REPORTS,
  ),
  ...both(
    'Websense’s page with a 200',
    html(200, '<!-- Copyright Websense, Inc. --><html><title>Access to this site is blocked</title></html>', {
      via: '1.0 localhost.localdomain',
    }),
    ['intercepted'],
    REPORTS,
  ),
  row(
    'Forcepoint’s redirect without TLS',
    atData(redirect('http://10.1.1.1:15871/cgi-bin/blockpage.cgi?ws-session=4302062')),
    ['intercepted'],
    REPORTS,
  ),
  ...both(
    'Sophos’ page',
    errorPage(403, 'Blocked request: Sophos Firewall', 'The page was blocked by your administrator.'),
    ['intercepted', 'unclear'],
    FINGERPRINT,
  ),
  row(
    'Check Point’s UserCheck',
    atSignIn(redirect('https://gw.acme.test/UserCheck/PortalMain?IID=0')),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'Barracuda’s page',
    atData(
      errorPage(
        403,
        'Access Denied',
        'The link you are accessing has been blocked by the Barracuda filter.',
        {
          server: 'BarracudaHTTP 4.0',
        },
      ),
    ),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'SonicWall’s page',
    atSignIn(
      errorPage(403, 'Web Site Blocked', 'This request is blocked by the SonicWALL.', {
        server: 'SonicWALL',
      }),
    ),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'WatchGuard’s page',
    atSignIn(errorPage(403, 'Denied', 'Request denied by WatchGuard Firewall.', { server: 'WatchGuard' })),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'squidGuard’s redirect',
    atSignIn(redirect('http://pfsense.acme.test/sgerror.php?url=403&a=10.0.0.4&n=&i=&s=default')),
    ['intercepted'],
    REPORTS,
  ),
  row(
    'Cato’s page',
    atSignIn(errorPage(403, 'Access Denied', 'Blocked by Cato Networks, per company policy.')),
    ['intercepted', 'unclear'],
    FINGERPRINT,
  ),
  row(
    'iboss’s redirect',
    atData(redirect('https://block.iboss.com/ibreports/web')),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'Menlo’s redirect',
    atData(redirect('https://safe.menlosecurity.com/https://xray.cloud.getxray.app/')),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'Cloudflare Gateway’s page',
    atSignIn(
      errorPage(403, 'Access blocked', 'Blocked by your organization with Cloudflare Gateway.', {
        server: 'cloudflare',
        'cf-ray': '0000000000fake00-FRA',
      }),
    ),
    ['intercepted', 'unclear'],
    'vendor documentation of its block page',
  ),
  row(
    'Defender for Cloud Apps’ redirect',
    atSignIn(redirect('https://mcas-proxyweb.mcas.ms/certificate-checker?login=false')),
    ['intercepted'],
    'Atlassian’s documentation and public reports',
  ),
  row(
    'Kaspersky’s page with a 200',
    atData(errorPage(200, 'Access denied', 'Kaspersky: the requested web page cannot be provided.')),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'ESET’s page',
    atSignIn(errorPage(403, 'Access blocked', 'ESET Endpoint Security has blocked this web page.')),
    ['intercepted', 'unclear'],
    FINGERPRINT,
  ),
  row(
    'a parental control',
    atSignIn(errorPage(403, 'Not now', 'Qustodio: this site is not allowed for you.')),
    ['intercepted', 'unclear'],
    FINGERPRINT,
  ),
  row(
    'Pi-hole’s empty 200',
    atData(http(200, { 'x-pi-hole': 'A black hole for Internet advertisements.' })),
    ['intercepted', 'unclear'],
    'public documentation of Pi-hole',
  ),
  row(
    'an emptied page of a school’s filter, a 204 of text',
    atData(raw(head(204, { 'content-type': 'text/plain; charset=UTF-8' }))),
    ['intercepted', 'unclear'],
    'a block page that answers 204, public report',
  ),
  row(
    'a country’s block page, 451',
    atSignIn(errorPage(451, 'Unavailable For Legal Reasons', 'Blocked by order of a court.')),
    ['intercepted', 'unclear'],
    'RFC 7725 and national block pages',
  ),
  row(
    'a country’s redirect',
    atSignIn(redirect('http://warning.example.test/i1.html')),
    ['intercepted'],
    'national block pages',
  ),
  row(
    'a page that allows no visit from another region',
    atData(errorPage(403, 'Blocked', 'Access from another region is not permitted by policy.')),
    ['intercepted', 'unclear'],
    'geographic block pages, the words of the region text',
  ),
  row('a filter’s plain words', atSignIn(text(403, 'Access denied by security policy')), ['unclear'], CASES, {
    quotes: 'Access denied by security policy',
  }),
];
