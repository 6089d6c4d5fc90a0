import { http, json, text } from '../wire-answer.ts';
import { atData, atSignIn, both, rows } from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const CASES = 'public cases of filters and guest networks';
const GATEWAY = 'errors of gateways in public bug reports';

const amazonError = (type: string) => ({ 'x-amzn-requestid': 'fake-fake', 'x-amzn-errortype': type });

/** Gateways that speak JSON or plain words, in shapes that Xray never uses. */
export const GATEWAYS: readonly OutsideRow[] = rows({
  'Amazon’s gateway forbids': both(
    json(403, { message: 'Forbidden' }, amazonError('ForbiddenException')),
  ).allows('intercepted unclear', CASES),
  'Amazon’s gateway misses a token': both(
    json(
      403,
      { message: 'Missing Authentication Token' },
      amazonError('MissingAuthenticationTokenException'),
    ),
  ).allows('intercepted unclear', GATEWAY),
  'Amazon’s gateway denies the user': atData(
    json(
      403,
      { Message: 'User is not authorized to access this resource with an explicit deny' },
      amazonError('AccessDeniedException'),
    ),
  ).allows('intercepted unclear', GATEWAY),
  'Amazon’s gateway calls the request unauthorized': atSignIn(
    json(401, { message: 'Unauthorized' }, amazonError('UnauthorizedException')),
  ).allows('intercepted unclear', GATEWAY),
  'Amazon’s gateway waits too long': atData(
    json(504, { message: 'Endpoint request timed out' }, amazonError('InternalServerErrorException')),
  ).allows('xray-unavailable unclear', GATEWAY),
  'Kong has no route': atData(
    json(404, { message: 'no Route matched with those values' }, { server: 'kong/3.4.0' }),
  ).allows('intercepted unclear', GATEWAY),
  'Kong speaks of an API key': atSignIn(
    json(401, { message: 'No API key found in request' }, { server: 'kong/3.4.0' }),
  ).allows('intercepted unclear', GATEWAY),
  'Kong calls credentials invalid': atSignIn(
    json(401, { message: 'Invalid authentication credentials' }, { server: 'kong/3.4.0' }),
  ).allows('intercepted unclear', GATEWAY),
  'Apigee calls an API key invalid': atSignIn(
    json(401, {
      fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth.v2.InvalidApiKey' } },
    }),
  ).allows('intercepted unclear', GATEWAY),
  'Azure’s API gateway calls a key invalid': atSignIn(
    json(401, {
      statusCode: 401,
      message: 'Access denied due to invalid subscription key. Provide a valid key.',
    }),
  ).allows('intercepted unclear', GATEWAY),
  'Azure’s API gateway speaks of a key and of a regional endpoint': both(
    json(401, {
      error: {
        code: '401',
        message:
          'Access denied due to invalid subscription key or wrong API endpoint. Use a correct regional API endpoint.',
      },
    }),
  ).allows('intercepted unclear', GATEWAY),
  'Tyk wants a field': atSignIn(
    json(401, { error: 'Authorization field missing' }, { 'x-generator': 'tyk.io' }),
  ).allows('intercepted unclear', GATEWAY),
  'Envoy refuses by its roles': both(text(403, 'RBAC: access denied', { server: 'istio-envoy' })).allows(
    'intercepted unclear',
    GATEWAY,
  ),
  'Istio misses a token': atData(text(401, 'Jwt is missing', { server: 'istio-envoy' })).allows(
    'intercepted unclear',
    GATEWAY,
  ),
  'Envoy reaches nobody': atData(
    text(503, 'upstream connect error or disconnect/reset before headers. reset reason: connection failure', {
      server: 'envoy',
    }),
  ).allows('xray-unavailable intercepted network unclear', GATEWAY),
  'Envoy has nobody who is well': atSignIn(text(503, 'no healthy upstream', { server: 'envoy' })).allows(
    'xray-unavailable intercepted network unclear',
    GATEWAY,
  ),
  'Traefik’s 404': atData(text(404, '404 page not found')).allows('unclear', GATEWAY),
  'a firewall’s JSON page': atSignIn(
    json(403, { error: { message: 'Access denied. Please check your network settings.' } }),
  ).allows('unclear', CASES, { quotes: 'Please check your network settings' }),
  'an empty 403 of an unknown server at the sign-in': atSignIn(http(403)).allows(
    'intercepted unclear',
    'the verdicts’ definitions: keys are refused in words only',
  ),
});
