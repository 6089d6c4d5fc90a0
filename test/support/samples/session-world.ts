import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, expect } from 'vitest';

import { openCaseStore } from '../../../src-main/cases/case-store.ts';
import type { CaseKept, KeepCase, Waiting } from '../../../src-main/contract/case.ts';
import type { EvidenceChoices } from '../../../src-main/contract/report/evidence.ts';
import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { NO_CONTACT, NO_INTAKE, NO_KEPT_INTAKE } from '../../../src-main/contract/report/intake.ts';
import type { Contact } from '../../../src-main/contract/report/intake.ts';
import { succeed } from '../../../src-main/contract/failure.ts';
import type { Result } from '../../../src-main/contract/failure.ts';
import type { Diagnose } from '../../../src-main/evidence/finished-run.ts';
import type { Services } from '../../../src-main/ipc/redacted-answers.ts';
import type { SendEvent } from '../../../src-main/ipc/send-event.ts';
import { openSession } from '../../../src-main/session/open-session.ts';
import { openSupportContactStore } from '../../../src-main/profile/support-contact-store.ts';
import { inEnglish, tEnglish, formatUntrusted } from '../../../src-main/i18n/translator.ts';
import { SAMPLE_ID, SAMPLE_SECRET, SAMPLE_SECRETS, sampleDiagnosis } from './sample-run.ts';
import { samplePorts } from './session-ports.ts';

/** The folder of the test that runs. */
export let folder = '';

/** To be called once by each test file: gives every test a folder of its own. */
export function useOwnFolders(): void {
  const root = mkdtempSync(join(tmpdir(), 'session-world-'));
  let count = 0;
  beforeEach(() => {
    count += 1;
    folder = join(root, String(count));
    mkdirSync(join(folder, 'downloads'), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
}

export const MINUTE = 60_000;
export const FORM = {
  clientId: SAMPLE_ID,
  clientSecret: SAMPLE_SECRET,
  jiraSite: 'acme',
  confluenceSite: 'acme-wiki',
};
export const KEEP: KeepCase = { residency: 'pinned', facts: [], note: '', intake: NO_KEPT_INTAKE };
export const CHOICES: EvidenceChoices = {
  residency: 'pinned',
  facts: [],
  note: '',
  intake: NO_INTAKE,
  leaveOut: [],
  smallerPictures: false,
};

export const healthy: Partial<Diagnosis> = {
  verdict: {
    ...sampleDiagnosis().verdict,
    kind: 'healthy',
    rule: 'healthy.zip',
    sentence: 'Xray answers as it should.',
  },
  hosts: sampleDiagnosis().hosts.map((host) => ({ ...host, behaviour: 'works' })),
};
export const verdictOf = (kind: Diagnosis['verdict']['kind']): Partial<Diagnosis> => ({
  verdict: { ...sampleDiagnosis().verdict, kind, rule: `${kind}.rule` },
});

/** Starts the app's session over `folder`; all that a test starts share it. `remembered` is what the settings hold. */
export function start(
  evidenceArguments: readonly string[] = [],
  remembered: { readonly contact?: Contact; readonly reportFolder?: string } = {},
) {
  let now = 0;
  let next: Partial<Diagnosis> = {};
  let timer: { at: number; call: () => void } | null = null;
  let chosenFolder: string | null = null;
  /** What the settings hold; they outlive the app. */
  const settings = { contact: NO_CONTACT, reportFolder: null as string | null, ...remembered };
  const opened: string[] = [];
  const kept: CaseKept[] = [];
  const states: Waiting[] = [];
  const notices: unknown[] = [];
  /** When the system was asked for its leave to notify. */
  const prepared: number[] = [];
  const asked: string[] = [];
  const wall = (): Date => new Date(Date.UTC(2026, 2, 5) + now);
  const diagnose: Diagnose = async (connection, _listener, signal) => {
    asked.push(connection.clientSecret);
    const diagnosis = sampleDiagnosis({
      sites: { jira: connection.jiraSite, confluence: connection.confluenceSite },
      finishedAt: wall().toISOString(),
      ...(signal.aborted ? verdictOf('cancelled') : next),
    });
    return { diagnosis, secrets: SAMPLE_SECRETS, salt: Buffer.from(String(asked.length)) };
  };
  const send: SendEvent = (channel, value) => {
    if (channel === 'cases:onKept') kept.push(value as CaseKept);
    if (channel === 'recheck:onState') states.push(value as Waiting);
  };
  return (async () => {
    const { services, addPendingEvidence } = openSession(
      samplePorts({
        diagnose,
        send,
        evidenceArguments,
        desktop: {
          downloadsFolder: () => join(folder, 'downloads'),
          chooseFolder: async () => chosenFolder,
          showInFolder: (path) => void opened.push(path),
          openFile: async (path) => opened.push(path) > 0,
          copyText: async (text) => void opened.push(text),
          copyFile: async (path) => opened.push(path) > 0,
          openMail: async (address) => opened.push(address) > 0,
          drag: async (path) => void opened.push(path),
          share: () => false,
          sendWay: async () => 'draft',
        },
        memory: {
          contact: () => settings.contact,
          reportFolder: () => settings.reportFolder,
          remember: async (change) => {
            Object.assign(settings, change);
            return succeed(null);
          },
        },
        caseStore: openCaseStore({ folder: join(folder, 'cases'), now: wall }),
        computer: {
          monotonic: () => now,
          wall,
          after: (ms, call) => {
            const own = { at: now + ms, call };
            timer = own;
            return () => {
              if (timer === own) timer = null;
            };
          },
          isOnline: () => true,
          onPower: () => () => undefined,
          prepareNotices: () => void prepared.push(now),
          notify: ({ title, body }) =>
            void notices.push([inEnglish(title), formatUntrusted(tEnglish, body.told, body.english)]),
        },
        supportContacts: await openSupportContactStore({
          besideProgram: {
            isInDownloads: false,
            isThere: async () => false,
            read: async () => succeed(null),
          },
          known: () => null,
          ask: async () => false,
          remember: async () => undefined,
          kept: () => null,
          keep: async () => succeed(null),
        }),
        chooseProfile: async () =>
          succeed(Buffer.from('{"version":1,"name":"Us","mail":"us@example.org","ticket":"T-1"}')),
        openPage: async (address) => opened.push(address) > 0,
      }),
    );
    return {
      services,
      addPendingEvidence,
      settings,
      choose: (place: string | null) => {
        chosenFolder = place;
      },
      opened,
      kept,
      states,
      notices,
      prepared,
      asked,
      answer: (over: Partial<Diagnosis>) => {
        next = over;
      },
      check: async (over: Partial<typeof FORM> = {}) => value(services.diagnosis.start({ ...FORM, ...over })),
      /** Lets time pass, and what is due happen. */
      pass: async (ms: number) => {
        now += ms;
        if (timer !== null && timer.at <= now) {
          const { call } = timer;
          timer = null;
          const before = states.length;
          call();
          await eventually(() => states.length >= before + 2);
        }
      },
      told: (times: number) => eventually(() => kept.length >= times),
      hasTimer: () => timer !== null,
    };
  })();
}

export async function eventually(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !isSo(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 4));
  expect(isSo()).toBe(true);
}

export async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`${settled.failure.code}: ${settled.failure.message}`);
  return settled.value;
}

export const keptCase = async (services: Services) => value(services.cases.keep(KEEP));
