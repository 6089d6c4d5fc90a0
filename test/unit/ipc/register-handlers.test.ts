import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { INVOKE_CHANNELS } from '../../../src-main/contract/ipc/channel-names.ts';
import type { RedactedServices } from '../../../src-main/ipc/redacted-answers.ts';
import { fail, succeed } from '../../../src-main/contract/failure.ts';
import { message } from '../../../src-main/i18n/message.ts';
import { registerHandlers, sendEvent } from '../../../src-main/ipc/register-handlers.ts';

type Listener = (message: never, input: unknown) => Promise<unknown>;

const own = {};
const trusted = { sender: own, senderFrame: { url: 'app://doctor/index.html', parent: null } };
const nothing = async () => succeed(null);
const never = async () => fail('nothing-to-do', message('failure.no-diagnosis'));
const SECRET = 'planted-secret-value';

const services: RedactedServices = {
  appFacts: async () => succeed({ version: '1', electron: '1', platform: 'linux', packaged: false }),
  languageChoice: async () => succeed({ language: 'system' }),
  chooseLanguage: nothing,
  connectionView: nothing,
  lookUpSites: async () => succeed({ jiraSite: null, confluenceSite: null }),
  plannedRequests: async () => succeed({ requests: [], remarks: [] }),
  startDiagnosis: async () => {
    throw new Error('broken');
  },
  cancelDiagnosis: nothing,
  currentRun: nothing,
  followDiagnosis: never,
  addPicture: never,
  pictureBytes: never,
  heldPictures: never,
  editPicture: never,
  removePicture: never,
  movePicture: never,
  listCaptureSources: never,
  captureSource: never,
  openResidencyPage: nothing,
  commandResidencyPage: nothing,
  takeResidencyPage: never,
  openAdminPage: nothing,
  openExternalPage: nothing,
  copyText: nothing,
  previewEvidence: async () => ({ ok: true, value: { wrong: SECRET } }) as never,
  saveEvidence: nothing,
  verifyEvidence: never,
  pendingEvidenceFile: nothing,
  mailWithFile: nothing,
  copyFile: nothing,
  dragFile: nothing,
  shareFile: nothing,
  showInFolder: nothing,
  openDraft: nothing,
  copyMailText: nothing,
  menuAllows: nothing,
  leaveCase: nothing,
  keepCase: never,
  listCases: async () => succeed([]),
  openCase: never,
  openedCase: nothing,
  renameCase: never,
  deleteCase: never,
  setCaseState: never,
  tickCaseItem: never,
  caseRun: never,
  compareRuns: never,
  startWaiting: never,
  stopWaiting: never,
  waitingShown: async () => succeed({ phase: 'off', ended: null }),
  supportProfile: never,
  openSupportProfile: nothing,
  removeSupportProfile: never,
  openSupportLink: nothing,
};

describe('registerHandlers', () => {
  const handlers = new Map<string, Listener>();
  let lines: string[] = [];

  const call = async (channel: string, input: unknown, message: unknown = trusted): Promise<unknown> =>
    handlers.get(channel)?.(message as never, input);

  beforeEach(() => {
    handlers.clear();
    lines = [];
    registerHandlers({
      registry: { handle: (channel, listener) => handlers.set(channel, listener) },
      services,
      ownWebContents: own,
      log: (line) => lines.push(line),
    });
  });

  it('registers every channel of the table and no other', () => {
    expect([...handlers.keys()].toSorted()).toEqual(Object.values(INVOKE_CHANNELS).toSorted());
  });

  it('answers a good request with an envelope', async () => {
    expect(await call(INVOKE_CHANNELS.leaveCase, null)).toEqual({ ok: true, value: null });
  });

  it('refuses a foreign frame', async () => {
    const foreign = { sender: own, senderFrame: { url: 'https://evil.example/', parent: null } };
    expect(await call(INVOKE_CHANNELS.appFacts, null, foreign)).toMatchObject({ ok: false });
    expect(lines.join()).toContain('not our own page');
  });

  it('refuses an input with an unknown key and does not log it', async () => {
    const form = { clientId: 'x', clientSecret: SECRET, jiraSite: 'x', confluenceSite: 'x', extra: 1 };
    expect(await call(INVOKE_CHANNELS.startDiagnosis, form)).toMatchObject({
      ok: false,
      failure: { code: 'bad-input' },
    });
    expect(lines.join()).not.toContain(SECRET);
  });

  it('turns a service that throws into a failure', async () => {
    const form = { clientId: 'x', clientSecret: SECRET, jiraSite: 'x', confluenceSite: 'x' };
    expect(await call(INVOKE_CHANNELS.startDiagnosis, form)).toMatchObject({
      ok: false,
      failure: { code: 'our-fault' },
    });
  });

  it('keeps an answer back that does not fit its schema, and its values out of the log', async () => {
    expect(
      await call(INVOKE_CHANNELS.previewEvidence, {
        residency: 'pinned',
        facts: [],
        note: '',
        leaveOut: [],
        smallerPictures: false,
      }),
    ).toMatchObject({
      ok: false,
      failure: { code: 'our-fault' },
    });
    expect(lines.join()).not.toContain(SECRET);
  });

  it('gives an envelope for any value on any channel', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(INVOKE_CHANNELS)),
        fc.anything(),
        async (channel, input) => {
          const answer = await call(channel, input);
          expect(answer).toHaveProperty('ok');
        },
      ),
    );
  });
});

describe('sendEvent', () => {
  it('sends what fits its schema, nothing to a closed window, and refuses the rest', () => {
    const sent: unknown[] = [];
    const contents = { send: (...message: unknown[]) => sent.push(message), isDestroyed: () => false };
    const value = { step: 'reach', state: 'done', tookMs: 3 } as const;
    sendEvent(contents, 'progress', value);
    sendEvent({ ...contents, isDestroyed: () => true }, 'progress', value);
    expect(sent).toEqual([['diagnosis:progress', value]]);
    expect(() => sendEvent(contents, 'progress', { ...value, token: SECRET } as never)).toThrow();
  });
});
