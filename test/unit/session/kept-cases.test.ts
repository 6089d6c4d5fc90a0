import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { openCaseStore } from '../../../src-main/cases/case-store.ts';
import type { CaseKept, KeepCase, Waiting } from '../../../src-main/contract/case.ts';
import type { EvidenceChoices } from '../../../src-main/contract/evidence.ts';
import type { Diagnosis } from '../../../src-main/contract/diagnosis.ts';
import { succeed } from '../../../src-main/contract/failure.ts';
import type { Result } from '../../../src-main/contract/failure.ts';
import type { Diagnose } from '../../../src-main/evidence/finished-run.ts';
import type { Services } from '../../../src-main/ipc/redacted-answers.ts';
import type { SendEvent } from '../../../src-main/ipc/send-event.ts';
import { openSession } from '../../../src-main/session/open-session.ts';
import { openSupportContactStore } from '../../../src-main/profile/support-contact-store.ts';
import { inEnglish, tEnglish, formatUntrusted } from '../../../src-main/i18n/translator.ts';
import { findInBytes, findInFolder } from '../../support/faults/marker-search.ts';
import { samplePorts } from '../../support/samples/session-ports.ts';
import { samplePng } from '../../support/samples/sample-png.ts';
import {
  SAMPLE_ID,
  SAMPLE_SECRET,
  SAMPLE_SECRETS,
  SAMPLE_TOKEN,
  sampleDiagnosis,
} from '../../support/samples/sample-run.ts';

const root = mkdtempSync(join(tmpdir(), 'kept-cases-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  mkdirSync(join(folder, 'downloads'), { recursive: true });
});

const MINUTE = 60_000;
const FORM = {
  clientId: SAMPLE_ID,
  clientSecret: SAMPLE_SECRET,
  jiraSite: 'acme',
  confluenceSite: 'acme-wiki',
};
const KEEP: KeepCase = { name: null, residency: 'pinned', facts: [], note: '' };
const CHOICES: EvidenceChoices = {
  residency: 'pinned',
  facts: [],
  note: '',
  leaveOut: [],
  smallerPictures: false,
};

const healthy: Partial<Diagnosis> = {
  verdict: {
    ...sampleDiagnosis().verdict,
    kind: 'healthy',
    rule: 'healthy.zip',
    sentence: 'Xray answers as it should.',
  },
  hosts: sampleDiagnosis().hosts.map((host) => ({ ...host, behaviour: 'works' })),
};
const verdictOf = (kind: Diagnosis['verdict']['kind']): Partial<Diagnosis> => ({
  verdict: { ...sampleDiagnosis().verdict, kind, rule: `${kind}.rule` },
});

