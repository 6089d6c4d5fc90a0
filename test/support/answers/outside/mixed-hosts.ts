import { http } from '../wire-answer.ts';
import type { HostRow } from '../table.ts';
import {
  cloudfrontPage,
  errorPage,
  everywhere,
  hosts,
  rows,
  takesKeys,
  WORKS,
  xrayError,
  xrayHttp,
  xrayJson,
} from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const FACTS = 'Xray’s documentation of its hosts';
const CASES = 'public cases of Xray’s answers';
const DESIGN = 'the verdicts’ definitions: the global host decides, the regional ones explain';

const REGION = takesKeys(
  xrayError(401, 'Xray data is in another region. Contact support to migrate Xray data to current region.'),
);
const NO_KEYS: HostRow = { signIn: xrayError(401, 'Authentication failed. Invalid client credentials!') };
const UNAUTHORIZED = takesKeys(xrayError(401, 'Unauthorized'));
const BROKEN = takesKeys(xrayError(500, 'Internal error'));
const LAMBDA = takesKeys(
  cloudfrontPage(
    503,
    "The Lambda function associated with the CloudFront distribution is invalid or doesn't have the required permissions.",
    { 'x-cache': 'LambdaValidationError from cloudfront' },
  ),
);
const FILTER: HostRow = {
  signIn: errorPage(403, 'Internet Security by Zscaler', 'Blocked.', { server: 'Zscaler/6.2' }),
};
const FILTERED_ZIP = takesKeys(
  errorPage(403, 'File blocked', 'Zip files are blocked.', { server: 'Zscaler/6.2' }),
);
const FAR: HostRow = { signIn: xrayError(503, 'Service Unavailable') };

const regions = (us: HostRow, eu: HostRow, au: HostRow) => ({ us, eu, au });

