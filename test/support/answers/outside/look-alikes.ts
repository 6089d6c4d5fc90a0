import { http, json, text } from '../wire-answer.ts';
import {
  atData,
  atSignIn,
  errorPage,
  everywhere,
  html,
  row,
  xrayError,
  xrayHttp,
  xrayJson,
  xrayText,
} from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const FINGERPRINT = 'public lists of block pages and their headers';
const WORDS = 'ordinary words of web interfaces';
const NOT_FOUND = 'the verdicts’ definitions: an asked key or an issue is named';

const redirect = (location: string) => http(302, { location });

/** Words and shapes that are nearly those that we look for. */
export const LOOK_ALIKES: readonly OutsideRow[] = [
  // "Not found", and no issue.
  ...[
    'User not found.',
    'Endpoint not found.',
    'The requested resource was not found on this server.',
    'Route GET:/api/v2/export/cucumber not found',
    'Client not found for tenant.',
  ].map((words) =>
    row(`not found, and no issue: ${words}`, atData(xrayError(404, words)), ['unclear'], NOT_FOUND, {
      quotes: words,
    }),
  ),
  row(
    'not found in a web server’s page',
    atData(errorPage(404, 'Not Found', 'The requested URL /api/v2/export/cucumber was not found.')),
    ['unclear', 'intercepted'],
    NOT_FOUND,
  ),
  row(
    'not found as plain text of nobody’s',
    atData(text(404, 'Not Found')),
    ['unclear', 'intercepted'],
    NOT_FOUND,
  ),
  row(
    'the stronger neighbour: an issue that was not found, without its key',
    atData(xrayError(404, 'Issue not found.')),
    ['healthy', 'unclear'],
    NOT_FOUND,
  ),
  row(
    'an asked key in a refusal of a right',
    atData(xrayError(403, 'You are not allowed to see DEMO-6.')),
    ['unclear', 'healthy'],
    'the verdicts’ definitions: healthy is a 400 or a 404',
    { quotes: 'not allowed to see DEMO-6' },
  ),
  row(
    'an asked key in an error of the server',
    atData(xrayError(500, 'Failed to export DEMO-6.')),
    ['xray-unavailable', 'unclear'],
    'the verdicts’ definitions: healthy is a 400 or a 404',
  ),

  // "Keys" that are no credentials.
  row(
    'keys of issues at the data call',
    atData(xrayError(400, 'The parameter "keys" is invalid.')),
    ['unclear', 'healthy'],
    WORDS,
  ),
  row(
    'a field that is missing at the sign-in',
    atSignIn(xrayError(400, '"client_id" is required')),
    ['unclear', 'credentials-rejected'],
    WORDS,
  ),
  row(
    'a request that is too big at the sign-in',
    atSignIn(xrayError(413, 'request entity too large')),
    ['unclear'],
    WORDS,
    { quotes: 'request entity too large' },
  ),
  row(
    'the user agent is refused at the sign-in',
    atSignIn(xrayText(403, 'User-Agent not allowed.')),
    ['unclear', 'intercepted'],
    WORDS,
    { quotes: 'User-Agent not allowed' },
  ),

  // "Region" and "license" that mean something else.
  row(
    'the service is closed in a country',
    atSignIn(xrayText(451, 'This service is not available in your region.')),
    ['unclear', 'intercepted'],
    'geographic refusals',
    { quotes: 'not available in your region' },
  ),
  row(
    'a licence of software at the foot of a gateway’s page',
    atSignIn(errorPage(403, 'Forbidden', 'Powered by a gateway under the Apache License 2.0.')),
    ['unclear', 'intercepted'],
    'footers of error pages',
  ),
  row(
    'a driver’s licence: a portal that wants an identity card',
    atSignIn(errorPage(200, 'Guest access', 'Show your passport or driving licence at the desk.')),
    ['intercepted'],
    'captive portals, public reports',
  ),

  // A 200 that holds nothing of what was asked for.
  ...[{}, [], null, { error: null }, { errors: [] }].map((value) =>
    row(
      `a 200 with ${JSON.stringify(value)} at the data call`,
      atData(xrayJson(200, value)),
      ['unclear'],
      'the verdicts’ definitions: a zip, a feature text or nothing',
    ),
  ),
  row(
    'the shell of a web application at the data call, through CloudFront',
    atData(
      xrayHttp(200, { 'content-type': 'text/html' }, '<!doctype html><title>Xray</title><div id="root">'),
    ),
    ['unclear', 'intercepted'],
    'single-page applications answer every address',
  ),
  row(
    'the shell of a web application at the sign-in',
    atSignIn(html(200, '<!doctype html><title>App</title><div id="root"></div>')),
    ['intercepted', 'unclear'],
    'single-page applications answer every address',
  ),
  row(
    'one who says OK to everything',
    everywhere({ signIn: text(200, 'OK'), data: text(200, 'OK') }),
    ['unclear', 'intercepted'],
    'test servers and emptied answers',
  ),
  row(
    'one who says {"status":"blocked"} to everything',
    everywhere({ signIn: json(200, { status: 'blocked' }), data: json(200, { status: 'blocked' }) }),
    ['unclear', 'intercepted'],
    'filters with an interface of their own',
  ),
  row(
    'a filter that speaks JSON under Xray’s name for errors',
    atData(json(403, { error: 'Blocked by Zscaler policy: file type archive.' })),
    ['intercepted', 'unclear'],
    'filters answer in the form that was asked for',
  ),
  row(
    'the same filter at the sign-in',
    atSignIn(json(403, { error: 'Blocked by Zscaler policy: category unknown.' })),
    ['intercepted', 'unclear'],
    'filters answer in the form that was asked for',
  ),

  // More makers.
  row(
    'Meraki’s filter',
    atData(redirect('http://wired.meraki.com:8090/blocked.cgi?blocked_server=192.0.2.1')),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'a school’s filter',
    atSignIn(redirect('https://www.securly.com/blocked?useremail=&reason=domainblockedforuser')),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'Kerio’s sign-in',
    atSignIn(redirect('https://gw.acme.test:4081/nonauth/index.php?orig=xray')),
    ['intercepted'],
    FINGERPRINT,
  ),
  row(
    'Trend Micro’s page',
    atData(errorPage(403, 'IWSS Security Event', 'URL blocked by Trend Micro InterScan Web Security.')),
    ['intercepted', 'unclear'],
    FINGERPRINT,
  ),
  row(
    'Microsoft’s Forefront',
    atSignIn(errorPage(403, 'Network Access Message', 'The server denied the specified URL. (12202)')),
    ['intercepted', 'unclear'],
    FINGERPRINT,
  ),
];
