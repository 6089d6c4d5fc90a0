import { describe, expect, it } from 'vitest';

import { judgeAgain } from '../../../src-main/desk/judge-again.ts';
import { createRedactor } from '../../../src-main/evidence/redaction/redactor.ts';
import { play } from '../../support/answers/play.ts';
import { LABELLED } from '../../support/answers/table.ts';
import { makeAuthority } from '../../support/servers/certificates.ts';

describe('today’s rules on the exchanges of a bundle', () => {
  it('come to the verdict that was written, for every labelled answer', async () => {
    const authority = await makeAuthority();
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
    const rows = LABELLED.filter(({ network }) => network === undefined);
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      const diagnosis = await redactor.redactDiagnosis((await play(row, authority)).diagnosis);
      expect(judgeAgain(diagnosis), row.name).toBe(diagnosis.verdict.rule);
    }
  });
});
