import { describe, expect, it } from 'vitest';

import type { Exchange } from '../../../../src-main/contract/diagnosis.ts';
import { classify } from '../../../../src-main/diagnosis/verdict/classify.ts';
import {
  answered,
  failed,
  LAMBDA_PAGE,
  REGION_TEXT,
  signedIn,
  WRONG_KEYS,
  ZIP_BYTES,
} from '../../../support/samples/builders.ts';

const now = new Date('2026-01-02T03:04:05Z');

type Way = (host: string) => Exchange[];
const data = (host: string, status: number, body: string | Uint8Array): Exchange[] => [
  signedIn(host),
  answered({ call: 'data-call', host }, { status, body }),
];
const region: Way = (host) => data(host, 401, REGION_TEXT);
const works: Way = (host) => data(host, 200, ZIP_BYTES);
const lambda: Way = (host) => data(host, 503, LAMBDA_PAGE);
const fails: Way = (host) => data(host, 500, '');
const refused: Way = (host) => data(host, 403, '{"error":"Forbidden"}');
const licence: Way = (host) => data(host, 401, 'The Xray license is not valid.');
const noKeys: Way = (host) => [answered({ call: 'authenticate', host }, { status: 401, body: WRONG_KEYS })];
const away: Way = (host) => [failed({ call: 'authenticate', host }, { phase: 'connect' })];
const stopped: Way = (host) => [signedIn(host), failed({ call: 'data-call', host }, { phase: 'cancelled' })];

const PATTERNS: readonly (readonly [name: string, hosts: readonly Way[], sentence: string | null])[] = [
  ['the global host alone', [region], null],
  [
    'all say region',
    [region, region, region, region],
    'Every server says the same: either Xray needs to act, or your data is being moved right now.',
  ],
  [
    'only eu answers',
    [region, region, works, region],
    "Xray's global server says that your data is in another region, while the server for EU, Frankfurt answers without a region error: the best sign of where your data is kept.",
  ],
  [
    'two answer',
    [region, works, works, region],
    "Xray's global server says that your data is in another region, while the servers for United States and EU, Frankfurt answer without a region error: the best sign of where your data is kept.",
  ],
  [
    "the global host's CloudFront page",
    [lambda, region, region, works],
    "Xray's global server shows an error page from CloudFront, the network in front of Xray, while the server for Australia, Sydney answers without a region error: the best sign of where your data is kept.",
  ],
  [
    'CloudFront everywhere',
    [lambda, lambda, lambda, lambda],
    'Every server shows an error page from CloudFront.',
  ],
  [
    'keys known in one region that works',
    [noKeys, noKeys, works, noKeys],
    "Xray's global server doesn't accept your keys, while the server for EU, Frankfurt answers without a region error: the best sign of where your data is kept.",
  ],
  [
    'keys known in one region without data',
    [noKeys, region, noKeys, noKeys],
    "The server for United States recognizes your keys, but Xray's global server doesn't. No server answers without an error.",
  ],
  ['keys known nowhere', [noKeys, noKeys, noKeys, noKeys], 'No server accepts these keys.'],
  ['keys known nowhere, one host away', [noKeys, noKeys, away, noKeys], 'No server accepts these keys.'],
  [
    'keys known at the global host only',
    [region, noKeys, noKeys, noKeys],
    "Only Xray's global server recognizes your keys, and no server answers without an error.",
  ],
  [
    'all is well',
    [works, region, region, region],
    "Xray's global server works, and that's the one Snapshots uses. The others don't matter.",
  ],
  [
    'an outage',
    [fails, fails, fails, fails],
    'Every server reports an error, which looks like an Xray outage.',
  ],
  [
    'refused everywhere',
    [refused, refused, refused, refused],
    'Every server accepts your keys but refuses your data.',
  ],
  [
    'the licence everywhere',
    [licence, licence, licence, licence],
    'Every server says the same about the license.',
  ],
  [
    'the global host alone cannot be reached',
    [away, region, region, region],
    "Xray's global server couldn't be reached, and no regional server answers without an error.",
  ],
  [
    'nothing can be reached',
    [away, away, away, away],
    "No regional server answered, so there's nothing to compare with.",
  ],
  [
    'no regional host can be reached',
    [region, away, away, away],
    "No regional server answered, so there's nothing to compare with.",
  ],
  [
    'a mixture',
    [refused, region, lambda, region],
    "Xray's global server refuses your data, and no regional server answers without an error either.",
  ],
  [
    'stopped half-way',
    [region, region, stopped, region],
    "The comparison with Xray's regional servers wasn't finished.",
  ],
];

describe('how the hosts differ, in one sentence', () => {
  it.each(PATTERNS)('%s', (_name, hosts, sentence) => {
    const ids = ['global', 'us', 'eu', 'au'];
    const exchanges = hosts.flatMap((way, index) => way(ids[index] ?? 'further'));
    expect(classify({ exchanges, cancelled: false, now }).regions).toBe(sentence);
  });
});
