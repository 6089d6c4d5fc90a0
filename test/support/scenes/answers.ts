import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { succeed } from '../../../src-main/contract/failure.ts';
import type { HeldPicture } from '../../../src-main/contract/picture.ts';
import type { VerifiedBundle } from '../../../src-main/contract/verification.ts';
import { judge, verdictOf } from '../../../src-main/diagnosis/classify.ts';
import { evidenceDocument } from '../../../src-main/evidence/document.ts';
import { optional, phrase } from '../../../src-main/words/phrase.ts';
import type { Phrase } from '../../../src-main/words/phrase.ts';
import { inEnglish } from '../../../src-main/words/say.ts';
import { answered, failed, signedIn, ZIP_BYTES } from '../builders.ts';
import type { BridgeScript } from '../open-renderer.ts';
import {
  SAMPLE_DIAGNOSIS,
  SAMPLE_PLAN,
  SAMPLE_PREVIEW,
  SAMPLE_RESULT,
  SAMPLE_SAVED,
} from '../sample-answers.ts';
import { samplePng } from '../sample-png.ts';

const NOW = new Date('2026-01-02T03:04:07Z');

/** The sample diagnosis over other exchanges, and with notes. */
function diagnosisOf(exchanges: Diagnosis['exchanges'], notes: Phrase[] = []): Diagnosis {
  const judgement = judge({ exchanges, cancelled: false, now: NOW });
  const { phrases } = judgement;
  return {
    ...SAMPLE_DIAGNOSIS,
    exchanges,
    verdict: verdictOf(judgement),
    notes: notes.map(inEnglish),
    phrases: { ...phrases, pinned: [...phrases.pinned], migrating: [...phrases.migrating], notes },
  };
}

const NOTES = [
  phrase('note.clock', { unit: 'hours', count: 4, way: 'behind' }),
  phrase('note.site-named', {
    jira: 'acme.atlassian.net',
    named: 'acme-wiki.atlassian.net',
    confluence: 'acme.atlassian.net',
  }),
  phrase('note.atlassian', optional('words', undefined)),
];
const SECOND = { ...failed({ call: 'authenticate' }, { phase: 'connect' }), stack: 'chromium' } as const;
export const HEALTHY = diagnosisOf([
  signedIn(),
  answered({ call: 'data-call' }, { status: 200, body: ZIP_BYTES }),
]);
export const BLOCKED = diagnosisOf([failed({ call: 'authenticate' }, { phase: 'connect' }), SECOND], NOTES);
export const REGION_WORKS = diagnosisOf([
  ...SAMPLE_DIAGNOSIS.exchanges,
  signedIn('eu'),
  answered({ call: 'data-call', host: 'eu' }, { status: 200, body: ZIP_BYTES }),
]);
export const COMPARING: Diagnosis = {
  ...SAMPLE_DIAGNOSIS,
  hosts: SAMPLE_DIAGNOSIS.hosts.map((host, index) =>
    index === 0 ? host : { ...host, tookKeys: null, behaviour: null, totalMs: 0 },
  ),
};

const picture: HeldPicture = {
  id: 'picture-1',
  way: 'page',
  width: 800,
  height: 400,
  edit: { masks: [{ x: 100, y: 100, width: 200, height: 60 }], crop: null, caption: '' },
  hint: phrase('picture.hint.other-page'),
};
export const PAGE = { isOpen: true, host: 'admin.atlassian.com', isLoading: false, canGoBack: true } as const;

/** What the bridge answers unless a scene says otherwise. */
export const GOOD: BridgeScript = {
  appFacts: [succeed({ version: '1.2.3', electron: '45', platform: 'darwin', packaged: false })],
  lookUpSites: [succeed({ jiraSite: null, confluenceSite: null })],
  plannedRequests: [succeed(SAMPLE_PLAN)],
  startDiagnosis: [succeed(SAMPLE_RESULT)],
  previewEvidence: [succeed(SAMPLE_PREVIEW)],
  saveEvidence: [succeed(SAMPLE_SAVED)],
  addPicture: [succeed({ kind: 'added', picture })],
  pictureBytes: [succeed([...samplePng(80, 40)])],
  listCaptureSources: [succeed({ sources: [], permission: phrase('picture.permission.mac') })],
};

/** An evidence file that was looked at. */
export function verified(over: Partial<VerifiedBundle>): BridgeScript {
  const document = evidenceDocument(SAMPLE_DIAGNOSIS, {
    residency: 'pinned',
    residencyFacts: [],
    pictures: [],
    appVersion: '1.2.3',
  });
  const bundle: VerifiedBundle = {
    state: 'sound',
    problems: [],
    document,
    files: SAMPLE_PREVIEW.files,
    ...over,
  };
  return { verifyEvidence: [succeed(bundle)] };
}

/** A bundle of another size. */
export const large = (bytes: number): BridgeScript => ({
  previewEvidence: [succeed({ ...SAMPLE_PREVIEW, bytes })],
  saveEvidence: [succeed({ ...SAMPLE_SAVED, bytes })],
});
