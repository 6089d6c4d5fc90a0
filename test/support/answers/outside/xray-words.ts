import type { VerdictKind } from '../../../../src-main/contract/diagnosis.ts';
import { json } from '../wire-answer.ts';
import { atData, atSignIn, row, xrayError, xrayHttp, xrayText } from '../outside-row.ts';
import type { OutsideRow, Place } from '../outside-row.ts';

const CASES = 'public cases of Xray’s answers';

const SUSPECTED: readonly VerdictKind[] = ['residency-suspected'];
const MAYBE_SUSPECTED: readonly VerdictKind[] = ['residency-suspected', 'unclear'];

const LICENCE: readonly (readonly [string, Place])[] = [
  ['the licence at the sign-in, as documented', atSignIn(xrayText(401, 'The Xray license is not valid.'))],
  ['the licence expired at the sign-in', atSignIn(xrayError(401, 'The Xray license has expired.'))],
  ['the licence invalid at the sign-in, as text', atSignIn(xrayText(401, 'Xray license is invalid'))],
  ['a 402 that names the licence', atSignIn(xrayError(402, 'The Xray license has expired.'))],
  ['the licence expired at the data call, 400', atData(xrayError(400, 'The Xray license has expired.'))],
  ['no licence at the data call, 403', atData(xrayError(403, 'No valid license found for Xray'))],
  ['the licence in British letters, 403', atData(xrayError(403, 'The Xray licence has expired.'))],
];

