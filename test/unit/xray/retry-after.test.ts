import { describe, expect, it } from 'vitest';

import { waitSeconds } from '../../../src-main/xray/retry-after.ts';

const NOW = new Date('2026-01-02T03:04:05Z');
const wait = (headers: Readonly<Record<string, string>>): number | null =>
  waitSeconds(
    Object.entries(headers).map(([name, value]) => ({ name, value })),
    NOW,
  );

describe('how long an answer asks to wait', () => {
  it.each([
    ['nothing', {}, null],
    ['seconds', { 'retry-after': '59.86' }, 60],
    ['a date', { 'Retry-After': 'Fri, 02 Jan 2026 03:05:05 GMT' }, 60],
    [
      'a date text of the limit',
      { 'X-RateLimit-Reset': 'Fri Jan 02 2026 03:06:05 GMT+0000 (Coordinated Universal Time)' },
      120,
    ],
    ['an ISO date', { 'x-ratelimit-reset': '2026-01-02T03:04:35.000Z' }, 30],
    ['seconds of the limit', { 'x-ratelimit-reset': '45' }, 45],
    ['seconds since 1970', { 'x-ratelimit-reset': String(NOW.getTime() / 1000 + 90) }, 90],
    ['milliseconds since 1970', { 'x-ratelimit-reset': String(NOW.getTime() + 1500) }, 2],
    ['a date in the past', { 'x-ratelimit-reset': '2020-01-01' }, 0],
    ['a date of another age', { 'x-ratelimit-reset': '2999-01-01' }, null],
    ['no date', { 'x-ratelimit-reset': 'soon' }, null],
    ['both', { 'retry-after': '5', 'x-ratelimit-reset': '45' }, 5],
    ['one that says nothing, and one that does', { 'retry-after': 'soon', 'x-ratelimit-reset': '45' }, 45],
  ])('%s', (_name, headers, seconds) => {
    expect(wait(headers)).toBe(seconds);
  });
});
