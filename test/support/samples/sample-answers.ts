import type { CheckResult } from '../../../src-main/contract/check-result.ts';
import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import type { EvidencePreview, SavedBundle } from '../../../src-main/contract/report/evidence.ts';
import { judge, verdictOf } from '../../../src-main/diagnosis/verdict/classify.ts';
import { RULES_VERSION } from '../../../src-main/diagnosis/verdict/rules.ts';
import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';
import { planOf } from '../../../src-main/diagnosis/run/plan.ts';
import { message } from '../../../src-main/i18n/message.ts';
import { answered, REGION_TEXT, signedIn } from './builders.ts';

const exchanges = [signedIn(), answered({ call: 'data-call' }, { status: 401, body: REGION_TEXT })];

const judgement = judge({ exchanges, cancelled: false, now: new Date('2026-01-02T03:04:07Z') });

/** A finished run that ended in the region text. */
export const SAMPLE_DIAGNOSIS: Diagnosis = {
  schemaVersion: 1,
  rulesVersion: RULES_VERSION,
  startedAt: '2026-01-02T03:04:05.000Z',
  finishedAt: '2026-01-02T03:04:07.000Z',
  sites: { jira: 'acme.atlassian.net', confluence: 'acme.atlassian.net' },
  clientId: 'FA4E…4E03',
  verdict: verdictOf(judgement),
  notes: [],
  hosts: XRAY_HOSTS.map((host) => ({ ...host, tookKeys: true, behaviour: 'another-region', totalMs: 1234 })),
  exchanges,
  tokens: [],
  siteFacts: [],
  phrases: {
    ...judgement.phrases,
    pinned: [...judgement.phrases.pinned],
    migrating: [...judgement.phrases.migrating],
    notes: [],
  },
};

export const SAMPLE_RESULT: CheckResult = {
  diagnosis: SAMPLE_DIAGNOSIS,
  transcripts: [{ path: 'calls/global-1-authenticate.txt', text: '> POST /api ‹token#7f3a›\n' }],
};

export const SAMPLE_PLAN = planOf({ jiraSite: 'acme.atlassian.net', confluenceSite: null });

const mail = {
  to: 'support@radbee.com',
  subject: 'Xray connectivity – data residency',
  body: 'Hello,\n\nsites …',
};

export const SAMPLE_PREVIEW: EvidencePreview = {
  previewId: 'preview-1',
  fileName: 'xray-report-acme-20260102T0304Z.zip',
  bytes: 4321,
  files: [
    {
      path: 'summary.txt',
      bytes: 40,
      sha256: '0'.repeat(64),
      kind: 'text',
      text: 'First line\n  <b>second</b> ‹token#7f3a› line\n',
      pictureDataUrl: null,
      removed: 1,
    },
    {
      path: 'manifest.json',
      bytes: 3,
      sha256: '1'.repeat(64),
      kind: 'json',
      text: '{}\n',
      pictureDataUrl: null,
      removed: 0,
    },
  ],
  removed: 1,
  missing: [message('missing.picture')],
  mail,
};

export const SAMPLE_SAVED: SavedBundle = {
  bundleId: 'bundle-1',
  fileName: SAMPLE_PREVIEW.fileName,
  draftName: 'xray-report-acme-20260102T0304Z.eml',
  folderName: 'Downloads',
  bytes: SAMPLE_PREVIEW.bytes,
  mail,
};
