import {
  atData,
  both,
  EMPTY_ZIP,
  everywhere,
  rows,
  xrayError,
  xrayHttp,
  xrayJson,
  xrayText,
} from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';
import { http, raw, head } from '../wire-answer.ts';

const CASES = 'public cases of Xray’s answers';
const ZIP_TYPE = { 'content-type': 'application/octet-stream' };

/** One stored file, its directory and the end record: a whole zip. */
const FEATURE = Buffer.from('Feature: Demo\n', 'utf8');
const NAME = Buffer.from('1_DEMO-6.feature', 'latin1');

function zipWithFeature(): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x0403_4b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(0x0bad_cafe, 14);
  local.writeUInt32LE(FEATURE.length, 18);
  local.writeUInt32LE(FEATURE.length, 22);
  local.writeUInt16LE(NAME.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x0201_4b50, 0);
  local.copy(central, 6, 4, 30);
  const size = 46 + NAME.length;
  const offset = 30 + NAME.length + FEATURE.length;
  const end = Buffer.from(EMPTY_ZIP);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([local, NAME, FEATURE, central, NAME, end]);
}

const ZIP = zipWithFeature();

/** Answers that reached Xray’s data, each beside one that only looks like it. */
export const HEALTHY: readonly OutsideRow[] = [
  ...rows({
    'a zip with a feature': atData(xrayHttp(200, ZIP_TYPE, ZIP)).allows(
      'healthy',
      'public reports of Xray’s data calls',
    ),
    'an empty zip': atData(xrayHttp(200, ZIP_TYPE, EMPTY_ZIP)).allows(
      'healthy',
      'public reports of Xray’s data calls',
    ),
    'the weaker neighbour: half a zip that claims to be whole': atData(
      xrayHttp(200, ZIP_TYPE, ZIP.subarray(0, 60)),
    ).allows('unclear network', CASES),
    'the weaker neighbour: a page that begins like a zip': atData(
      xrayHttp(200, ZIP_TYPE, Buffer.from('PK\u0003\u0004<html><title>Blocked</title></html>', 'latin1')),
    ).allows('unclear intercepted', 'a page behind a zip’s first bytes, tried by attackers'),
    'a zip that a filter has passed on': atData(
      xrayHttp(
        200,
        { ...ZIP_TYPE, via: '1.1 00fake.cloudfront.net (CloudFront), 1.1 proxy.acme.test (squid/6.10)' },
        ZIP,
      ),
    ).allows('healthy', 'Via of a proxy that passes on', { inspectedBy: 'Zscaler Inc.' }),
    'a zip under a wrong name of its encoding': atData(
      xrayHttp(200, { ...ZIP_TYPE, 'content-encoding': 'gzip' }, ZIP),
    ).allows('healthy', CASES),
    'a zip that is called a page': atData(xrayHttp(200, { 'content-type': 'text/html' }, ZIP)).allows(
      'healthy',
      CASES,
    ),
    'a feature as text': atData(
      xrayText(200, 'Feature: Demo\n\n  Scenario: One\n    Given a thing\n'),
    ).allows('healthy', CASES),
    'a feature with tags before it': atData(
      xrayText(200, '@DEMO-6\nFeature: Demo\n\n  @TEST_DEMO-7\n  Scenario: One\n'),
    ).allows('healthy unclear', CASES),
    'a feature in French': atData(xrayText(200, '# language: fr\nFonctionnalité: Démo\n')).allows(
      'healthy unclear',
      'Cucumber in the site’s language',
    ),
    'the weaker neighbour: a page about a feature': atData(
      xrayText(200, '<html><title>Feature: web filter</title></html>'),
    ).allows('intercepted unclear', 'a filter’s page that uses the word'),
    'the weaker neighbour: words with a 200': atData(xrayText(200, 'OK')).allows('unclear', CASES),
    'nothing, with a 200 of Xray’s own': atData(xrayHttp(200)).allows(
      'healthy',
      'public reports of Xray’s data calls',
    ),
    'nothing, without a length': everywhere({
      signIn: (token) => xrayJson(200, token),
      data: raw(
        head(200, {
          via: '1.1 00fake00fake00fake00fake00fake00.cloudfront.net (CloudFront)',
          'x-amz-cf-pop': 'FRA56-P8',
          'x-amz-cf-id': 'FAKE-FAKE-FAKE-FAKE==',
          'x-cache': 'Miss from cloudfront',
          connection: 'close',
        }),
      ),
    }).allows('healthy unclear', CASES),
    'the weaker neighbour: nothing, from another server than the sign-in’s': atData(
      http(200, { server: 'squid/6.10', via: '1.1 proxy.acme.test (squid/6.10)' }),
    ).allows('unclear intercepted', CASES),
    'the weaker neighbour: nothing, and CloudFront’s headers are gone': atData(http(200)).allows(
      'unclear intercepted',
      CASES,
    ),
    'a job that was not found': atData(xrayError(404, 'job not found.')).allows(
      'healthy unclear',
      'public reports of Xray’s data calls',
    ),
    'an issue of another key that was not found': atData(
      xrayError(400, 'Test issue with key LES-99 not found.'),
    ).allows('healthy unclear', 'public reports of Xray’s data calls'),
    'an asked issue that was not found, plain': atData(
      xrayText(400, 'Test issue with key DEMO-6 not found.'),
    ).allows('healthy', CASES),
    'an asked issue that does not exist, nested': atData(
      xrayJson(400, { error: { message: 'Issue DEMO-6 does not exist' } }),
    ).allows('healthy', CASES),
    'asked issues in a list of errors': atData(
      xrayJson(400, { errors: ['Issue with key DEMO-6 was not found.', 'DEMO-7'] }),
    ).allows('healthy', CASES),
    'an asked issue as a message': atData(
      xrayJson(400, { message: 'Issue DEMO-6 does not exist or you do not have permission to see it.' }),
    ).allows('healthy', CASES),
    'an asked issue as an error with a 200': atData(
      xrayJson(200, { error: 'Issues with keys DEMO-6 not found.' }),
    ).allows('healthy', CASES),
  }),
  ...[
    ['French', 'Le ticket DEMO-6 n\u0027a pas été retrouvé.'],
    ['German', 'Der Vorgang DEMO-6 wurde nicht gefunden.'],
    ['Spanish', 'No se encontró la incidencia DEMO-6.'],
    ['Japanese', '課題 DEMO-6 が見つかりません。'],
  ].flatMap(([language = '', words = '']) =>
    rows({
      [`an asked issue that was not found, in ${language}`]: atData(xrayError(400, words)).allows(
        'healthy',
        'a French answer of Xray in a public report; a key reads the same in every language',
      ),
    }),
  ),
  ...rows({
    'the weaker neighbour: not found, and nothing is named': atData(xrayError(404, 'Not Found')).allows(
      'unclear',
      'the verdicts’ definitions: an asked key or an issue is named',
      { quotes: 'Not Found' },
    ),
    'the weaker neighbour: a key that only contains an asked one': atData(
      xrayError(400, 'Unknown field DEMO-60000 in your request.'),
    ).allows('unclear', 'the verdicts’ definitions: an asked key is named', { quotes: 'DEMO-60000' }),
    'an address with an asked key in a filter’s page': both(
      http(
        404,
        { 'content-type': 'text/html', server: 'Zscaler/6.2' },
        '<html><title>Blocked</title>/api/v2/export/cucumber?keys=DEMO-6;DEMO-7 was not found</html>',
      ),
    ).allows('intercepted', 'block pages repeat the address'),
    'the weaker neighbour: a framework’s page repeats the address': atData(
      http(
        404,
        { 'content-type': 'text/html; charset=utf-8' },
        '<!DOCTYPE html><pre>Cannot GET /api/v2/export/cucumber?keys=DEMO-6%3BDEMO-7</pre>',
      ),
    ).allows('unclear intercepted', 'ordinary error page of a web framework'),
    'the weaker neighbour: a gateway’s words repeat the address': atData(
      http(
        404,
        { 'content-type': 'application/json' },
        '{"timestamp":"2026-01-01","status":404,"error":"Not Found","path":"/api/v2/export/cucumber?keys=DEMO-6;DEMO-7"}',
      ),
    ).allows('unclear intercepted', 'ordinary error JSON of a web framework'),
  }),
];