/** What Xray says in words: a move, the licence, the user; each beside a neighbour. */
export const XRAY_WORDS: readonly OutsideRow[] = [
  // A move in progress, and words that only sound like one.
  row(
    'a migration in progress, 400',
    atData(xrayError(400, 'Data migration is in progress. Please try again later.')),
    SUSPECTED,
    CASES,
  ),
  row(
    'a migration in progress, 503',
    atData(
      xrayError(503, 'Data migration is in progress. Please try again later.', { 'retry-after': '600' }),
    ),
    SUSPECTED,
    CASES,
  ),
  row(
    'a migration in progress, 423 as plain text',
    atData(xrayText(423, 'Tenant migration to another region is in progress.')),
    ['residency-suspected', 'residency'],
    CASES,
  ),
  row(
    'a locked tenant, 409',
    atData(xrayError(409, 'Tenant is locked while its data is moved.')),
    SUSPECTED,
    CASES,
  ),
  row(
    'a migration in progress, in French',
    atData(xrayError(400, 'La migration des données est en cours. Veuillez réessayer plus tard.')),
    MAYBE_SUSPECTED,
    'public cases of Xray’s answers, messages in the site’s language',
    { quotes: 'La migration des données est en cours' },
  ),
  row(
    'a migration in progress, in German',
    atData(xrayError(409, 'Die Daten werden gerade in eine andere Region verschoben.')),
    ['residency-suspected', 'residency', 'unclear'],
    'public reports of Xray’s data calls, messages in the site’s language',
    { quotes: 'in eine andere Region verschoben' },
  ),
  row(
    'the weaker neighbour: an interface that has moved to a new version, 410',
    atData(xrayError(410, 'This endpoint was removed. Please migrate to version 2 of the API.')),
    ['unclear'],
    'ordinary words about old interfaces',
    { quotes: 'Please migrate to version 2' },
  ),
  row(
    'the weaker neighbour: maintenance, 503',
    atData(xrayError(503, 'Scheduled maintenance is in progress. Please try again later.')),
    ['xray-unavailable', 'unclear'],
    'ordinary words about maintenance',
  ),
  row(
    'the weaker neighbour: an issue that was moved',
    atData(xrayError(404, 'Issue DEMO-6 was moved to project OPS.')),
    ['healthy', 'unclear'],
    'public cases of Xray’s answers, an asked key is named',
  ),

  // The region in other words.
  row(
    'a different region and the regional endpoint, 400',
    atData(
      xrayError(
        400,
        'The data is in a different region. Please use the regional endpoint eu.xray.cloud.getxray.app.',
      ),
    ),
    ['residency', 'residency-suspected'],
    CASES,
  ),
  row('a misdirected request, 421', atData(xrayError(421, 'Misdirected Request')), MAYBE_SUSPECTED, CASES, {
    quotes: 'Misdirected Request',
  }),
  row(
    'another region in French, 401',
    atData(xrayError(401, 'Les données Xray se trouvent dans une autre région.')),
    ['residency-suspected', 'residency', 'unclear'],
    CASES,
    { quotes: 'dans une autre région' },
  ),
  row(
    'another region in Spanish, 401',
    atData(xrayError(401, 'Los datos de Xray están en otra región. Contacte con soporte.')),
    ['residency-suspected', 'residency', 'unclear'],
    CASES,
    { quotes: 'en otra región' },
  ),
  row(
    'another region in Japanese, 403',
    atData(xrayError(403, 'Xrayのデータは別のリージョンにあります。')),
    ['residency-suspected', 'residency', 'unclear'],
    CASES,
    { quotes: '別のリージョン' },
  ),
  row(
    'the region text at the sign-in',
    atSignIn(
      xrayError(
        401,
        'Xray data is in another region. Contact support to migrate Xray data to current region.',
      ),
    ),
    ['residency', 'residency-suspected'],
    'Xray’s documentation of its hosts, nobody knows where else it is said',
  ),
  row(
    'an empty 401 of Xray’s own at the data call',
    atData(xrayHttp(401)),
    MAYBE_SUSPECTED,
    'the verdicts’ definitions: refused without any words',
  ),
  row(
    'a bare "Unauthorized" of Xray’s own at the data call',
    atData(xrayError(401, 'Unauthorized')),
    MAYBE_SUSPECTED,
    'the verdicts’ definitions: hardly any words',
    { quotes: 'Unauthorized' },
  ),
  row(
    'the weaker neighbour: the same bare word in a gateway’s JSON',
    atData(json(401, { message: 'Unauthorized' }, { 'x-amzn-errortype': 'UnauthorizedException' })),
    ['intercepted', 'unclear'],
    'public cases of filters and guest networks',
  ),
  row(
    'plain words that deny access at the data call',
    atData(xrayText(403, 'Access denied')),
    ['intercepted', 'unclear'],
    'public cases of filters and guest networks',
    { quotes: 'Access denied' },
  ),

  // The licence.
  ...LICENCE.map(([name, place]) => row(name, place, ['licence'], CASES)),
  row('a 402 without words', atSignIn(xrayHttp(402)), ['licence', 'unclear'], CASES),
  row(
    'the licence in French',
    atSignIn(xrayError(401, 'La licence Xray a expiré.')),
    ['licence', 'unclear'],
    'public reports of Xray’s data calls, messages in the site’s language',
    { quotes: 'La licence Xray a expiré' },
  ),
  row(
    'the licence in German',
    atSignIn(xrayError(401, 'Die Xray-Lizenz ist abgelaufen.')),
    ['licence', 'unclear'],
    'public reports of Xray’s data calls, messages in the site’s language',
    { quotes: 'Lizenz ist abgelaufen' },
  ),
  row(
    'the licence in Japanese',
    atData(xrayError(403, 'Xrayのライセンスが無効です。')),
    ['licence', 'unclear'],
    'public reports of Xray’s data calls, messages in the site’s language',
    { quotes: 'ライセンス' },
  ),

  // Installation, user, rights, Jira.
  row(
    'Xray is not installed',
    atData(xrayError(400, 'Xray is not installed on this Jira instance.')),
    ['unclear', 'licence'],
    CASES,
    { quotes: 'not installed on this Jira instance' },
  ),
  row(
    'a tenant that was not found',
    atData(xrayError(404, 'Tenant not found.')),
    ['unclear', 'licence'],
    CASES,
    { quotes: 'Tenant not found' },
  ),
  row(
    'an inactive user at the data call',
    atData(xrayError(400, 'The user of this API key is inactive.')),
    ['unclear', 'licence'],
    CASES,
    { quotes: 'user of this API key is inactive' },
  ),
  row(
    'Atlassian’s list of allowed addresses, told by Xray',
    atData(
      xrayError(
        400,
        'Error retrieving issues from Jira: The IP address has been rejected because it is not on the allowed list.',
      ),
    ),
    ['unclear'],
    CASES,
    { quotes: 'not on the allowed list', owner: ['you', 'you-with-xray'] },
  ),
  row(
    'Atlassian’s list of allowed addresses, in Atlassian’s form',
    atData(
      json(403, {
        errorMessages: ['The IP address has been rejected because it is not on the allowed list.'],
        errors: {},
      }),
    ),
    ['unclear', 'intercepted'],
    'Atlassian’s documentation and public reports',
    { quotes: 'not on the allowed list' },
  ),
  row(
    'a user who may not browse the project',
    atData(xrayError(403, 'User does not have permission to browse project DEMO')),
    ['healthy', 'unclear'],
    CASES,
    { quotes: 'does not have permission to browse project DEMO' },
  ),
];
