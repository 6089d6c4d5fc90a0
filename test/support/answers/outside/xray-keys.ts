import { json } from '../wire-answer.ts';
import {
  atData,
  atSignIn,
  everywhere,
  rows,
  xrayError,
  xrayHttp,
  xrayJson,
  xrayText,
} from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const CASES = 'public cases of Xray’s answers';
const FACTS = 'Xray’s documentation and public reports';

/** A fake token whose time was over before it was issued. */
function expiredToken(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'fake', iat: 1_600_000_000, exp: 1_600_000_060, tenant: 'fake' };
  return [part({ alg: 'HS256', typ: 'JWT' }), part(claims), 'fake-signature'].join('.');
}

/** What Xray says of the keys and of the token; each beside a neighbour. */
export const XRAY_KEYS: readonly OutsideRow[] = [
  ...rows({
    'a disabled key': atSignIn(xrayError(403, 'The API key was disabled by an administrator.')).allows(
      'credentials-rejected unclear',
      CASES,
      { quotes: 'disabled by an administrator' },
    ),
    'an inactive user at the sign-in': atSignIn(xrayError(401, 'User is not active.')).allows(
      'credentials-rejected unclear',
      CASES,
      { quotes: 'User is not active' },
    ),
  }),
  ...[
    ['German', 'Anmeldung fehlgeschlagen. Die Zugangsdaten sind ungültig.'],
    ['French', 'Échec de l’authentification. Identifiants client non valides.'],
    ['Spanish', 'Error de autenticación. Credenciales de cliente no válidas.'],
    ['Japanese', '認証に失敗しました。クライアント資格情報が無効です。'],
  ].flatMap(([language = '', words = '']) =>
    rows({
      [`wrong keys, in ${language}`]: atSignIn(xrayError(401, words)).allows(
        'credentials-rejected unclear',
        'public reports of Xray’s data calls, messages in the site’s language',
        { quotes: words },
      ),
    }),
  ),
  ...rows({
    'a refusal at the sign-in without words': atSignIn(xrayHttp(401)).allows(
      'credentials-rejected unclear',
      'the verdicts’ definitions: keys are refused in words',
    ),
    'a sign-in that repeats what was sent': atSignIn(
      xrayError(401, 'Authentication failed for client FAKE with secret fake-secret.'),
    ).allows('credentials-rejected unclear', CASES),
    'a wrong syntax': atSignIn(xrayText(400, 'Wrong request syntax.')).allows('unclear', FACTS),
  }),
  ...[
    [401, 'Invalid JWT: JsonWebTokenError: jwt malformed'],
    [400, 'Invalid JWT: TokenExpiredError: jwt expired'],
    [401, 'The API token is invalid.'],
  ].flatMap(([status, words]) =>
    rows({
      [`a token that is refused: ${words}`]: atData(xrayError(Number(status), String(words))).allows(
        'unclear',
        FACTS,
      ),
    }),
  ),
  ...rows({
    // Tokens in another dress.
    'a token as access_token': atSignIn((token) => xrayJson(200, { access_token: token })).allows(
      'unclear',
      CASES,
    ),
    'a token in an object, without CloudFront’s headers': atSignIn((token) => json(200, { token })).allows(
      'unclear',
      CASES,
    ),
    'an empty object of Xray’s for a token': atSignIn(xrayJson(200, {})).allows('unclear', CASES),
    'an empty object of nobody’s for a token': atSignIn(json(200, {})).allows(
      'unclear intercepted',
      'Xray’s documentation of the sign-in and public reports, an empty string is a failure',
    ),
    'a token that was over when it was issued': everywhere({
      signIn: xrayJson(200, expiredToken()),
      data: xrayError(401, 'Invalid JWT: TokenExpiredError: jwt expired'),
    }).allows('unclear', CASES),
  }),
];
