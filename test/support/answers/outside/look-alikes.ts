import { http, json, text } from '../wire-answer.ts';
import {
  atData,
  atSignIn,
  errorPage,
  everywhere,
  html,
  rows,
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
  ].flatMap((words) =>
    rows({
      [`not found, and no issue: ${words}`]: atData(xrayError(404, words)).allows('unclear', NOT_FOUND, {
        quotes: words,
      }),
    }),
  ),
  ...rows({
    'not found in a web server’s page': atData(
      errorPage(404, 'Not Found', 'The requested URL /api/v2/export/cucumber was not found.'),
    ).allows('unclear intercepted', NOT_FOUND),
    'not found as plain text of nobody’s': atData(text(404, 'Not Found')).allows(
      'unclear intercepted',
      NOT_FOUND,
    ),
    'the stronger neighbour: an issue that was not found, without its key': atData(
      xrayError(404, 'Issue not found.'),
    ).allows('healthy unclear', NOT_FOUND),
    'an asked key in a refusal of a right': atData(
      xrayError(403, 'You are not allowed to see DEMO-6.'),
    ).allows('unclear healthy', 'the verdicts’ definitions: healthy is a 400 or a 404', {
      quotes: 'not allowed to see DEMO-6',
    }),
    'an asked key in an error of the server': atData(xrayError(500, 'Failed to export DEMO-6.')).allows(
      'xray-unavailable unclear',
      'the verdicts’ definitions: healthy is a 400 or a 404',
    ),

    // "Keys" that are no credentials.
    'keys of issues at the data call': atData(xrayError(400, 'The parameter "keys" is invalid.')).allows(
      'unclear healthy',
      WORDS,
    ),
    'a field that is missing at the sign-in': atSignIn(xrayError(400, '"client_id" is required')).allows(
      'unclear credentials-rejected',
      WORDS,
    ),
    'a request that is too big at the sign-in': atSignIn(xrayError(413, 'request entity too large')).allows(
      'unclear',
      WORDS,
      { quotes: 'request entity too large' },
    ),
    'the user agent is refused at the sign-in': atSignIn(xrayText(403, 'User-Agent not allowed.')).allows(
      'unclear intercepted',
      WORDS,
      { quotes: 'User-Agent not allowed' },
    ),

    // "Region" and "license" that mean something else.
    'the service is closed in a country': atSignIn(
      xrayText(451, 'This service is not available in your region.'),
    ).allows('unclear intercepted', 'geographic refusals', { quotes: 'not available in your region' }),
    'a licence of software at the foot of a gateway’s page': atSignIn(
      errorPage(403, 'Forbidden', 'Powered by a gateway under the Apache License 2.0.'),
    ).allows('unclear intercepted', 'footers of error pages'),
    'a driver’s licence: a portal that wants an identity card': atSignIn(
      errorPage(200, 'Guest access', 'Show your passport or driving licence at the desk.'),
    ).allows('intercepted', 'captive portals, public reports'),
  }),

  // A 200 that holds nothing of what was asked for.
  ...[{}, [], null, { error: null }, { errors: [] }].flatMap((value) =>
    rows({
      [`a 200 with ${JSON.stringify(value)} at the data call`]: atData(xrayJson(200, value)).allows(
        'unclear',
        'the verdicts’ definitions: a zip, a feature text or nothing',
      ),
    }),
  ),
  ...rows({
    'the shell of a web application at the data call, through CloudFront': atData(
      xrayHttp(200, { 'content-type': 'text/html' }, '<!doctype html><title>Xray</title><div id="root">'),
    ).allows('unclear intercepted', 'single-page applications answer every address'),
    'the shell of a web application at the sign-in': atSignIn(
      html(200, '<!doctype html><title>App</title><div id="root"></div>'),
    ).allows('intercepted unclear', 'single-page applications answer every address'),
    'one who says OK to everything': everywhere({ signIn: text(200, 'OK'), data: text(200, 'OK') }).allows(
      'unclear intercepted',
      'test servers and emptied answers',
    ),
    'one who says {"status":"blocked"} to everything': everywhere({
      signIn: json(200, { status: 'blocked' }),
      data: json(200, { status: 'blocked' }),
    }).allows('unclear intercepted', 'filters with an interface of their own'),
    'a filter that speaks JSON under Xray’s name for errors': atData(
      json(403, { error: 'Blocked by Zscaler policy: file type archive.' }),
    ).allows('intercepted unclear', 'filters answer in the form that was asked for'),
    'the same filter at the sign-in': atSignIn(
      json(403, { error: 'Blocked by Zscaler policy: category unknown.' }),
    ).allows('intercepted unclear', 'filters answer in the form that was asked for'),

    // More makers.
    'Meraki’s filter': atData(
      redirect('http://wired.meraki.com:8090/blocked.cgi?blocked_server=192.0.2.1'),
    ).allows('intercepted', FINGERPRINT),
    'a school’s filter': atSignIn(
      redirect('https://www.securly.com/blocked?useremail=&reason=domainblockedforuser'),
    ).allows('intercepted', FINGERPRINT),
    'Kerio’s sign-in': atSignIn(redirect('https://gw.acme.test:4081/nonauth/index.php?orig=xray')).allows(
      'intercepted',
      FINGERPRINT,
    ),
    'Trend Micro’s page': atData(
      errorPage(403, 'IWSS Security Event', 'URL blocked by Trend Micro InterScan Web Security.'),
    ).allows('intercepted unclear', FINGERPRINT),
    'Microsoft’s Forefront': atSignIn(
      errorPage(403, 'Network Access Message', 'The server denied the specified URL. (12202)'),
    ).allows('intercepted unclear', FINGERPRINT),
  }),
];
