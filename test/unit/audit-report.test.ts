import { describe, expect, it } from 'vitest';

import { readAudit } from '../support/scripts/audit-report.ts';

describe('the answer for advisories', () => {
  it('is told line by line', () => {
    const vulnerabilities = {
      sample: { severity: 'high', range: '<1.2.3', via: [{ title: 'Reads too far' }], fixAvailable: true },
      other: { severity: 'low', range: '*', via: ['sample'] },
    };
    expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities }))).toEqual({
      kind: 'asked',
      lines: ['high: sample <1.2.3: Reads too far', 'low: other *: through sample'],
    });
    expect(readAudit('{"auditReportVersion":2,"vulnerabilities":{}}')).toEqual({ kind: 'asked', lines: [] });
  });

  it.each([
    ['an error', '{"message":"405 Method Not Allowed","method":"POST"}'],
    ['nothing', ''],
    ['a page', '<html>'],
    ['a report of another form', '{"auditReportVersion":3,"vulnerabilities":{}}'],
  ])('is never taken for good news: %s', (_name, output) => {
    expect(readAudit(output)).toEqual({ kind: 'not-asked' });
  });
});
