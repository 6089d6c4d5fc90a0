import { describe, expect, it } from 'vitest';

import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import type { ResidencyFact } from '../../../src-main/contract/picture.ts';
import { residencyChecks } from '../../../src-main/contract/residency/residency-checks.ts';
import { inEnglish } from '../../../src-main/i18n/translator.ts';
import { SAMPLE_DIAGNOSIS } from '../../support/samples/sample-answers.ts';

const diagnosis = SAMPLE_DIAGNOSIS;
const jira = (location: string, status = ''): ResidencyFact => ({ product: 'Jira', location, status });
const xray = (location: string, status = ''): ResidencyFact => ({ product: 'Xray', location, status });

function answering(...working: readonly string[]): Diagnosis {
  return {
    ...diagnosis,
    hosts: diagnosis.hosts.map((host) => ({
      ...host,
      behaviour: working.includes(host.id) ? ('works' as const) : ('another-region' as const),
    })),
  };
}

const said = (facts: readonly ResidencyFact[], of: Diagnosis = answering()): string[] =>
  residencyChecks(of, { residency: 'pinned', facts }).map(({ phrase }) => inEnglish(phrase));

describe('what the page says, held against the hosts', () => {
  it('is nothing where nothing is stated, or all fits together', () => {
    expect(said([])).toEqual([]);
    expect(said([jira('', ''), xray('', '')])).toEqual([]);
    expect(said([jira('EU', 'Pinned'), xray('European Union', 'Pinned')])).toEqual([]);
    expect(said([jira('Somewhere', 'Pinned'), xray('Elsewhere', 'Eligible')])).toEqual([]);
  });

  it('tells an administrator that the app may be moved', () => {
    expect(said([jira('EU (Frankfurt, Dublin)', 'Pinned'), xray('Global', 'Eligible')])[0]).toContain(
      'Move apps',
    );
    expect(said([jira('Germany', 'Pinned'), xray('Global', 'Eligible')])[0]).toContain('Move apps');
    expect(said([jira('Global', 'Pinned'), xray('EU', 'Eligible')])[0]).not.toContain('Move apps');
    expect(said([jira('EU', 'Pinned'), xray('Global', 'Not eligible')])[0]).toContain(
      "Jira in EU and Xray's data in Global",
    );
  });

  it('tells a host that answers from elsewhere', () => {
    expect(said([xray('EU', 'Pinned')], answering('us'))[0]).toContain(
      'only the server for United States answers',
    );
    expect(said([xray('Europäische Union', 'Pinned')], answering('us'))[0]).toContain('only the server for');
    expect(said([xray('EU', 'Pinned')], answering('eu', 'us'))).toEqual([]);
    expect(said([xray('EU', 'Pinned')], answering('global'))).toEqual([]);
    expect(said([xray('Global', '')], answering('us'))).toEqual([]);
  });

  it('tells a move that the person did not see', () => {
    const moving = {
      ...diagnosis,
      verdict: { ...diagnosis.verdict, rule: 'residency-suspected.migration' },
    };
    expect(said([], moving)[0]).toContain('being moved');
    expect(residencyChecks(moving, { residency: 'migrating', facts: [] })).toEqual([]);
  });
});
