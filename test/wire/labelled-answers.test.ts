import { beforeAll, describe, expect, it } from 'vitest';

import { verdictKindSchema } from '../../src-main/contract/diagnosis.ts';
import { judgeAgain } from '../../src-main/desk/judge-again.ts';
import { RULES } from '../../src-main/diagnosis/verdict/rules.ts';
import { createRedactor } from '../../src-main/evidence/redaction/redactor.ts';
import { play } from '../support/answers/play.ts';
import { LABELLED } from '../support/answers/rows.ts';
import { makeAuthority } from '../support/servers/certificates.ts';
import type { Authority } from '../support/servers/certificates.ts';

const redactor = createRedactor(
  {
    clientSecret: 'fake-secret',
    clientId: 'FAKE',
    tokens: [],
    proxyPasswords: [],
    homeFolder: '/home/x',
  },
  Buffer.alloc(16),
);

describe('labelled answers and faults, through real sockets', () => {
  let authority: Authority;
  beforeAll(async () => {
    authority = await makeAuthority('Fake Xray');
  });

  it.concurrent.each(LABELLED.map((row) => [row.name, row] as const))(
    '%s',
    async (_name, row) => {
      const { diagnosis, seenTokens, strangers } = await play(row, authority);
      const { verdict } = diagnosis;
      expect(verdict.rule, `${verdict.sentence} ${JSON.stringify(diagnosis.exchanges[0])}`).toBe(row.rule);
      expect(verdict.kind).toBe(row.rule.split('.')[0]);
      // A token goes to the host that issued it, and a redirect is never followed.
      for (const { issuedBy, askedAt } of seenTokens) expect(askedAt).toBe(issuedBy);
      expect(strangers).toEqual([]);
      // Today’s rules come to the same verdict from what a bundle keeps of it.
      if (row.network !== undefined) return;
      const kept = await redactor.redactDiagnosis(diagnosis);
      expect(judgeAgain(kept)).toBe(kept.verdict.rule);
    },
    30_000,
  );

  it('has at least sixty rows, each with a name of its own, and reaches every rule and every kind', () => {
    expect(LABELLED.length).toBeGreaterThanOrEqual(60);
    expect(LABELLED.filter(({ network }) => network === undefined).length).toBeGreaterThan(30);
    expect(new Set(LABELLED.map(({ name }) => name)).size).toBe(LABELLED.length);
    const reached = new Set<string>(LABELLED.map(({ rule }) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
    const kinds = new Set(LABELLED.map(({ rule }) => rule.split('.')[0] ?? ''));
    expect(verdictKindSchema.options.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
