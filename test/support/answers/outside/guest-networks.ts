import { http } from '../wire-answer.ts';
import { atData, atSignIn, both, errorPage, html, row, xrayError } from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const CASES = 'public cases of filters and guest networks';
const PORTALS = 'captive portals, public reports';

const redirect = (location: string, status = 302) => http(status, { location });

/** Nobody else can sign in to a network for the person. */
const BY_PERSON = { owner: ['you'] } as const;

/** Guest networks that want a sign-in first, and pages that ask for somebody’s sign-in. */
export const GUEST_NETWORKS: readonly OutsideRow[] = [
  ...both(
    'a 511',
    errorPage(511, 'Network Authentication Required', 'You need to sign in to this network.'),
    ['intercepted'],
    CASES,
    BY_PERSON,
  ),
  row(
    'a 511 with captive JSON',
    atSignIn(
      http(
        511,
        { 'content-type': 'application/captive+json' },
        '{"captive":true,"user-portal-url":"https://portal.acme.test/"}',
      ),
    ),
    ['intercepted'],
    'RFC 6585 and RFC 8908',
    BY_PERSON,
  ),
  row('an empty 511', atData(http(511)), ['intercepted'], 'RFC 6585', BY_PERSON),
  row(
    'a guest network’s Basic sign-in',
    atSignIn(
      errorPage(401, 'Authorization Required', 'Please sign in.', {
        'www-authenticate': 'Basic realm="Guest Wi-Fi"',
      }),
    ),
    ['intercepted'],
    CASES,
  ),
  row(
    'a proxy without a tunnel that asks for NTLM',
    atSignIn(errorPage(401, 'Unauthorized', 'Access is denied.', { 'www-authenticate': 'Negotiate, NTLM' })),
    ['intercepted', 'proxy-sign-in'],
    CASES,
  ),
  row(
    'the stronger neighbour: Xray’s refusal of the keys with a challenge of its own',
    atSignIn(
      xrayError(401, 'Authentication failed. Invalid client credentials!', { 'www-authenticate': 'Bearer' }),
    ),
    ['credentials-rejected'],
    'Xray’s documentation of the sign-in and public reports; RFC 9110 wants a challenge on a 401',
  ),
  row(
    'a guest page that refuses a room number as invalid credentials',
    atSignIn(
      errorPage(401, 'Hotel Wi-Fi', 'Authentication failed. Invalid credentials, check your room number.'),
    ),
    ['intercepted', 'unclear'],
    PORTALS,
  ),
  ...both(
    'Fortinet’s portal',
    html(200, '<html><script>window.location="https://192.0.2.1:1003/fgtauth?0fake0fake"</script></html>'),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'Fortinet’s portal by redirect',
    atData(redirect('https://192.0.2.1:1003/fgtauth?0fake0fake', 303)),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'UniFi’s portal',
    atSignIn(redirect('http://192.0.2.1:8880/guest/s/default/?ap=00:00:00:00:00:00')),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'Meraki’s portal',
    atSignIn(redirect('https://n1.network-auth.com/splash/?mac=00%3A00')),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'Aruba’s portal',
    atData(redirect('https://securelogin.arubanetworks.com/cgi-bin/login?cmd=login')),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'Cisco’s guest portal',
    atSignIn(redirect('https://ise.acme.test:8443/portal/gateway?action=cwa', 301)),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'a hotspot’s page in German',
    atSignIn(errorPage(200, 'Willkommen im WLAN', 'Bitte melden Sie sich an.')),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'a hotspot’s page in Spanish at the data call',
    atData(errorPage(200, 'Bienvenido', 'Acepte las condiciones para usar la red.')),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'a hotspot’s page in Japanese',
    atSignIn(errorPage(200, 'ログイン', '利用規約に同意してください。')),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'a page that only refreshes itself',
    atData(html(200, '<meta http-equiv="refresh" content="0;url=http://portal.acme.test/login">')),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'GlobalProtect’s sign-in page',
    atSignIn(errorPage(200, 'GlobalProtect Portal', 'Please enter your login credentials')),
    ['intercepted'],
    PORTALS,
  ),
  row(
    'a page that wants an Atlassian sign-in',
    atData(errorPage(401, 'Log in with your Atlassian account', 'Enter your email')),
    ['intercepted', 'unclear'],
    CASES,
  ),
  row(
    'a redirect to Atlassian’s sign-in',
    atData(redirect('https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net')),
    ['intercepted', 'unclear'],
    'public cases of filters and pasted addresses',
  ),
  row(
    'a company’s single sign-on, posted by script',
    atSignIn(
      html(200, '<form method="post" action="https://sso.acme.test/saml"><input name="SAMLRequest"></form>'),
    ),
    ['intercepted'],
    'identity-aware gateways, public reports',
  ),
  row(
    'the weaker neighbour: a redirect within Xray',
    atData(redirect('https://eu.xray.cloud.getxray.app/api/v2/export/cucumber', 307)),
    ['unclear', 'residency-suspected'],
    'Xray’s documentation of its hosts, not proven either way',
  ),
  row(
    'a guest network answers CONNECT with 511',
    { network: { is: 'proxy', status: 511 } },
    ['intercepted', 'network', 'proxy-sign-in'],
    CASES,
    { owner: ['network-team', 'you'] },
  ),
  row(
    'a guest network answers CONNECT with 302',
    { network: { is: 'proxy', status: 302 } },
    ['intercepted', 'network', 'proxy-sign-in'],
    CASES,
  ),
  row(
    'a proxy forbids the tunnel',
    { network: { is: 'proxy', status: 403 } },
    ['intercepted', 'network'],
    'CONNECT refusals, public reports',
  ),
  row(
    'a proxy cannot reach Xray',
    { network: { is: 'proxy', status: 504 } },
    ['intercepted', 'network'],
    'CONNECT refusals, public reports',
  ),
  row(
    'a proxy wants a sign-in',
    { network: { is: 'proxy', status: 407 } },
    ['proxy-sign-in'],
    'public cases of filters; RFC 9110',
  ),
  row(
    'a 407 inside of the tunnel',
    atSignIn(
      errorPage(407, 'Proxy Authentication Required', '', { 'proxy-authenticate': 'Negotiate, NTLM' }),
    ),
    ['proxy-sign-in'],
    CASES,
  ),
  row(
    'a certificate of an inspecting box that is not trusted',
    { network: { is: 'certificate', wish: {}, issuer: 'Netskope Inc.' } },
    ['tls-untrusted'],
    'public cases of filters and guest networks',
  ),
];
