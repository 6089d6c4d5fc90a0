import { json } from '../wire-answer.ts';
import {
  atData,
  atSignIn,
  both,
  cloudfrontPage,
  EMPTY_ZIP,
  errorPage,
  everywhere,
  rows,
  takesKeys,
  xrayError,
  xrayHttp,
  xrayJson,
  xrayText,
} from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const CASES = 'public cases of Xray’s answers';
const FACTS = 'Xray’s documentation of the sign-in and public reports';

const inTwoMinutes = (): string => new Date(Date.now() + 120_000).toString();

/** Limits of Xray and of others; a wait is told on a 200 too, and is no limit there. */
export const LIMITS: readonly OutsideRow[] = rows({
  'a 429 without words': both(xrayHttp(429)).allows('rate-limited', FACTS),
  'a 429 with a decimal wait': both(xrayError(429, 'Too many requests', { 'retry-after': '59.86' })).allows(
    'rate-limited',
    FACTS,
  ),
  'a 429 that tells its end as a date in X-RateLimit-Reset': atData(
    xrayText(429, 'Rate limit exceeded', {
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': inTwoMinutes(),
    }),
  ).allows('rate-limited', CASES),
  'a 429 in French': atSignIn(xrayError(429, 'Trop de requêtes. Réessayez plus tard.')).allows(
    'rate-limited',
    'public reports of Xray’s data calls, messages in the site’s language',
  ),
  'a 429 whose words speak of credentials': atSignIn(
    xrayError(429, 'Too many failed authentications with these credentials.'),
  ).allows('rate-limited unclear', 'ordinary words of a lock after many attempts'),
  'a 429 that speaks of the region': atData(xrayError(429, 'Too many requests in this region.')).allows(
    'rate-limited',
    'ordinary words of regional limits',
  ),
  'Amazon’s gateway limits': atData(
    json(429, { message: 'Too Many Requests' }, { 'x-amzn-errortype': 'TooManyRequestsException' }),
  ).allows('rate-limited unclear intercepted', 'errors of gateways in public bug reports'),
  'Cloudflare limits': atSignIn(
    errorPage(429, 'Error 1015', 'You are being rate limited', {
      server: 'cloudflare',
      'cf-ray': '0000000000fake00-FRA',
    }),
  ).allows('rate-limited unclear intercepted', 'errors of gateways in public bug reports'),
  'CloudFront’s page with a 429': atData(cloudfrontPage(429, 'Too many requests.')).allows(
    'rate-limited unclear',
    'CloudFront’s documentation of its errors',
  ),
  'a filter’s page with a 429': atSignIn(
    errorPage(429, 'Too many requests', 'Slow down.', { server: 'Zscaler/6.2' }),
  ).allows('intercepted rate-limited unclear', 'a limit that the filter sets'),
  'the weaker neighbour: a limit is told on a 200 and on a whole zip': everywhere({
    signIn: (token) => xrayJson(200, token, { 'retry-after': '59.86', 'x-ratelimit-remaining': '3' }),
    data: xrayHttp(
      200,
      { 'content-type': 'application/octet-stream', 'retry-after': '59.86', 'x-ratelimit-remaining': '0' },
      EMPTY_ZIP,
    ),
  }).allows('healthy', FACTS),
  'the weaker neighbour: a wait on a 503': everywhere(
    takesKeys(xrayError(503, 'Service Unavailable', { 'retry-after': '30' })),
  ).allows('xray-unavailable', 'the verdicts’ definitions: any other 5xx'),
  'words of a limit under a 403': atData(xrayError(403, 'Rate limit exceeded for this API key.')).allows(
    'rate-limited unclear',
    'limits of other vendors’ interfaces',
    { quotes: 'Rate limit exceeded' },
  ),
});
