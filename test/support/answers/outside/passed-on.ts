import { http, json } from '../wire-answer.ts';
import { atData, atSignIn, EMPTY_ZIP, rows, xrayError, xrayHttp } from '../outside-row.ts';
import type { OutsideRow } from '../outside-row.ts';

const PASSED = 'Via lines of companies’ proxies on answers that they passed on';
const CLOUDFRONT = '1.1 00fake.cloudfront.net (CloudFront)';
const REGION = 'Xray data is in another region. Contact support to migrate Xray data to current region.';
const WRONG_KEYS = 'Authentication failed. Invalid client credentials!';
const NOT_FOUND = 'Test issue with key DEMO-6 not found.';

const MAKERS = [
  ['Cisco’s appliance', '1.1 wsa.acme.test:80 (Cisco-WSA/14.5.0-498)'],
  ['Skyhigh', '1.1 10.0.0.9 (McAfee Web Gateway 11.2.3)'],
  ['Prisma Access', '1.1 prismaaccess'],
  ['a proxy without a name', '1.1 localhost.localdomain'],
] as const;

/** Xray’s true answers with traces of somebody who only passed them on. */
export const PASSED_ON: readonly OutsideRow[] = [
  ...MAKERS.flatMap(([maker, via]) => {
    const headers = { via: `${CLOUDFRONT}, ${via}` };
    const inspected = { inspectedBy: 'Acme Inspection' };
    const zip = xrayHttp(200, { 'content-type': 'application/octet-stream', ...headers }, EMPTY_ZIP);
    return rows({
      [`${maker} passes the region text on`]: atData(xrayError(401, REGION, headers)).allows(
        'residency',
        PASSED,
        inspected,
      ),
      [`${maker} passes the refusal of the keys on`]: atSignIn(xrayError(401, WRONG_KEYS, headers)).allows(
        'credentials-rejected',
        PASSED,
        inspected,
      ),
      [`${maker} passes the zip on`]: atData(zip).allows('healthy', PASSED, inspected),
    });
  }),
  ...rows({
    'the region text without any of CloudFront’s headers': atData(
      json(401, { error: REGION }, { via: '1.1 proxy.acme.test (squid/6.10)' }),
    ).allows('residency', 'proxies that strip headers; the exact sentence is Xray’s alone'),
    'the refusal of the keys without any of CloudFront’s headers': atSignIn(
      json(401, { error: WRONG_KEYS }, { via: '1.1 proxy.acme.test (squid/6.10)' }),
    ).allows('credentials-rejected', 'proxies that strip headers; the exact sentence is Xray’s alone'),
    'an asked issue that was not found without any of CloudFront’s headers': atData(
      json(400, { error: NOT_FOUND }, { via: '1.1 proxy.acme.test (squid/6.10)' }),
    ).allows('healthy unclear', 'proxies that strip headers'),
    'the weaker neighbour: a refusal of Squid’s own with Xray’s words in it': atSignIn(
      http(
        403,
        {
          'content-type': 'text/html',
          server: 'squid/6.10',
          'x-squid-error': 'ERR_ACCESS_DENIED 0',
          via: '1.1 proxy.acme.test (squid/6.10)',
        },
        '<html><title>ERROR</title>Authentication failed. Invalid client credentials for this proxy.</html>',
      ),
    ).allows('intercepted proxy-sign-in', 'error pages that a company wrote itself'),
  }),
];
