import { json } from '../wire-answer.ts';
import { atData, atSignIn, rows, xrayError, xrayHttp, xrayText } from '../outside-row.ts';
import type { OutsideRow, Seen } from '../outside-row.ts';

const CASES = 'public cases of Xray’s answers';

const SUSPECTED = 'residency-suspected';
const MAYBE_SUSPECTED = 'residency-suspected unclear';

const LICENCE: readonly (readonly [string, Seen])[] = [
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
  ...rows({
    // A move in progress, and words that only sound like one.
    'a migration in progress, 400': atData(
      xrayError(400, 'Data migration is in progress. Please try again later.'),
    ).allows(SUSPECTED, CASES),
    'a migration in progress, 503': atData(
      xrayError(503, 'Data migration is in progress. Please try again later.', { 'retry-after': '600' }),
    ).allows(SUSPECTED, CASES),
    'a migration in progress, 423 as plain text': atData(
      xrayText(423, 'Tenant migration to another region is in progress.'),
    ).allows('residency-suspected residency', CASES),
    'a locked tenant, 409': atData(xrayError(409, 'Tenant is locked while its data is moved.')).allows(
      SUSPECTED,
      CASES,
    ),
    'a migration in progress, in French': atData(
      xrayError(400, 'La migration des données est en cours. Veuillez réessayer plus tard.'),
    ).allows(MAYBE_SUSPECTED, 'public cases of Xray’s answers, messages in the site’s language', {
      quotes: 'La migration des données est en cours',
    }),
    'a migration in progress, in German': atData(
      xrayError(409, 'Die Daten werden gerade in eine andere Region verschoben.'),
    ).allows(
      'residency-suspected residency unclear',
      'public reports of Xray’s data calls, messages in the site’s language',
      { quotes: 'in eine andere Region verschoben' },
    ),
    'the weaker neighbour: an interface that has moved to a new version, 410': atData(
      xrayError(410, 'This endpoint was removed. Please migrate to version 2 of the API.'),
    ).allows('unclear', 'ordinary words about old interfaces', { quotes: 'Please migrate to version 2' }),
    'the weaker neighbour: maintenance, 503': atData(
      xrayError(503, 'Scheduled maintenance is in progress. Please try again later.'),
    ).allows('xray-unavailable unclear', 'ordinary words about maintenance'),
    'the weaker neighbour: an issue that was moved': atData(
      xrayError(404, 'Issue DEMO-6 was moved to project OPS.'),
    ).allows('healthy unclear', 'public cases of Xray’s answers, an asked key is named'),

    // The region in other words.
    'a different region and the regional endpoint, 400': atData(
      xrayError(
        400,
        'The data is in a different region. Please use the regional endpoint eu.xray.cloud.getxray.app.',
      ),
    ).allows('residency residency-suspected', CASES),
    'a misdirected request, 421': atData(xrayError(421, 'Misdirected Request')).allows(
      MAYBE_SUSPECTED,
      CASES,
      {
        quotes: 'Misdirected Request',
      },
    ),
    'another region in French, 401': atData(
      xrayError(401, 'Les données Xray se trouvent dans une autre région.'),
    ).allows('residency-suspected residency unclear', CASES, { quotes: 'dans une autre région' }),
    'another region in Spanish, 401': atData(
      xrayError(401, 'Los datos de Xray están en otra región. Contacte con soporte.'),
    ).allows('residency-suspected residency unclear', CASES, { quotes: 'en otra región' }),
    'another region in Japanese, 403': atData(
      xrayError(403, 'Xrayのデータは別のリージョンにあります。'),
    ).allows('residency-suspected residency unclear', CASES, { quotes: '別のリージョン' }),
    'the region text at the sign-in': atSignIn(
      xrayError(
        401,
        'Xray data is in another region. Contact support to migrate Xray data to current region.',
      ),
    ).allows(
      'residency residency-suspected',
      'Xray’s documentation of its hosts, nobody knows where else it is said',
    ),
    'an empty 401 of Xray’s own at the data call': atData(xrayHttp(401)).allows(
      MAYBE_SUSPECTED,
      'the verdicts’ definitions: refused without any words',
    ),
    'a bare "Unauthorized" of Xray’s own at the data call': atData(xrayError(401, 'Unauthorized')).allows(
      MAYBE_SUSPECTED,
      'the verdicts’ definitions: hardly any words',
      { quotes: 'Unauthorized' },
    ),
    'the weaker neighbour: the same bare word in a gateway’s JSON': atData(
      json(401, { message: 'Unauthorized' }, { 'x-amzn-errortype': 'UnauthorizedException' }),
    ).allows('intercepted unclear', 'public cases of filters and guest networks'),
    'plain words that deny access at the data call': atData(xrayText(403, 'Access denied')).allows(
      'intercepted unclear',
      'public cases of filters and guest networks',
      { quotes: 'Access denied' },
    ),
  }),

  // The licence.
  ...LICENCE.flatMap(([name, place]) => rows({ [name]: place.allows('licence', CASES) })),
  ...rows({
    'a 402 without words': atSignIn(xrayHttp(402)).allows('licence unclear', CASES),
    'the licence in French': atSignIn(xrayError(401, 'La licence Xray a expiré.')).allows(
      'licence unclear',
      'public reports of Xray’s data calls, messages in the site’s language',
      { quotes: 'La licence Xray a expiré' },
    ),
    'the licence in German': atSignIn(xrayError(401, 'Die Xray-Lizenz ist abgelaufen.')).allows(
      'licence unclear',
      'public reports of Xray’s data calls, messages in the site’s language',
      { quotes: 'Lizenz ist abgelaufen' },
    ),
    'the licence in Japanese': atData(xrayError(403, 'Xrayのライセンスが無効です。')).allows(
      'licence unclear',
      'public reports of Xray’s data calls, messages in the site’s language',
      { quotes: 'ライセンス' },
    ),

    // Installation, user, rights, Jira.
    'Xray is not installed': atData(xrayError(400, 'Xray is not installed on this Jira instance.')).allows(
      'unclear licence',
      CASES,
      { quotes: 'not installed on this Jira instance' },
    ),
    'a tenant that was not found': atData(xrayError(404, 'Tenant not found.')).allows(
      'unclear licence',
      CASES,
      { quotes: 'Tenant not found' },
    ),
    'an inactive user at the data call': atData(
      xrayError(400, 'The user of this API key is inactive.'),
    ).allows('unclear licence', CASES, { quotes: 'user of this API key is inactive' }),
    'Atlassian’s list of allowed addresses, told by Xray': atData(
      xrayError(
        400,
        'Error retrieving issues from Jira: The IP address has been rejected because it is not on the allowed list.',
      ),
    ).allows('unclear', CASES, { quotes: 'not on the allowed list', owner: ['you', 'you-with-xray'] }),
    'Atlassian’s list of allowed addresses, in Atlassian’s form': atData(
      json(403, {
        errorMessages: ['The IP address has been rejected because it is not on the allowed list.'],
        errors: {},
      }),
    ).allows('unclear intercepted', 'Atlassian’s documentation and public reports', {
      quotes: 'not on the allowed list',
    }),
    'a user who may not browse the project': atData(
      xrayError(403, 'User does not have permission to browse project DEMO'),
    ).allows('healthy unclear', CASES, { quotes: 'does not have permission to browse project DEMO' }),
  }),
];
