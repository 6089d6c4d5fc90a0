import { http } from '../wire-answer.ts';
import type { HostRow } from '../table.ts';
import {
  cloudfrontPage,
  errorPage,
  everywhere,
  row,
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
export const MIXED_HOSTS: readonly OutsideRow[] = [
  row('all say another region', everywhere(REGION), ['residency'], FACTS),
  row(
    'global says another region, one works',
    { global: REGION, regions: regions(REGION, WORKS, REGION) },
    ['residency'],
    FACTS,
  ),
  row(
    'global works, the others say another region',
    { global: WORKS, regions: regions(REGION, REGION, REGION) },
    ['healthy'],
    FACTS,
  ),
  row(
    'global works, the others refuse the keys',
    { global: WORKS, regions: regions(NO_KEYS, NO_KEYS, NO_KEYS) },
    ['healthy'],
    FACTS,
  ),
  row(
    'global says another region, the others refuse the keys',
    { global: REGION, regions: regions(NO_KEYS, NO_KEYS, NO_KEYS) },
    ['residency'],
    CASES,
  ),
  row(
    'global refuses the keys, the others say another region',
    { global: NO_KEYS, regions: regions(REGION, REGION, REGION) },
    ['residency-suspected', 'unclear'],
    CASES,
  ),
  row(
    'global refuses the keys, one works',
    { global: NO_KEYS, regions: regions(NO_KEYS, WORKS, NO_KEYS) },
    ['residency-suspected'],
    DESIGN,
  ),
  row(
    'global refuses the keys, one takes them and is broken',
    { global: NO_KEYS, regions: regions(NO_KEYS, BROKEN, NO_KEYS) },
    ['residency-suspected', 'unclear'],
    DESIGN,
  ),
  row(
    'all refuse the keys',
    everywhere(NO_KEYS),
    ['credentials-rejected'],
    'Xray’s documentation of the sign-in and public reports',
  ),
  row(
    'global refuses the keys, the others cannot be asked',
    { global: NO_KEYS, regions: regions(FAR, FAR, FAR) },
    ['credentials-rejected', 'unclear'],
    DESIGN,
  ),
  row(
    'global refuses the keys, a filter stops the others',
    { global: NO_KEYS, regions: regions(FILTER, FILTER, FILTER) },
    ['credentials-rejected', 'unclear'],
    DESIGN,
  ),
  row(
    'a filter stops global only, the others work',
    { global: FILTER, regions: regions(WORKS, WORKS, WORKS) },
    ['intercepted'],
    DESIGN,
  ),
  row(
    'a filter stops global only, the others say another region',
    { global: FILTER, regions: regions(REGION, REGION, REGION) },
    ['intercepted', 'unclear'],
    DESIGN,
  ),
  row(
    'a filter stops global’s zip, one region works',
    { global: FILTERED_ZIP, regions: regions(REGION, WORKS, REGION) },
    ['intercepted'],
    'the verdicts’ definitions: a page is not Xray, whatever its status',
  ),
  row(
    'a filter stops the others, global says another region',
    { global: REGION, regions: regions(FILTER, FILTER, FILTER) },
    ['residency'],
    DESIGN,
  ),
  row(
    'a filter stops the others, global works',
    { global: WORKS, regions: regions(FILTER, FILTER, FILTER) },
    ['healthy'],
    DESIGN,
  ),
  row(
    'an empty 401 of Xray’s at global, one works',
    { global: takesKeys(xrayHttp(401)), regions: regions(REGION, WORKS, REGION) },
    ['residency-suspected'],
    DESIGN,
  ),
  row(
    'a bare refusal at global, one works',
    { global: UNAUTHORIZED, regions: regions(UNAUTHORIZED, WORKS, UNAUTHORIZED) },
    ['residency-suspected'],
    DESIGN,
  ),
  row(
    'the weaker neighbour: a refusal for want of a right at global, one works',
    {
      global: takesKeys(xrayError(403, 'User does not have permission to browse project DEMO')),
      regions: regions(REGION, WORKS, REGION),
    },
    ['residency-suspected', 'unclear', 'healthy'],
    DESIGN,
  ),
  row(
    'global is broken, one works',
    { global: BROKEN, regions: regions(BROKEN, WORKS, BROKEN) },
    ['residency-suspected'],
    DESIGN,
  ),
  row('all are broken', everywhere(BROKEN), ['xray-unavailable'], DESIGN),
  row(
    'global has the Lambda page, one works',
    { global: LAMBDA, regions: regions(LAMBDA, WORKS, LAMBDA) },
    ['residency-suspected'],
    'public reports of Xray’s data calls',
  ),
  row(
    'global has the Lambda page, the others say another region',
    { global: LAMBDA, regions: regions(REGION, REGION, REGION) },
    ['residency-suspected', 'residency'],
    'public reports of Xray’s data calls',
  ),
  row(
    'the licence at global, one works',
    {
      global: { signIn: xrayError(401, 'The Xray license has expired.') },
      regions: regions(WORKS, WORKS, WORKS),
    },
    ['licence', 'unclear', 'residency-suspected'],
    DESIGN,
  ),
  row(
    'global limits, one works',
    { global: { signIn: xrayHttp(429, { 'retry-after': '60' }) }, regions: regions(REGION, WORKS, REGION) },
    ['rate-limited'],
    DESIGN,
  ),
  row(
    'global moves data, one works',
    {
      global: takesKeys(xrayError(409, 'Tenant is locked while its data is moved.')),
      regions: regions(REGION, WORKS, REGION),
    },
    ['residency-suspected'],
    CASES,
  ),
  row(
    'global tells no token that we can read, one works',
    {
      global: { signIn: (token) => xrayJson(200, { access_token: token }) },
      regions: regions(WORKS, WORKS, WORKS),
    },
    ['unclear'],
    CASES,
  ),
  row(
    'global’s token is refused, one works',
    {
      global: takesKeys(xrayError(401, 'Invalid JWT: JsonWebTokenError: jwt malformed')),
      regions: regions(REGION, WORKS, REGION),
    },
    ['unclear', 'residency-suspected'],
    'public reports of Xray’s data calls',
  ),
  row(
    'global is not reached by its data call, one works',
    { global: takesKeys({ does: 'reset' }), regions: regions(REGION, WORKS, REGION) },
    ['network'],
    DESIGN,
  ),
  row(
    'a page of nobody’s at global’s sign-in, all others refuse the keys',
    {
      global: { signIn: http(403, { 'content-type': 'text/html' }, '<h1>Forbidden</h1>') },
      regions: regions(NO_KEYS, NO_KEYS, NO_KEYS),
    },
    ['unclear', 'intercepted'],
    DESIGN,
  ),
];