/** The app between two starts; all of them share the folder. */
function start(pendingEvidenceFile: string | null = null) {
  let now = 0;
  let next: Partial<Diagnosis> = {};
  let timer: { at: number; call: () => void } | null = null;
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
    const { services } = openSession(
      samplePorts({
        diagnose,
        send,
        pendingEvidenceFile,
        desktop: {
          downloadsFolder: () => join(folder, 'downloads'),
          chooseFolder: async () => null,
          showInFolder: (path) => void opened.push(path),
          openFile: async (path) => opened.push(path) > 0,
          copyText: async (text) => void opened.push(text),
          copyFile: async (path) => opened.push(path) > 0,
          openMail: async (address) => opened.push(address) > 0,
          drag: async (path) => void opened.push(path),
          share: () => false,
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

async function eventually(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !isSo(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 4));
  expect(isSo()).toBe(true);
}

async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`${settled.failure.code}: ${settled.failure.message}`);
  return settled.value;
}

const keptCase = async (services: Services) => value(services.cases.keep(KEEP));

describe('a case that is kept', () => {
  it('is found after a restart with everything but the keys, and can be mailed without checking again', async () => {
    const first = await start();
    await first.check();
    await value(first.services.pictures.add({ bytes: samplePng(400, 300), way: 'paste' }));
    const [picture] = await value(first.services.pictures.list(null));
    if (picture === undefined) throw new Error('no picture');
    await value(
      first.services.pictures.edit({ id: picture.id, edit: { ...picture.edit, caption: 'The page' } }),
    );
    const { id, name } = await value(first.services.cases.keep({ ...KEEP, name: ' My  case ' }));
    expect(name).toBe('My case');
    await value(first.services.cases.setState({ id, state: 'waiting-for-xray' }));
    await value(first.services.cases.tick({ id, item: 'submit', isTicked: true }));
    await value(first.services.cases.leave(null));
    expect(await value(first.services.cases.current(null))).toBeNull();

    const second = await start();
    expect(await value(second.services.cases.list(null))).toMatchObject([
      { kind: 'case', id, name: 'My case', site: 'acme.atlassian.net', state: 'waiting-for-xray', runs: 1 },
    ]);
    const opened = await value(second.services.cases.open({ id }));
    expect(opened.kept).toMatchObject({
      id,
      ticked: ['submit'],
      residency: 'pinned',
      pictures: 1,
      comparison: null,
    });
    expect(opened.latest?.diagnosis.verdict.kind).toBe('residency');
    expect(opened.latest?.transcripts.length).toBeGreaterThan(0);
    expect(await value(second.services.cases.current(null))).toEqual(opened);
    expect(await value(second.services.diagnosis.connection(null))).toEqual({
      clientId: '',
      jiraSite: 'acme.atlassian.net',
      confluenceSite: 'acme-wiki.atlassian.net',
      secretHeld: false,
    });
    expect(await value(second.services.pictures.list(null))).toMatchObject([
      { width: 400, height: 300, edit: { caption: 'The page', masks: [] } },
    ]);
    // The keys are asked for again.
    expect(await second.services.diagnosis.start({ ...FORM, clientSecret: null })).toMatchObject({
      failure: { field: 'clientSecret' },
    });
    const preview = await value(second.services.evidence.preview(CHOICES));
    expect(preview.files.map(({ path }) => path)).toContain('pictures/residency-1.png');
    await value(second.services.evidence.save({ previewId: preview.previewId, where: 'downloads' }));
    await second.told(1);
    expect(second.kept[0]?.kept?.bundles).toHaveLength(1);
    for (const place of [join(folder, 'cases'), join(folder, 'downloads')])
      expect(await findInFolder(place, [SAMPLE_SECRET, SAMPLE_TOKEN, SAMPLE_ID])).toEqual([]);
    expect(
      findInBytes('answers', Buffer.from(JSON.stringify([opened, second.kept])), [
        SAMPLE_SECRET,
        SAMPLE_TOKEN,
      ]),
    ).toEqual([]);
    expect(JSON.stringify([opened, second.kept])).not.toContain(folder);
  });

  it('takes the next check of the same sites, and compares it with the first', async () => {
    const { services, check, answer, told, kept } = await start();
    await check();
    const { id, runs } = await keptCase(services);
    answer(healthy);
    await check({ jiraSite: 'https://acme.atlassian.net/jira' });
    await told(1);
    const after = kept[0]?.kept;
    expect(after).toMatchObject({
      id,
      state: 'checked',
      comparison: { change: 'better', hosts: [{ id: 'global', change: 'better' }] },
    });
    expect(after?.runs).toHaveLength(2);
    const [before, latest] = after?.runs ?? [];
    expect(before).toEqual(runs[0]);
    if (before === undefined || latest === undefined) throw new Error('no runs');
    expect(
      await value(services.cases.compareRuns({ id, before: latest.id, after: before.id })),
    ).toMatchObject({
      change: 'worse',
    });
    expect((await value(services.cases.run({ id, runId: before.id }))).diagnosis.verdict.kind).toBe(
      'residency',
    );
    expect(await services.cases.compareRuns({ id, before: before.id, after: 'f'.repeat(16) })).toMatchObject({
      failure: { code: 'case-missing' },
    });
  });

  it('takes neither a check that was stopped nor one of other sites, which leaves the case', async () => {
    const { services, check, answer, kept } = await start();
    await check();
    await keptCase(services);
    answer(verdictOf('cancelled'));
    await check();
    answer({});
    await check({ jiraSite: 'another' });
    await expect.poll(() => value(services.cases.current(null))).toBeNull();
    // What is kept now is written after anything that would have been written by itself.
    await keptCase(services);
    expect(kept).toEqual([]);
    expect(await value(services.cases.list(null))).toMatchObject([{ runs: 1 }, { runs: 1 }]);
  });

  it('keeps what has changed when it is kept again, under the same id', async () => {
    const { services, check } = await start();
    await check();
    const first = await keptCase(services);
    await value(services.pictures.add({ bytes: samplePng(400, 300), way: 'paste' }));
    const again = await value(
      services.cases.keep({
        name: 'Another',
        residency: 'migrating',
        facts: [{ product: 'Jira', location: 'EU', status: 'Pinned' }],
        note: 'Asked twice already.',
      }),
    );
    expect(again).toMatchObject({
      id: first.id,
      name: 'Another',
      residency: 'migrating',
      note: 'Asked twice already.',
      pictures: 1,
    });
    expect(await value(services.cases.list(null))).toHaveLength(1);
  });

  it('keeps what is written to support, without a secret that stands in it', async () => {
    const { services, check } = await start();
    await check();
    const { id } = await value(services.cases.keep({ ...KEEP, note: `My secret is ${SAMPLE_SECRET}.` }));
    const { kept } = await value(services.cases.open({ id }));
    expect(kept.note).toMatch(/^My secret is ‹client-secret#[0-9a-f]+›\.$/u);
  });

  it('loses no half of a tag where a note has become too long', async () => {
    const { services, check } = await start();
    await check();
    for (const lead of ['', 'a', 'aaaaa', 'aaaaaaaaa']) {
      const note = `${lead} ${'password=hunter2 '.repeat(230)}`;
      const { id } = await value(services.cases.keep({ ...KEEP, note }));
      const { kept } = await value(services.cases.open({ id }));
      expect((kept.note ?? '').length).toBeGreaterThan(3900);
      expect((kept.note ?? '').replace(/‹[a-z-]+#[0-9a-f]{4}›/gu, '')).not.toContain('‹');
    }
  });

  it('is one case, however often it is asked for at once', async () => {
    const { services, check } = await start();
    await check();
    const kept = await Promise.all([1, 2, 3].map(() => keptCase(services)));
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    expect(await value(services.cases.list(null))).toHaveLength(1);
  });

  it('is not kept before there is a result, nor with a secret in its name', async () => {
    const { services, check } = await start();
    expect(await services.cases.keep(KEEP)).toMatchObject({ failure: { code: 'nothing-to-do' } });
    await check();
    expect(await services.cases.keep({ ...KEEP, name: SAMPLE_SECRET })).toMatchObject({
      failure: { code: 'case-not-clean' },
    });
    expect(await value(services.cases.list(null))).toEqual([]);
    const { id } = await keptCase(services);
    expect(await services.cases.rename({ id, name: `x ${SAMPLE_SECRET.slice(5, 30)}` })).toMatchObject({
      failure: { code: 'case-not-clean' },
    });
    // Also a secret that was only typed, in a form that was refused.
    const typed = '77aa55cc33ee11ff99bb';
    await services.diagnosis.start({ ...FORM, clientSecret: typed, jiraSite: '' });
    expect(await services.cases.rename({ id, name: typed })).toMatchObject({
      failure: { code: 'case-not-clean' },
    });
    expect(await value(services.cases.rename({ id, name: 'Fine' }))).toMatchObject({ name: 'Fine' });
  });

  it('is gone for good when it is deleted', async () => {
    const { services, check } = await start();
    await check();
    const { id } = await keptCase(services);
    expect(await value(services.cases.remove({ id }))).toEqual([]);
    expect(await value(services.cases.current(null))).toBeNull();
    for (const failed of [
      services.cases.open({ id }),
      services.cases.rename({ id, name: 'x' }),
      services.cases.remove({ id }),
      services.cases.run({ id, runId: 'a'.repeat(16) }),
    ])
      expect(await failed).toMatchObject({ failure: { code: 'case-missing' } });
  });
});

describe('a kept run that somebody has changed', () => {
  it('is redacted once more as it is read', async () => {
    const first = await start();
    await first.check();
    const { id, runs } = await keptCase(first.services);
    await value(first.services.cases.leave(null));
    const [run] = readdirSync(join(folder, 'cases', id)).filter((name) => name.startsWith('run-'));
    const file = join(folder, 'cases', id, run ?? '');
    const planted = `Bearer ${SAMPLE_TOKEN}`;
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('"notes":[]');
    writeFileSync(file, text.replaceAll('"notes":[]', `"notes":["${planted}"]`));

    const { services } = await start();
    const opened = await value(services.cases.open({ id }));
    const answers = [
      opened,
      await value(services.cases.current(null)),
      await value(services.cases.run({ id, runId: runs[0]?.id ?? '' })),
    ];
    expect(opened.latest?.diagnosis.notes).toHaveLength(1);
    expect(findInBytes('answers', Buffer.from(JSON.stringify(answers)), [SAMPLE_TOKEN])).toEqual([]);
  });
});

describe('a bundle of a kept case', () => {
  it('does not hold a file of other sites that were checked before', async () => {
    const { services, check } = await start();
    await check();
    const { previewId } = await value(services.evidence.preview(CHOICES));
    await value(services.evidence.save({ previewId, where: 'downloads' }));
    await check({ jiraSite: 'another' });
    expect((await value(services.cases.keep(KEEP))).bundles).toEqual([]);
  });

  it('holds the files that were saved before it was kept', async () => {
    const { services } = await start();
    const run = await start();
    await run.check();
    const { previewId } = await value(run.services.evidence.preview(CHOICES));
    const saved = await value(run.services.evidence.save({ previewId, where: 'downloads' }));
    const { id, state } = await keptCase(run.services);
    expect(state).toBe('mail-ready');
    const { kept } = await value(services.cases.open({ id }));
    expect(kept.bundles).toEqual([{ ...saved, savedAt: expect.any(String), isThere: true }]);
    // A case that is begun after the other was left has none of them.
    await value(run.services.cases.leave(null));
    await run.check();
    expect((await keptCase(run.services)).bundles).toEqual([]);
  });

  it('can be handed over days later, as long as it is the same file', async () => {
    const first = await start();
    await first.check();
    const { id } = await keptCase(first.services);
    const { previewId } = await value(first.services.evidence.preview(CHOICES));
    const saved = await value(first.services.evidence.save({ previewId, where: 'downloads' }));
    if (saved === null) throw new Error('not saved');
    await first.told(1);
    expect(first.kept[0]?.kept).toMatchObject({ state: 'mail-ready' });

    const { services, opened } = await start();
    const { kept } = await value(services.cases.open({ id }));
    expect(kept.bundles).toEqual([{ ...saved, savedAt: expect.any(String), isThere: true }]);
    const { bundleId } = saved;
    const zip = join(folder, 'downloads', saved.fileName);
    await value(services.evidence.showInFolder({ bundleId }));
    await value(services.evidence.openDraft({ bundleId }));
    await value(services.evidence.mail({ bundleId }));
    expect(opened).toEqual([
      zip,
      zip.replace(/zip$/u, 'eml'),
      zip,
      expect.stringMatching(/^mailto:support@radbee/u),
    ]);

    const again = await value(first.services.evidence.save({ previewId, where: 'downloads' }));
    expect(again?.fileName).toMatch(/-2\.zip$/u);
    await first.told(2);
    await value(services.cases.open({ id }));
    await value(services.evidence.openDraft({ bundleId: again?.bundleId ?? '' }));

    const draft = zip.replace(/zip$/u, 'eml');
    const written = readFileSync(draft, 'latin1');
    writeFileSync(draft, written.replace('To: support@radbee.com', 'To: other@example.invalid'), 'latin1');
    opened.length = 0;
    expect(await services.evidence.openDraft({ bundleId })).toMatchObject({
      failure: { code: 'nothing-to-do' },
    });
    expect(opened).toEqual([]);
    writeFileSync(draft, written, 'latin1');

    const whole = readFileSync(zip);
    writeFileSync(zip, Buffer.from(whole.map((byte, index) => (index === 9 ? byte ^ 1 : byte))));
    opened.length = 0;
    for (const way of ['showInFolder', 'openDraft', 'mail', 'copyFile', 'drag', 'share'] as const)
      expect(await services.evidence[way]({ bundleId })).toMatchObject({
        failure: { code: 'nothing-to-do' },
      });
    rmSync(zip);
    expect(await services.evidence.showInFolder({ bundleId })).toMatchObject({
      failure: { code: 'nothing-to-do' },
    });
    expect(opened).toEqual([]);
    expect((await value(services.cases.current(null)))?.kept.bundles[0]?.isThere).toBe(false);
    await value(services.evidence.copyMailText({ bundleId, what: 'address' }));
    expect(opened).toEqual(['support@radbee.com']);
  });

  it('is no other file, whatever stands in case.json', async () => {
    const first = await start();
    await first.check();
    const { id } = await keptCase(first.services);
    const { previewId } = await value(first.services.evidence.preview(CHOICES));
    await value(first.services.evidence.save({ previewId, where: 'downloads' }));
    await first.told(1);
    const file = join(folder, 'cases', id, 'case.json');
    const text = readFileSync(file, 'utf8');
    for (const path of ['/etc/passwd', '/tmp/run.sh', 'xray-evidence-acme-20260301T0930Z.zip.exe']) {
      writeFileSync(file, text.replace(/"zipPath": "[^"]+"/u, `"zipPath": "${path}"`));
      expect(await (await start()).services.cases.open({ id })).toMatchObject({
        failure: { code: 'case-damaged' },
      });
    }
  });

  it('is not looked at where its path may lead to another computer', async () => {
    const first = await start();
    await first.check();
    const { id } = await keptCase(first.services);
    const { previewId } = await value(first.services.evidence.preview(CHOICES));
    const saved = await value(first.services.evidence.save({ previewId, where: 'downloads' }));
    await first.told(1);
    const file = join(folder, 'cases', id, 'case.json');
    // The very same file for this computer, by a path that names a host on another one.
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"zipPath": "/u, '"zipPath": "/'));
    const { services, opened } = await start();
    const { kept } = await value(services.cases.open({ id }));
    expect(kept.bundles).toMatchObject([{ bundleId: saved?.bundleId, isThere: false }]);
    expect(await services.evidence.showInFolder({ bundleId: saved?.bundleId ?? '' })).toMatchObject({
      ok: false,
    });
    expect(opened).toEqual([]);
  });

  it('is not opened by an argument that leads to another computer, and is by one that does not', async () => {
    const file = join(folder, 'evidence.zip');
    cpSync('test/golden/xray-evidence-v1.zip', file);
    const { services } = await start(`/${file}`);
    expect(await services.evidence.takePending(null)).toMatchObject({
      ok: false,
      failure: { code: 'bad-input', phrase: { key: 'failure.read-elsewhere' } },
    });
    expect(await services.evidence.takePending(null)).toEqual({ ok: true, value: null });
    const good = await start(file);
    expect(await good.services.evidence.takePending(null)).toMatchObject({
      ok: true,
      value: { state: 'sound' },
    });
  });
});

describe('waiting', () => {
  it('needs a kept case, keys in memory, and something to wait for', async () => {
    const { services, check, answer } = await start();
    expect(await services.recheck.start({ minutes: 15 })).toMatchObject({
      failure: { code: 'nothing-to-do' },
    });
    await check();
    expect(await services.recheck.start({ minutes: 15 })).toMatchObject({
      failure: { message: expect.stringContaining('Keep this case first') },
    });
    const { id } = await keptCase(services);
    for (const over of [healthy, verdictOf('credentials-rejected')]) {
      answer(over);
      await check();
      expect(await services.recheck.start({ minutes: 15 })).toMatchObject({
        failure: { code: 'nothing-to-do' },
      });
    }
    await value(services.cases.open({ id }));
    expect(await services.recheck.start({ minutes: 15 })).toMatchObject({
      failure: { code: 'nothing-to-do' },
    });
    expect(await value(services.recheck.state(null))).toEqual({ phase: 'off', ended: null });
  });

  it('a case that was opened without its keys says that they are missing', async () => {
    const { services, check } = await start();
    await check();
    const { id } = await keptCase(services);
    await value(services.cases.open({ id }));
    expect(await services.recheck.start({ minutes: 15 })).toMatchObject({
      failure: { code: 'no-secret-held' },
    });
  });

  it('adds what it finds to the case, notifies, and drops the keys when all is well', async () => {
    const { services, check, answer, pass, kept, told, notices, prepared, states, asked } = await start();
    await check();
    await keptCase(services);
    expect(prepared).toEqual([]);
    expect(await value(services.recheck.start({ minutes: 15 }))).toMatchObject({
      phase: 'waiting',
      minutes: 15,
    });
    expect(prepared).toEqual([0]);
    await pass(15 * MINUTE);
    await told(1);
    expect(kept[0]?.kept?.runs).toHaveLength(2);
    expect(notices).toEqual([]);
    answer(verdictOf('network'));
    await pass(15 * MINUTE);
    expect(states.at(-1)).toMatchObject({ postponed: 'not-reached', verdict: { kind: 'residency' } });
    answer(healthy);
    await pass(15 * MINUTE);
    await told(2);
    expect(kept[1]?.kept).toMatchObject({ comparison: { change: 'better' } });
    expect(kept[1]?.kept?.runs).toHaveLength(3);
    expect(notices).toEqual([['New result for acme.atlassian.net', 'Xray answers as it should.']]);
    expect(states.at(-1)).toEqual({ phase: 'off', ended: 'healthy' });
    expect(asked).toEqual([SAMPLE_SECRET, SAMPLE_SECRET, SAMPLE_SECRET, SAMPLE_SECRET]);
    expect(await value(services.diagnosis.connection(null))).toMatchObject({ secretHeld: false });
    expect((await value(services.cases.current(null)))?.latest?.diagnosis.verdict.kind).toBe('healthy');
    // The result is still there and can be packed; the keys are not.
    const preview = await value(services.evidence.preview(CHOICES));
    expect(preview.files.find(({ path }) => path === 'summary.txt')?.text).toContain(
      'Xray answers as it should',
    );
  });

  it.each([
    ['recheck.stop', ({ recheck }: Services) => recheck.stop(null)],
    ['cases.leave', ({ cases }: Services) => cases.leave(null)],
    ['cases.remove', ({ cases }: Services, id: string) => cases.remove({ id })],
  ] as const)('%s ends it and drops the keys at once', async (_name, end) => {
    const { services, check, pass, asked, states, hasTimer } = await start();
    await check();
    const { id } = await keptCase(services);
    const { previewId } = await value(services.evidence.preview(CHOICES));
    await value(services.recheck.start({ minutes: 30 }));
    await end(services, id);
    expect(states.at(-1)).toEqual({ phase: 'off', ended: 'stopped' });
    expect(hasTimer()).toBe(false);
    await pass(60 * MINUTE);
    expect(asked).toHaveLength(1);
    const shown = await value(services.diagnosis.connection(null));
    expect(shown?.secretHeld ?? false).toBe(false);
    expect(await services.diagnosis.start({ ...FORM, clientSecret: null })).toMatchObject({
      failure: { field: 'clientSecret' },
    });
    // Without the keys the gate could not judge what was prepared with them.
    expect(await services.evidence.save({ previewId, where: 'downloads' })).toMatchObject({
      failure: { code: 'nothing-to-do' },
    });
  });

  it('a check by the person goes before, and waiting goes on from there', async () => {
    const { services, check, pass, states, asked, answer } = await start();
    await check();
    await keptCase(services);
    await value(services.recheck.start({ minutes: 15 }));
    await pass(10 * MINUTE);
    answer(verdictOf('unclear'));
    await check({ clientSecret: SAMPLE_SECRET });
    expect(states.at(-1)).toMatchObject({ phase: 'waiting', verdict: { kind: 'unclear' } });
    await pass(10 * MINUTE);
    expect(asked).toHaveLength(2);
    await pass(5 * MINUTE);
    expect(asked).toHaveLength(3);
  });

  it('ends when the person checks another connection', async () => {
    const { services, check, states } = await start();
    await check();
    await keptCase(services);
    await value(services.recheck.start({ minutes: 15 }));
    await check({ clientSecret: 'another-secret-of-the-person-1' });
    expect(states.at(-1)).toEqual({ phase: 'off', ended: 'stopped' });
    expect(await value(services.diagnosis.connection(null))).toMatchObject({ secretHeld: true });
  });
});

describe("support's profile", () => {
  it('decides whom the mail goes to, and can be taken away again', async () => {
    const { services, check, opened } = await start();
    await check();
    expect(await value(services.support.profile(null))).toMatchObject({ source: 'default' });
    expect(await value(services.support.openProfile(null))).toMatchObject({
      kind: 'taken',
      shown: { source: 'opened', support: { name: 'Us' } },
    });
    const { mail } = await value(services.evidence.preview(CHOICES));
    expect(mail).toMatchObject({ to: 'us@example.org', subject: '[T-1] Xray connectivity – data residency' });
    expect(await services.support.openLink({ index: 0 })).toMatchObject({
      failure: { code: 'nothing-to-do' },
    });
    expect(opened).toEqual([]);
    expect(await value(services.support.removeProfile(null))).toMatchObject({ source: 'default' });
    expect((await value(services.evidence.preview(CHOICES))).mail.to).toBe('support@radbee.com');
  });
});