/** Hosts that do not agree. */
export const MIXED_HOSTS: readonly OutsideRow[] = rows({
  'all say another region': everywhere(REGION).allows('residency', FACTS),
  'global says another region, one works': hosts({
    global: REGION,
    regions: regions(REGION, WORKS, REGION),
  }).allows('residency', FACTS),
  'global works, the others say another region': hosts({
    global: WORKS,
    regions: regions(REGION, REGION, REGION),
  }).allows('healthy', FACTS),
  'global works, the others refuse the keys': hosts({
    global: WORKS,
    regions: regions(NO_KEYS, NO_KEYS, NO_KEYS),
  }).allows('healthy', FACTS),
  'global says another region, the others refuse the keys': hosts({
    global: REGION,
    regions: regions(NO_KEYS, NO_KEYS, NO_KEYS),
  }).allows('residency', CASES),
  'global refuses the keys, the others say another region': hosts({
    global: NO_KEYS,
    regions: regions(REGION, REGION, REGION),
  }).allows('residency-suspected unclear', CASES),
  'global refuses the keys, one works': hosts({
    global: NO_KEYS,
    regions: regions(NO_KEYS, WORKS, NO_KEYS),
  }).allows('residency-suspected', DESIGN),
  'global refuses the keys, one takes them and is broken': hosts({
    global: NO_KEYS,
    regions: regions(NO_KEYS, BROKEN, NO_KEYS),
  }).allows('residency-suspected unclear', DESIGN),
  'all refuse the keys': everywhere(NO_KEYS).allows(
    'credentials-rejected',
    'Xray’s documentation of the sign-in and public reports',
  ),
  'global refuses the keys, the others cannot be asked': hosts({
    global: NO_KEYS,
    regions: regions(FAR, FAR, FAR),
  }).allows('credentials-rejected unclear', DESIGN),
  'global refuses the keys, a filter stops the others': hosts({
    global: NO_KEYS,
    regions: regions(FILTER, FILTER, FILTER),
  }).allows('credentials-rejected unclear', DESIGN),
  'a filter stops global only, the others work': hosts({
    global: FILTER,
    regions: regions(WORKS, WORKS, WORKS),
  }).allows('intercepted', DESIGN),
  'a filter stops global only, the others say another region': hosts({
    global: FILTER,
    regions: regions(REGION, REGION, REGION),
  }).allows('intercepted unclear', DESIGN),
  'a filter stops global’s zip, one region works': hosts({
    global: FILTERED_ZIP,
    regions: regions(REGION, WORKS, REGION),
  }).allows('intercepted', 'the verdicts’ definitions: a page is not Xray, whatever its status'),
  'a filter stops the others, global says another region': hosts({
    global: REGION,
    regions: regions(FILTER, FILTER, FILTER),
  }).allows('residency', DESIGN),
  'a filter stops the others, global works': hosts({
    global: WORKS,
    regions: regions(FILTER, FILTER, FILTER),
  }).allows('healthy', DESIGN),
  'an empty 401 of Xray’s at global, one works': hosts({
    global: takesKeys(xrayHttp(401)),
    regions: regions(REGION, WORKS, REGION),
  }).allows('residency-suspected', DESIGN),
  'a bare refusal at global, one works': hosts({
    global: UNAUTHORIZED,
    regions: regions(UNAUTHORIZED, WORKS, UNAUTHORIZED),
  }).allows('residency-suspected', DESIGN),
  'the weaker neighbour: a refusal for want of a right at global, one works': hosts({
    global: takesKeys(xrayError(403, 'User does not have permission to browse project DEMO')),
    regions: regions(REGION, WORKS, REGION),
  }).allows('residency-suspected unclear healthy', DESIGN),
  'global is broken, one works': hosts({ global: BROKEN, regions: regions(BROKEN, WORKS, BROKEN) }).allows(
    'residency-suspected',
    DESIGN,
  ),
  'all are broken': everywhere(BROKEN).allows('xray-unavailable', DESIGN),
  'global has the Lambda page, one works': hosts({
    global: LAMBDA,
    regions: regions(LAMBDA, WORKS, LAMBDA),
  }).allows('residency-suspected', 'public reports of Xray’s data calls'),
  'global has the Lambda page, the others say another region': hosts({
    global: LAMBDA,
    regions: regions(REGION, REGION, REGION),
  }).allows('residency-suspected residency', 'public reports of Xray’s data calls'),
  'the licence at global, one works': hosts({
    global: { signIn: xrayError(401, 'The Xray license has expired.') },
    regions: regions(WORKS, WORKS, WORKS),
  }).allows('licence unclear residency-suspected', DESIGN),
  'global limits, one works': hosts({
    global: { signIn: xrayHttp(429, { 'retry-after': '60' }) },
    regions: regions(REGION, WORKS, REGION),
  }).allows('rate-limited', DESIGN),
  'global moves data, one works': hosts({
    global: takesKeys(xrayError(409, 'Tenant is locked while its data is moved.')),
    regions: regions(REGION, WORKS, REGION),
  }).allows('residency-suspected', CASES),
  'global tells no token that we can read, one works': hosts({
    global: { signIn: (token) => xrayJson(200, { access_token: token }) },
    regions: regions(WORKS, WORKS, WORKS),
  }).allows('unclear', CASES),
  'global’s token is refused, one works': hosts({
    global: takesKeys(xrayError(401, 'Invalid JWT: JsonWebTokenError: jwt malformed')),
    regions: regions(REGION, WORKS, REGION),
  }).allows('unclear residency-suspected', 'public reports of Xray’s data calls'),
  'global is not reached by its data call, one works': hosts({
    global: takesKeys({ does: 'reset' }),
    regions: regions(REGION, WORKS, REGION),
  }).allows('network', DESIGN),
  'a page of nobody’s at global’s sign-in, all others refuse the keys': hosts({
    global: { signIn: http(403, { 'content-type': 'text/html' }, '<h1>Forbidden</h1>') },
    regions: regions(NO_KEYS, NO_KEYS, NO_KEYS),
  }).allows('unclear intercepted', DESIGN),
});
