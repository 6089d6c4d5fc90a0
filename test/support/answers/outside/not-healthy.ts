import type { VerdictKind } from '../../../../src-main/contract/diagnosis.ts';
import { http, json, text } from '../wire-answer.ts';
import { atData, atSignIn, cloudfrontPage, rows, xrayError, xrayHttp, xrayText } from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const CASES = 'public cases of Xray’s answers';
const CLOUDFRONT = 'CloudFront’s documentation of its errors and public reports';
const LAMBDA_WORDS =
  "The Lambda function associated with the CloudFront distribution is invalid or doesn't have the required permissions.";

/** Statuses with words that speak of neither the asked keys nor a missing issue. */
const FOUR_HUNDREDS: readonly (readonly [number, string])[] = [
  [400, 'Bad Request'],
  [404, 'Resource not available'],
  [405, 'Method Not Allowed'],
  [406, 'Not Acceptable'],
  [408, 'Request Timeout'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [413, 'Payload Too Large'],
  [414, 'URI Too Long'],
  [415, 'Unsupported Media Type'],
  [418, 'teapot'],
  [422, 'Unprocessable Entity'],
  [426, 'Upgrade Required'],
];

const FIVE_HUNDREDS: readonly (readonly [number, VerdictKind])[] = [
  [500, 'xray-unavailable'],
  [502, 'xray-unavailable'],
  [503, 'xray-unavailable'],
  [504, 'xray-unavailable'],
];

/** Answers that tell no good news, though some of them come from Xray, and some look like it. */
export const NOT_HEALTHY: readonly OutsideRow[] = [
  ...FOUR_HUNDREDS.flatMap(([status, words]) =>
    rows({
      [`a ${status} without the keys`]: atData(xrayError(status, words)).allows('unclear', CASES, {
        quotes: words,
      }),
    }),
  ),
  ...rows({
    'an empty 400': atData(xrayHttp(400)).allows('unclear', CASES),
    'an empty 404': atData(xrayHttp(404)).allows('unclear', CASES),
    'a 206': atData(xrayHttp(206, {}, 'PK')).allows('unclear', CASES),
    'a 451 in words of Xray’s form': atData(json(451, { error: 'Blocked by company policy' })).allows(
      'unclear intercepted',
      'answers that only look like good news',
    ),
    'a project that Xray cannot get from Jira': atData(
      xrayError(400, 'Error retrieving Project from Jira with key "DEMO": Forbidden'),
    ).allows('unclear healthy', 'an answer of Xray in a public report, in our words', {
      quotes: 'Error retrieving Project from Jira',
    }),
    'a long message about a broken token': atData(xrayError(400, `Invalid JWT: ${'x'.repeat(700)}`)).allows(
      'unclear',
      'answers that only look like good news',
    ),
    'JSON that breaks off in the middle': atData(
      xrayHttp(400, { 'content-type': 'application/json' }, '{"error":"Test issue with key DEM'),
    ).allows('unclear network', 'an answer cut in the middle of its words'),
  }),
  ...FIVE_HUNDREDS.flatMap(([status, kind]) =>
    rows({
      [`Xray’s own ${status} at the data call`]: atData(xrayError(status, 'Internal error')).allows(
        kind,
        'the verdicts’ definitions: any other 5xx',
      ),
    }),
  ),
  ...rows({
    'Xray’s own 500 at the sign-in, as documented': atSignIn(
      xrayText(500, 'An internal error occurred when authenticating the request.'),
    ).allows('xray-unavailable', 'Xray’s documentation of the sign-in and public reports'),
    'an empty 500': atData(http(500)).allows(
      'xray-unavailable unclear',
      'the verdicts’ definitions: any other 5xx',
    ),

    // CloudFront’s own pages.
    'CloudFront’s Lambda page after a token': atData(
      cloudfrontPage(503, LAMBDA_WORDS, { 'x-cache': 'LambdaValidationError from cloudfront' }),
    ).allows('residency-suspected', 'public reports of Xray’s data calls'),
    'CloudFront’s Lambda page under another x-cache': atData(
      cloudfrontPage(503, LAMBDA_WORDS, { 'x-cache': 'LambdaExecutionError from cloudfront' }),
    ).allows('residency-suspected', 'public reports of Xray’s data calls; the same words in public reports'),
    'the weaker neighbour: CloudFront’s Lambda page at the sign-in everywhere': atSignIn(
      cloudfrontPage(503, LAMBDA_WORDS),
    ).allows('xray-unavailable unclear', 'the verdicts’ definitions: a token was issued'),
    'the weaker neighbour: the Lambda words in somebody’s plain text': atData(text(503, LAMBDA_WORDS)).allows(
      'residency-suspected xray-unavailable unclear',
      'the words without CloudFront’s page',
    ),
    'CloudFront’s Lambda gave broken JSON, 502': atData(
      cloudfrontPage(
        502,
        'The Lambda function returned invalid JSON: The JSON output must be an object type.',
        {
          'x-cache': 'LambdaExecutionError from cloudfront',
        },
      ),
    ).allows('xray-unavailable unclear', CLOUDFRONT),
    'CloudFront’s Lambda is at its limit': atData(
      cloudfrontPage(503, 'The Lambda function was throttled.', {
        'x-cache': 'LambdaLimitExceeded from cloudfront',
      }),
    ).allows('xray-unavailable unclear', CLOUDFRONT),
  }),
  ...[502, 504].flatMap((status) =>
    rows({
      [`CloudFront does not reach Xray, ${status}`]: atData(
        cloudfrontPage(status, "CloudFront wasn't able to connect to the origin."),
      ).allows('xray-unavailable unclear', CLOUDFRONT),
    }),
  ),
  ...rows({
    'CloudFront blocks the request': atData(cloudfrontPage(403, 'Request blocked.')).allows(
      'unclear intercepted',
      CLOUDFRONT,
    ),
    'CloudFront blocks the country at the sign-in': atSignIn(
      cloudfrontPage(
        403,
        'The Amazon CloudFront distribution is configured to block access from your country.',
      ),
    ).allows('unclear intercepted', CLOUDFRONT),
    'CloudFront does not understand the request': atSignIn(cloudfrontPage(400, 'Bad request.')).allows(
      'unclear',
      CLOUDFRONT,
    ),
    'Amazon’s storage denies in XML': atData(
      xrayHttp(
        403,
        { 'content-type': 'application/xml', server: 'AmazonS3' },
        '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
      ),
    ).allows('unclear intercepted', CLOUDFRONT),
    'Xray’s path in a server of Java, as XML': atData(
      http(
        404,
        { 'content-type': 'application/xml' },
        '<status><status-code>404</status-code><message>null for uri</message></status>',
      ),
    ).allows('unclear intercepted', 'an answer of Jira’s own in a public report'),
    'a 404 at the sign-in': atSignIn(xrayError(404, 'Not here.')).allows(
      'unclear',
      'the verdicts’ definitions: everything else',
      { quotes: 'Not here.' },
    ),
  }),
];
