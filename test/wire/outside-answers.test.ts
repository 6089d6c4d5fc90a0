import { beforeAll, describe, expect, it } from 'vitest';

import { verdictKindSchema } from '../../src-main/contract/diagnosis.ts';
import type { Verdict } from '../../src-main/contract/diagnosis.ts';
import { play } from '../support/answers/play.ts';
import { OUTSIDE } from '../support/answers/rows.ts';
import type { OutsideRow } from '../support/answers/rows.ts';
import { makeAuthority } from '../support/servers/certificates.ts';
import type { Authority } from '../support/servers/certificates.ts';

/** The words of the answer that a verdict shows. */
function quoteOf(verdict: Verdict): string {
  const quote: unknown = Reflect.get(verdict, 'quote');
  return typeof quote === 'string' ? quote : '';
}

/** Every answer that a row sends; the one with a token in it is made with a fake one. */
function answersOf({ hosts = {} }: OutsideRow) {
  return Object.values(hosts).flatMap((host) =>
    [host.signIn, host.data].flatMap((answer) => {
      if (answer === undefined) return [];
      return [typeof answer === 'function' ? answer('fake.token.fake') : answer];
    }),
  );
}

describe('answers that others have seen, through real sockets', () => {
  const authorities = new Map<string, Authority>();
  beforeAll(async () => {
    for (const name of new Set(OUTSIDE.map(({ inspectedBy }) => inspectedBy ?? 'Fake Xray'))) {
      authorities.set(name, await makeAuthority(name));
    }
  });

  it.concurrent.each(OUTSIDE.map((row) => [row.name, row] as const))(
    '%s',
    async (_name, row) => {
      const authority = authorities.get(row.inspectedBy ?? 'Fake Xray');
      if (authority === undefined) throw new Error('Every name has an authority.');
      const { diagnosis, seenTokens, strangers } = await play(row, authority);
      const { verdict } = diagnosis;
      const told = `${verdict.rule}: ${verdict.sentence} (${row.source})`;
      expect(row.allowed, told).toContain(verdict.kind);
      if (row.owner !== undefined) expect(row.owner, told).toContain(verdict.owner);
      // Good news and a stranger’s page are told in our own words; any other verdict shows the words it rests on.
      const isSure = verdict.kind === 'healthy' || verdict.kind === 'intercepted';
      if (row.quotes !== undefined && !isSure) expect(quoteOf(verdict), told).toContain(row.quotes);
      // A token goes to the host that issued it; one that the row itself made up was issued by nobody.
      for (const { issuedBy, askedAt } of seenTokens) expect([askedAt, 'nobody']).toContain(issuedBy);
      expect(strangers).toEqual([]);
    },
    30_000,
  );

  it('has many rows, each with a name of its own and a source, and no kind without a row', () => {
    expect(OUTSIDE.length).toBeGreaterThanOrEqual(160);
    expect(new Set(OUTSIDE.map(({ name }) => name)).size).toBe(OUTSIDE.length);
    expect(OUTSIDE.filter(({ source, allowed }) => source === '' || allowed.length === 0)).toEqual([]);
    const plain = new Set(OUTSIDE.flatMap(({ allowed }) => (allowed.length === 1 ? allowed : [])));
    const stopped = ['cancelled', 'network'];
    expect(verdictKindSchema.options.filter((kind) => !plain.has(kind) && !stopped.includes(kind))).toEqual(
      [],
    );
  });

  it('sends legal HTTP: a status line, headers, and as many bytes as it promises', () => {
    for (const row of OUTSIDE) {
      for (const answer of answersOf(row)) {
        if (answer.does !== 'send') continue;
        const end = answer.bytes.indexOf('\r\n\r\n');
        const [statusLine, ...headers] = answer.bytes.subarray(0, end).toString('latin1').split('\r\n');
        expect(statusLine, row.name).toMatch(/^HTTP\/1\.1 [1-5]\d\d [ -~]*$/u);
        for (const header of headers) expect(header, row.name).toMatch(/^[\w-]+: ?[\t -~]*$/u);
        const length = headers.find((header) => header.startsWith('content-length: '));
        const rest = answer.bytes.length - end - 4;
        if (length === undefined) expect(answer.closes, row.name).toBe(true);
        else expect(length, row.name).toBe(`content-length: ${rest}`);
      }
    }
  });
});
