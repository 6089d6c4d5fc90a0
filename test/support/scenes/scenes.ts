import { fail, succeed } from '../../../src-main/contract/failure.ts';
import { phrase } from '../../../src-main/words/phrase.ts';
import type { BridgeScript, OpenedRenderer } from '../open-renderer.ts';
import { SAMPLE_RESULT } from '../sample-answers.ts';
import { BLOCKED, COMPARING, GOOD, HEALTHY, large, PAGE, REGION_WORKS, verified } from './answers.ts';
import {
  openDetails,
  openFile,
  primary,
  screen,
  SECRET,
  takePicture,
  toCheck,
  toForm,
  toHandOver,
  toPicture,
  toReview,
  toVerdict,
} from './ways.ts';

/** One picture of the window: what the bridge answers, and the way there, which needs no word of any language. */
export interface Scene {
  readonly name: string;
  readonly script: BridgeScript;
  readonly go: (opened: OpenedRenderer) => Promise<void>;
}

const OWN: readonly Scene[] = [
  { name: 'welcome', script: {}, go: async () => undefined },
  { name: 'evidence file, sound', script: verified({}), go: openFile },
  {
    name: 'evidence file, changed',
    script: verified({
      state: 'tampered',
      problems: [
        phrase('problem.changed', { name: 'summary.txt' }),
        phrase('problem.missing', { name: 'manifest.json' }),
      ],
    }),
    go: openFile,
  },
  {
    name: 'evidence file, none',
    script: verified({
      state: 'not-a-bundle',
      problems: [phrase('problem.damaged')],
      document: null,
      files: [],
    }),
    go: openFile,
  },
  {
    name: 'evidence file, unreadable',
    script: {
      verifyEvidence: [fail('bad-input', phrase('failure.read', { reason: { key: 'failure.file.gone' } }))],
    },
    go: openFile,
  },
  { name: 'connection, empty', script: {}, go: toForm },
  {
    name: 'connection, wrong',
    script: {},
    go: async (opened) => {
      await toForm(opened);
      await opened.page.locator('[name="jiraSite"]').fill('https://example.com/');
      await primary(opened.page);
      await opened.page.locator('.field-error').first().waitFor();
    },
  },
  {
    name: 'connection, with hints and the plan',
    script: {
      lookUpSites: [
        succeed({
          jiraSite: phrase('note.site-missing', { site: 'acme.atlassian.net' }),
          confluenceSite: phrase('note.site-elsewhere', {
            confluence: 'acme.atlassian.net',
            jira: 'acme.atlassian.net',
          }),
        }),
      ],
    },
    go: async (opened) => {
      const { page } = opened;
      await toForm(opened);
      await page.locator('[name="clientId"]').fill(SECRET);
      await page.locator('[name="clientSecret"]').fill('short');
      await page.locator('[name="jiraSite"]').fill('acme');
      await page.locator('[name="clientId"]').focus();
      await page.locator('summary').click();
      await page.locator('details td').first().waitFor();
    },
  },
  {
    name: 'connection, after a failure',
    script: { startDiagnosis: [fail('our-fault', phrase('failure.our-fault'))] },
    go: async (opened) => {
      await toCheck(opened);
      await opened.finishRun();
      await opened.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'checking',
    script: {},
    go: async (opened) => {
      await toCheck(opened);
      await opened.progress({ step: 'reach', state: 'done', tookMs: 1234 });
      await opened.progress({ step: 'sign-in', state: 'failed', tookMs: 20 });
      await opened.progress({ step: 'data', state: 'skipped', tookMs: null });
      await opened.progress({ step: 'compare', state: 'running', tookMs: null });
      await openDetails(opened.page);
    },
  },
  {
    name: 'checking, being stopped',
    script: {},
    go: async (opened) => {
      await toCheck(opened);
      await primary(opened.page);
    },
  },
  {
    name: 'verdict, pinned',
    script: {},
    go: async (opened) => {
      await toVerdict(opened);
      await openDetails(opened.page);
    },
  },
  {
    name: 'verdict, moving, one region works',
    script: { startDiagnosis: [succeed({ ...SAMPLE_RESULT, diagnosis: REGION_WORKS })] },
    go: async (opened) => {
      await toVerdict(opened);
      await opened.page.locator('.choice input').nth(1).check();
    },
  },
  {
    name: 'verdict, blocked, with notes',
    script: { startDiagnosis: [succeed({ ...SAMPLE_RESULT, diagnosis: BLOCKED })] },
    go: async (opened) => {
      await toVerdict(opened);
      await openDetails(opened.page);
    },
  },
  {
    name: 'verdict, healthy',
    script: { startDiagnosis: [succeed({ ...SAMPLE_RESULT, diagnosis: HEALTHY })] },
    go: toVerdict,
  },
  {
    name: 'verdict, comparing',
    script: {},
    go: async (opened) => {
      await toCheck(opened);
      await opened.tell('partialDiagnosis', COMPARING);
      await screen(opened.page, 'verdict');
    },
  },
  { name: 'picture, in the browser', script: {}, go: toPicture },
  {
    name: 'picture, of a window, not allowed',
    script: {},
    go: async (opened) => {
      await toPicture(opened, 1);
      await opened.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'picture, of a window, none',
    script: { listCaptureSources: [succeed({ sources: [], permission: null })] },
    go: (opened) => toPicture(opened, 1),
  },
  { name: 'picture, in a page', script: {}, go: (opened) => toPicture(opened, 2) },
  {
    name: 'picture, in an open page that asks',
    script: {},
    go: async (opened) => {
      await toPicture(opened, 2);
      await opened.tell('residencyPage', { ...PAGE, asks: 'sso.acme.example', isRefused: true });
      await opened.page.locator('.panel').waitFor();
    },
  },
  { name: 'picture, nobody', script: {}, go: (opened) => toPicture(opened, 3) },
  {
    name: 'picture, refused',
    script: { addPicture: [fail('not-a-picture', phrase('failure.picture.unreadable'))] },
    go: async (opened) => {
      await toPicture(opened);
      const file = { name: 'shot.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
      await opened.page.locator('input[type="file"]').setInputFiles(file);
      await opened.page.locator('.notice').waitFor();
    },
  },
  { name: 'picture, being covered', script: {}, go: takePicture },
  {
    name: 'picture, taken',
    script: {},
    go: async (opened) => {
      await takePicture(opened);
      await primary(opened.page);
      await opened.page.locator('.pictures').waitFor();
    },
  },
  {
    name: 'review',
    script: {},
    go: async (opened) => {
      await toReview(opened);
      await opened.page.locator('.files').waitFor();
    },
  },
  {
    name: 'review, not saved',
    script: { saveEvidence: [fail('disk-full', phrase('failure.save.disk-full'))] },
    go: async (opened) => {
      await toReview(opened);
      await primary(opened.page);
      await opened.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'review, not made',
    script: { previewEvidence: [fail('our-fault', phrase('failure.our-fault'))] },
    go: async (opened) => {
      await toReview(opened);
      await opened.page.locator('.notice').waitFor();
    },
  },
  { name: 'hand-over', script: {}, go: toHandOver },
  {
    name: 'hand-over, too large, done',
    script: large(19 * 1024 * 1024),
    go: async (opened) => {
      await toHandOver(opened);
      await primary(opened.page);
      await opened.page.locator('.done').waitFor();
    },
  },
  {
    name: 'hand-over, failed',
    script: { mailWithFile: [fail('cannot-open', phrase('failure.mail'))], ...large(8 * 1024 * 1024) },
    go: async (opened) => {
      await toHandOver(opened);
      await primary(opened.page);
      await opened.page.locator('.notice').nth(1).waitFor();
    },
  },
];

/**
 * Every screen in every state that looks different. Whoever adds a screen or a state adds it here, and the tests of the
 * languages look at it.
 */
export const SCENES: readonly Scene[] = OWN.map((scene) => ({
  ...scene,
  script: { ...GOOD, ...scene.script },
}));
