import { compareRuns } from '../../../src-main/cases/compare-runs.ts';
import type { CaseRow, CaseRun, CaseView, Waiting } from '../../../src-main/contract/case.ts';
import type { OpenedCase } from '../../../src-main/contract/check-result.ts';
import type { ShownSupport } from '../../../src-main/contract/support/support-profile.ts';
import { message } from '../../../src-main/i18n/message.ts';
import { SAMPLE_DIAGNOSIS, SAMPLE_RESULT, SAMPLE_SAVED } from './sample-answers.ts';

export const CASE_ID = 'ca5e'.repeat(8);
const RUN_IDS = ['1', '2', '3'].map((digit) => digit.repeat(16));

const FIRST: CaseRun = {
  id: RUN_IDS[0] ?? '',
  checkedAt: '2026-01-02T03:04:07.000Z',
  verdict: { kind: 'residency', rule: 'residency.region-text' },
  hosts: SAMPLE_DIAGNOSIS.hosts,
};

/** The first run again, later, with other answers. */
const laterRun = (index: number, over: Partial<CaseRun>): CaseRun => ({
  ...FIRST,
  id: RUN_IDS[index] ?? '',
  checkedAt: `2026-01-0${index + 4}T15:30:00.000Z`,
  ...over,
});

const HEALTHY_RUN = laterRun(1, {
  verdict: { kind: 'healthy', rule: 'healthy.zip' },
  hosts: SAMPLE_DIAGNOSIS.hosts.map((host, index) => ({
    ...host,
    behaviour: (['works', 'works', 'another-region', 'no-answer'] as const)[index] ?? 'works',
  })),
});

/** A case with one run, kept and not sent. */
export const SAMPLE_CASE: CaseView = {
  id: CASE_ID,
  name: 'acme.atlassian.net',
  sites: { jira: 'acme.atlassian.net', confluence: 'acme.atlassian.net' },
  clientId: 'FA4E…4E03',
  createdAt: FIRST.checkedAt,
  updatedAt: FIRST.checkedAt,
  state: 'checked',
  residency: 'pinned',
  residencyFacts: [{ product: 'Jira', location: 'EU', status: 'Pinned' }],
  intake: { snapshotsError: '', since: '', xrayInJira: null },
  runs: [FIRST],
  bundles: [],
  pictures: 0,
  comparison: null,
};

/** The same with a file that is there and one that was moved. */
export const SENT_CASE: CaseView = {
  ...SAMPLE_CASE,
  state: 'waiting-for-xray',
  bundles: [
    { ...SAMPLE_SAVED, bundleId: 'b0'.repeat(8), savedAt: '2026-01-02T09:00:00.000Z', isThere: false },
    { ...SAMPLE_SAVED, bundleId: 'b1'.repeat(8), savedAt: '2026-01-03T09:00:00.000Z', isThere: true },
  ],
};

/** The same after the fix: better, worse, the same and different, each once. */
export const FIXED_CASE: CaseView = {
  ...SENT_CASE,
  runs: [FIRST, HEALTHY_RUN],
  comparison: compareRuns(FIRST, HEALTHY_RUN),
};

/** The same with three runs, of which the last one is worse again. */
export const WORSE_CASE: CaseView = (() => {
  const last = laterRun(2, {
    verdict: { kind: 'network', rule: 'network.dns' },
    hosts: SAMPLE_DIAGNOSIS.hosts.map((host) => ({ ...host, tookKeys: null, behaviour: 'not-reached' })),
  });
  return { ...FIXED_CASE, runs: [FIRST, HEALTHY_RUN, last], comparison: compareRuns(FIRST, last) };
})();

/** A case in which the region was never the cause. */
export const OTHER_CASE: CaseView = {
  ...SAMPLE_CASE,
  residency: 'unknown',
  runs: [{ ...FIRST, verdict: { kind: 'network', rule: 'network.dns' } }],
};

/** A case that was healthy from the beginning. */
export const HEALTHY_CASE: CaseView = { ...OTHER_CASE, runs: [HEALTHY_RUN] };

/** A case as it is opened, with its latest result. */
export const openedCase = (kept: CaseView, diagnosis = SAMPLE_DIAGNOSIS): OpenedCase => ({
  kept,
  latest: { ...SAMPLE_RESULT, diagnosis },
});

/** One row of each kind and state. */
export const SAMPLE_ROWS: readonly CaseRow[] = [
  ...(
    [
      'checked',
      'mail-ready',
      'waiting-for-answer',
      'waiting-for-xray',
      'waiting-for-migration',
      'solved',
    ] as const
  ).map((state, index): CaseRow => ({
    kind: 'case',
    id: index === 0 ? CASE_ID : `${index}`.repeat(32),
    name: index === 0 ? SAMPLE_CASE.name : `Case ${index} ‘Snapshots’ – Zürich`,
    site: 'acme.atlassian.net',
    createdAt: FIRST.checkedAt,
    updatedAt: FIRST.checkedAt,
    checkedAt: FIRST.checkedAt,
    verdict: state === 'solved' ? HEALTHY_RUN.verdict : FIRST.verdict,
    state,
    runs: 1,
  })),
  { kind: 'damaged', damaged: true, id: 'd'.repeat(32), reason: message('damage.unreadable') },
  { kind: 'newer', id: 'e'.repeat(32), name: null },
];

/** Waiting whose next check is tomorrow. */
export const SAMPLE_WAITING: Extract<Waiting, { phase: 'waiting' }> = {
  phase: 'waiting',
  minutes: 60,
  endsAt: '2026-01-16T03:04:07.000Z',
  lastCheckedAt: null,
  verdict: FIRST.verdict,
  postponed: null,
  nextCheckAt: '2026-01-03T03:04:07.000Z',
};

/** Another supporter, as a profile that the person opened sets them. */
export const SAMPLE_SUPPORT: ShownSupport = {
  source: 'opened',
  support: {
    name: 'Örtliche Hilfe',
    mail: 'help@support.example',
    subject: 'Xray – Region',
    ticket: 'HELP-7',
    product: 'Reports',
    links: [{ for: 'guide', label: 'Our guide', address: 'https://support.example/xray' }],
  },
  problem: null,
};
