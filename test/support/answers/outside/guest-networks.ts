import { http } from '../wire-answer.ts';
import { atData, atSignIn, both, errorPage, hosts, html, rows, xrayError } from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const CASES = 'public cases of filters and guest networks';
const PORTALS = 'captive portals, public reports';

const redirect = (location: string, status = 302) => http(status, { location });

/** Nobody else can sign in to a network for the person. */
const BY_PERSON = { owner: ['you'] } as const;

/** Guest networks that want a sign-in first, and pages that ask for somebody’s sign-in. */
export const GUEST_NETWORKS: readonly OutsideRow[] = rows({
  'a 511': both(
    errorPage(511, 'Network Authentication Required', 'You need to sign in to this network.'),
  ).allows('intercepted', CASES, BY_PERSON),
  'a 511 with captive JSON': atSignIn(
    http(
      511,
      { 'content-type': 'application/captive+json' },
      '{"captive":true,"user-portal-url":"https://portal.acme.test/"}',
    ),
  ).allows('intercepted', 'RFC 6585 and RFC 8908', BY_PERSON),
  'an empty 511': atData(http(511)).allows('intercepted', 'RFC 6585', BY_PERSON),
  'a guest network’s Basic sign-in': atSignIn(
    errorPage(401, 'Authorization Required', 'Please sign in.', {
      'www-authenticate': 'Basic realm="Guest Wi-Fi"',
    }),
  ).allows('intercepted', CASES),
  'a proxy without a tunnel that asks for NTLM': atSignIn(
    errorPage(401, 'Unauthorized', 'Access is denied.', { 'www-authenticate': 'Negotiate, NTLM' }),
  ).allows('intercepted proxy-sign-in', CASES),
  'the stronger neighbour: Xray’s refusal of the keys with a challenge of its own': atSignIn(
    xrayError(401, 'Authentication failed. Invalid client credentials!', { 'www-authenticate': 'Bearer' }),
  ).allows(
    'credentials-rejected',
    'Xray’s documentation of the sign-in and public reports; RFC 9110 wants a challenge on a 401',
  ),
  'a guest page that refuses a room number as invalid credentials': atSignIn(
    errorPage(401, 'Hotel Wi-Fi', 'Authentication failed. Invalid credentials, check your room number.'),
  ).allows('intercepted unclear', PORTALS),
  'Fortinet’s portal': both(
    html(200, '<html><script>window.location="https://192.0.2.1:1003/fgtauth?0fake0fake"</script></html>'),
  ).allows('intercepted', PORTALS),
  'Fortinet’s portal by redirect': atData(redirect('https://192.0.2.1:1003/fgtauth?0fake0fake', 303)).allows(
    'intercepted',
    PORTALS,
  ),
  'UniFi’s portal': atSignIn(redirect('http://192.0.2.1:8880/guest/s/default/?ap=00:00:00:00:00:00')).allows(
    'intercepted',
    PORTALS,
  ),
  'Meraki’s portal': atSignIn(redirect('https://n1.network-auth.com/splash/?mac=00%3A00')).allows(
    'intercepted',
    PORTALS,
  ),
  'Aruba’s portal': atData(redirect('https://securelogin.arubanetworks.com/cgi-bin/login?cmd=login')).allows(
    'intercepted',
    PORTALS,
  ),
  'Cisco’s guest portal': atSignIn(
    redirect('https://ise.acme.test:8443/portal/gateway?action=cwa', 301),
  ).allows('intercepted', PORTALS),
  'a hotspot’s page in German': atSignIn(
    errorPage(200, 'Willkommen im WLAN', 'Bitte melden Sie sich an.'),
  ).allows('intercepted', PORTALS),
  'a hotspot’s page in Spanish at the data call': atData(
    errorPage(200, 'Bienvenido', 'Acepte las condiciones para usar la red.'),
  ).allows('intercepted', PORTALS),
  'a hotspot’s page in Japanese': atSignIn(errorPage(200, 'ログイン', '利用規約に同意してください。')).allows(
    'intercepted',
    PORTALS,
  ),
  'a page that only refreshes itself': atData(
    html(200, '<meta http-equiv="refresh" content="0;url=http://portal.acme.test/login">'),
  ).allows('intercepted', PORTALS),
  'GlobalProtect’s sign-in page': atSignIn(
    errorPage(200, 'GlobalProtect Portal', 'Please enter your login credentials'),
  ).allows('intercepted', PORTALS),
  'a page that wants an Atlassian sign-in': atData(
    errorPage(401, 'Log in with your Atlassian account', 'Enter your email'),
  ).allows('intercepted unclear', CASES),
  'a redirect to Atlassian’s sign-in': atData(
    redirect('https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net'),
  ).allows('intercepted unclear', 'public cases of filters and pasted addresses'),
  'a company’s single sign-on, posted by script': atSignIn(
    html(200, '<form method="post" action="https://sso.acme.test/saml"><input name="SAMLRequest"></form>'),
  ).allows('intercepted', 'identity-aware gateways, public reports'),
  'the weaker neighbour: a redirect within Xray': atData(
    redirect('https://eu.xray.cloud.getxray.app/api/v2/export/cucumber', 307),
  ).allows('unclear residency-suspected', 'Xray’s documentation of its hosts, not proven either way'),
  'a guest network answers CONNECT with 511': hosts({ network: { is: 'proxy', status: 511 } }).allows(
    'intercepted network proxy-sign-in',
    CASES,
    { owner: ['network-team', 'you'] },
  ),
  'a guest network answers CONNECT with 302': hosts({ network: { is: 'proxy', status: 302 } }).allows(
    'intercepted network proxy-sign-in',
    CASES,
  ),
  'a proxy forbids the tunnel': hosts({ network: { is: 'proxy', status: 403 } }).allows(
    'intercepted network',
    'CONNECT refusals, public reports',
  ),
  'a proxy cannot reach Xray': hosts({ network: { is: 'proxy', status: 504 } }).allows(
    'intercepted network',
    'CONNECT refusals, public reports',
  ),
  'a proxy wants a sign-in': hosts({ network: { is: 'proxy', status: 407 } }).allows(
    'proxy-sign-in',
    'public cases of filters; RFC 9110',
  ),
  'a 407 inside of the tunnel': atSignIn(
    errorPage(407, 'Proxy Authentication Required', '', { 'proxy-authenticate': 'Negotiate, NTLM' }),
  ).allows('proxy-sign-in', CASES),
  'a certificate of an inspecting box that is not trusted': hosts({
    network: { is: 'certificate', wish: {}, issuer: 'Netskope Inc.' },
  }).allows('tls-untrusted', 'public cases of filters and guest networks'),
});
