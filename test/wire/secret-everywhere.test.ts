import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { openCaseStore } from '../../src-main/cases/case-store.ts';
import type { EvidenceChoices } from '../../src-main/contract/report/evidence.ts';
import { evidenceDocumentSchema } from '../../src-main/contract/report/verification.ts';
import type { Result } from '../../src-main/contract/failure.ts';
import { planOf } from '../../src-main/diagnosis/run/plan.ts';
import type { FinishedRun } from '../../src-main/evidence/finished-run.ts';
import { createSendEvent } from '../../src-main/ipc/send-event.ts';
import { openSession } from '../../src-main/session/open-session.ts';
import { SessionSecrets } from '../../src-main/session/session-secrets.ts';
import { makeReport } from '../../src-main/shell/crash/crash-report.ts';
import { createLog, createRecentLines } from '../../src-main/shell/crash/log.ts';
import { inEnglish, tEnglish, formatUntrusted } from '../../src-main/i18n/translator.ts';
import {
  LEAK_DRESSES,
  LEAKED_SECRET,
  LEAKS,
  leakedIn,
  startLeakingWorld,
} from '../support/faults/leaking-world.ts';
import type { Leak, LeakDress, LeakingWorld } from '../support/faults/leaking-world.ts';
import { findInBytes, findInFolder } from '../support/faults/marker-search.ts';
import type { Finding } from '../support/faults/marker-search.ts';
import { NO_INTAKE } from '../../src-main/contract/report/intake.ts';
import { runCli } from '../support/process/run-cli.ts';
import { composed } from '../support/samples/composed.ts';
import { SAMPLE_ID } from '../support/samples/sample-run.ts';
import { samplePorts } from '../support/samples/session-ports.ts';

const root = mkdtempSync(join(tmpdir(), 'secret-everywhere-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ALL_LEAKS = Object.keys(LEAKS) as Leak[];
const ALL_DRESSES = Object.keys(LEAK_DRESSES) as LeakDress[];
const EVERY = ALL_LEAKS.flatMap((leak) => ALL_DRESSES.map((dress) => [leak, dress] as const));

const FORM = { clientId: SAMPLE_ID, jiraSite: 'acme', confluenceSite: 'acme-wiki' };
const CHOICES: Omit<EvidenceChoices, 'note'> = {
  residency: 'pinned',
  facts: [],
  intake: NO_INTAKE,
  leaveOut: [],
  smallerPictures: false,
};

/** Everything that left the app, by where it went. */
interface Outputs {
  readonly seen: (where: string, value: unknown) => void;
  readonly findings: (secrets: readonly string[]) => Finding[];
}

function collectOutputs(): Outputs {
  const texts: [string, string][] = [];
  return {
    seen: (where, value) =>
      void texts.push([where, typeof value === 'string' ? value : JSON.stringify(value)]),
    findings: (secrets) =>
      texts.flatMap(([where, text]) => findInBytes(where, Buffer.from(text ?? ''), secrets)),
  };
}

/** The window's services as the app has them, with a desktop that remembers what it was given. */
function openApp(world: LeakingWorld, folder: string, { seen }: Outputs) {
  const { diagnose, hintsAbout } = composed(world.env, {
    resolveRoute: async () =>
      world.proxyPort === null
        ? [{ kind: 'direct' }]
        : [{ kind: 'proxy', protocol: 'http', host: '127.0.0.1', port: world.proxyPort, credentials: null }],
  });
  const runs: FinishedRun[] = [];
  const recent = createRecentLines(100);
  const page = { isDestroyed: () => false, send: (channel: string, value: unknown) => seen(channel, value) };
  const secrets = new SessionSecrets();
  const opened = openSession(
    samplePorts({
      secrets,
      diagnose: async (...asked) => {
        const run = await diagnose(...asked);
        runs.push(run);
        return run;
      },
      hintsAbout,
      planOf,
      desktop: {
        downloadsFolder: () => folder,
        chooseFolder: async () => null,
        showInFolder: (path) => seen('a folder', path),
        openFile: async (path) => (seen('a draft', path), true),
        copyText: async (text) => seen('the clipboard', text),
        copyFile: async (path) => (seen('the clipboard', path), true),
        openMail: async (address) => (seen('a mail', decodeURIComponent(address)), true),
        drag: async (path) => seen('a drag', path),
        share: () => false,
        sendWay: async () => 'mail',
      },
      logLines: recent.all,
      send: createSendEvent(page),
      caseStore: openCaseStore({ folder: join(folder, 'cases'), now: () => new Date() }),
      computer: {
        monotonic: () => performance.now(),
        wall: () => new Date(),
        after: () => () => undefined,
        isOnline: () => true,
        onPower: () => () => undefined,
        prepareNotices: () => undefined,
        notify: ({ title, body }) =>
          seen('a notice', [inEnglish(title), formatUntrusted(tEnglish, body.told, body.english)]),
      },
    }),
  );
  const log = createLog(
    join(folder, 'logs'),
    secrets.redactLine,
    () => new Date(),
    (line) => {
      recent.add(line);
      seen('the log', line);
    },
  );
  return { ...opened, secrets, runs, log, recent };
}

async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`${settled.failure.code}: ${settled.failure.message}`);
  return settled.value;
}

/** Goes every way that the window has, with a person who types the secret where it does not belong. */
async function goEveryWay(app: ReturnType<typeof openApp>, { seen }: Outputs, dress: LeakDress) {
  const { services } = app;
  const slip = `see ${LEAK_DRESSES[dress](LEAKED_SECRET)} there`;
  const slips = { ...NO_INTAKE, contactName: slip, contactMail: slip, snapshotsError: slip, since: slip };
  const told = async <T>(where: string, result: Promise<Result<T>>): Promise<T> => {
    seen(where, await result);
    return value(result);
  };
  await told(
    'diagnosis:start',
    services.diagnosis.start({
      ...FORM,
      clientSecret: LEAKED_SECRET,
      choices: { ...CHOICES, note: slip, intake: slips },
    }),
  );
  await told('diagnosis:lookUpSites', services.diagnosis.lookUpSites(FORM));
  await told('diagnosis:connection', services.diagnosis.connection(null));
  await told('diagnosis:plan', services.diagnosis.plan(FORM));
  await told('diagnosis:snapshot', services.diagnosis.snapshot(null));
  await told('diagnosis:follow', services.diagnosis.follow(null));
  app.log(`something broke: ${slip}`);
  const preview = await told(
    'evidence:preview',
    services.evidence.preview({ ...CHOICES, note: slip, intake: slips }),
  );
  const saved = await told(
    'evidence:save',
    services.evidence.save({ previewId: preview.previewId, where: 'usual' }),
  );
  const bundleId = saved?.bundleId ?? '';
  for (const what of ['address', 'subject', 'body'] as const)
    await told('evidence:copyMailText', services.evidence.copyMailText({ bundleId, what }));
  await told('evidence:mail', services.evidence.mail({ bundleId }));
  await told('evidence:openDraft', services.evidence.openDraft({ bundleId }));
  await told('app:copyText', services.app.copyText({ text: slip }));
  await told(
    'cases:keep',
    services.cases.keep({
      residency: 'pinned',
      facts: [],
      note: slip,
      intake: { snapshotsError: slip, since: slip, xrayInJira: null },
    }),
  );
  await told('cases:newest', services.cases.newest(null));
  await told('cases:list', services.cases.list(null));
  await told('cases:current', services.cases.current(null));
  const raw = app.runs[0]?.diagnosis;
  const report = await makeReport({
    fault: {
      kind: 'uncaught',
      error: new Error(slip, { cause: JSON.stringify(raw?.exchanges.slice(0, 2)) }),
    },
    facts: {
      app: 'Xray Residency Doctor',
      version: '1',
      licence: 'MIT',
      electron: '45',
      chromium: '1',
      node: '24',
      system: 'x',
    },
    lastLines: app.recent.all(),
    now: new Date(0),
    redact: app.secrets.redactLine,
    isSafeToShare: app.secrets.isSafeToShare,
  });
  expect(report).not.toBeNull();
  seen('the report of a fault', report);
  return JSON.stringify(raw);
}

describe('the secrets in every string that a server can set', () => {
  it.each(EVERY)(
    'are in nothing that the window, the desktop or a file gets: %s, %s',
    async (leak, dress) => {
      const folder = join(root, `${leak}-${dress}`);
      mkdirSync(folder);
      const world = await startLeakingWorld(leak, dress);
      const outputs = collectOutputs();
      try {
        const raw = await goEveryWay(openApp(world, folder, outputs), outputs, dress);
        // The leak is a real one: each place has come back, and the secret with it.
        for (const place of LEAKS[leak]) expect(raw).toContain(place);
        expect(findInBytes('raw', Buffer.from(raw), leakedIn(leak)).length).toBeGreaterThan(2);
      } finally {
        await world.close();
      }
      expect(outputs.findings(leakedIn(leak))).toEqual([]);
      expect(await findInFolder(folder, leakedIn(leak))).toEqual([]);
      expect(readFileSync(join(folder, 'logs', 'doctor.log'), 'utf8')).toContain('something broke');
    },
    60_000,
  );

  // What `--json` prints is the `diagnosis.json` of the bundle; the first of them sees it in both places.
  it.each(ALL_LEAKS.map((leak, index) => [leak, ALL_DRESSES[index % 3] ?? 'raw', index === 0] as const))(
    'are in nothing that the CLI prints or writes: %s, %s',
    async (leak, dress, isJson) => {
      const folder = join(root, `terminal-${leak}`);
      mkdirSync(folder);
      const world = await startLeakingWorld(leak, dress);
      const sites = ['--jira', 'acme', '--confluence', 'acme-wiki'];
      try {
        for (const further of isJson ? [['--json'], []] : [[]]) {
          const run = await runCli(['--client-id', SAMPLE_ID, ...sites, '--out', folder, ...further], {
            env: {
              ...world.env,
              XRAY_CLIENT_SECRET: LEAKED_SECRET,
              ...(world.proxyPort === null ? {} : { HTTPS_PROXY: `http://127.0.0.1:${world.proxyPort}` }),
            },
          });
          expect(run.exitCode, run.stderr).toBeGreaterThan(2);
          if (further[0] === '--json') evidenceDocumentSchema.parse(JSON.parse(run.stdout));
          expect(findInBytes('stdout', Buffer.from(run.stdout), leakedIn(leak))).toEqual([]);
          expect(findInBytes('stderr', Buffer.from(run.stderr), leakedIn(leak))).toEqual([]);
        }
      } finally {
        await world.close();
      }
      expect(await findInFolder(folder, leakedIn(leak))).toEqual([]);
    },
    60_000,
  );
});
