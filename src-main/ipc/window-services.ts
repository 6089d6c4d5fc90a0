import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';

import type { ChannelOutput, CheckResult, Services } from '../contract/channels.ts';
import { parseConnection, parseSite } from '../contract/connection.ts';
import type { Connection, SiteName } from '../contract/connection.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { Plan, SiteHints } from '../contract/plan.ts';
import { prepareBundle, previewOf } from '../evidence/bundle.ts';
import type { PreparedBundle } from '../evidence/bundle.ts';
import { callTranscripts } from '../evidence/call-transcripts.ts';
import type { Diagnose, FinishedRun } from '../evidence/finished-run.ts';
import { mailtoAddress } from '../evidence/mail-draft.ts';
import { createRedactor } from '../evidence/redact.ts';
import { readBundle } from '../evidence/read-bundle.ts';
import { describeFileFailure, saveBundle } from '../evidence/save-bundle.ts';
import { verifyBundle } from '../evidence/verify.ts';
import { pictureServices } from './picture-services.ts';
import type { PicturePorts } from './picture-services.ts';
import { createRunTeller } from './run-teller.ts';
import type { RunEvents } from './run-teller.ts';
import type { WorkInHand } from './work-in-hand.ts';

/** What the services need of the desktop; the adapter is thin and lives in shell/. */
export interface Desktop {
  downloadsFolder(): string;
  /** Asks the person for a folder; null if they closed the dialog. */
  chooseFolder(): Promise<string | null>;
  showInFolder(path: string): void;
  /** Opens a file with the program of its kind; false if there is none. */
  openFile(path: string): Promise<boolean>;
  copyText(text: string): Promise<void>;
  /** Puts a file on the clipboard, so that it can be pasted into a mail; false if the system took none. */
  copyFile(path: string): Promise<boolean>;
  /** Opens a `mailto:` address; false if no program took it. */
  openMail(address: string): Promise<boolean>;
  /** Lets the person drag a file out of the window. */
  drag(path: string): Promise<void>;
  /** Opens the system's menu to share a file; false where there is none. */
  share(path: string): boolean;
}

export interface WindowServicePorts extends PicturePorts, RunEvents {
  readonly diagnose: Diagnose;
  readonly hintsAbout: (sites: {
    readonly jiraSite: SiteName;
    readonly confluenceSite: SiteName;
  }) => Promise<SiteHints>;
  readonly planOf: (sites: {
    readonly jiraSite: SiteName | null;
    readonly confluenceSite: SiteName | null;
  }) => Plan;
  readonly desktop: Desktop;
  readonly appFacts: ChannelOutput<'appFacts'>;
  /** The evidence file that the app was started with (`--open FILE`); null if there was none. */
  readonly evidenceToOpen: string | null;
  /** Counts in what must not be cut off when the app ends. */
  readonly inHand: WorkInHand;
  /** Gives the window's page a new process, so that what was typed into the old one is gone. */
  readonly movePage: () => void;
}

/** Tags in lines that belong to no run; another one each time the app starts. */
const LOG_SALT = randomBytes(16);

const NOTHING = succeed(null);
const NO_DIAGNOSIS = 'There is no result yet. Check the connection first.';
/** Why a run was stopped, when it was not the person who stopped it. */
const ASLEEP = new Error('The computer went to sleep.');
const SLEPT =
  'Your computer went to sleep during the check, so that it could not be finished. Everything you entered is still here. Check again.';
const NO_BUNDLE = 'The file is not known any more. Prepare the evidence again.';

/** The services, and the redaction of the open case for those who write lines about it. */
export interface OpenCase {
  readonly services: Services;
  /** Removes every secret that the open case holds at this moment, and whatever has a secret's shape. */
  readonly redactLine: (line: string) => string;
  /** Whether there is a run that the page would have to tell of if it began anew. */
  readonly hasRun: () => boolean;
  /** Keeps an evidence file ready for the window to ask for. */
  readonly offerEvidence: (file: string) => void;
  /** To be called as the computer goes to sleep: connections do not survive that, and their end would look like a fault. */
  readonly fallAsleep: () => void;
}

/**
 * What the window may ask for, one function a channel. It holds the secret, the raw diagnosis and the prepared bundle
 * of the open case in memory, and drops all of it in `leaveCase`.
 */
export function openCase(ports: WindowServicePorts): OpenCase {
  const { desktop } = ports;
  let toOpen = ports.evidenceToOpen;
  let heldSecret: string | null = null;
  let connection: Connection | null = null;
  let running: { readonly controller: AbortController; readonly ended: Promise<unknown> } | null = null;
  /** The answer to the run that goes on, or to the last one. */
  let answer: Promise<Result<CheckResult>> | null = null;
  let finished: FinishedRun | null = null;
  let prepared: { readonly id: string; readonly bundle: PreparedBundle } | null = null;
  const saved = new Map<string, { zipPath: string; draftPath: string; bundle: PreparedBundle }>();

  const withSaved = async (
    bundleId: string,
    use: (paths: { zipPath: string; draftPath: string; bundle: PreparedBundle }) => Promise<Result<null>>,
  ): Promise<Result<null>> => {
    const paths = saved.get(bundleId);
    return paths === undefined ? fail('nothing-to-do', NO_BUNDLE) : use(paths);
  };

  const teller = createRunTeller(ports);

  const answerOf = async (
    work: Promise<FinishedRun>,
    own: NonNullable<typeof running>,
  ): Promise<Result<CheckResult>> => {
    try {
      const run = await work;
      // A verdict that stood before the computer fell asleep still stands.
      if (own.controller.signal.reason === ASLEEP && run.diagnosis.verdict.kind === 'cancelled') {
        // Nobody stopped this run, and nobody is told so; a page that begins anew still has to ask how it ended.
        teller.begin();
        return fail('interrupted', SLEPT);
      }
      teller.flush();
      if (running === own) finished = run;
      const redactor = createRedactor(run.secrets, run.salt);
      const { diagnosis } = redactor.diagnosis(run.diagnosis);
      return succeed({ diagnosis, transcripts: callTranscripts(diagnosis, redactor) });
    } finally {
      if (running === own) running = null;
    }
  };

  const services: Services = {
    appFacts: async () => succeed(ports.appFacts),

    connectionShown: async () =>
      succeed(
        connection === null
          ? null
          : {
              clientId: connection.clientId,
              jiraSite: connection.jiraSite,
              confluenceSite: connection.confluenceSite,
              secretHeld: heldSecret !== null,
            },
      ),

    lookUpSites: async (typed) => {
      const jira = parseSite(typed.jiraSite, 'jiraSite');
      const confluence = parseSite(typed.confluenceSite, 'confluenceSite');
      // What cannot be read has no answer yet; the form tells what is wrong with it.
      return jira.ok && confluence.ok
        ? succeed(await ports.hintsAbout({ jiraSite: jira.value, confluenceSite: confluence.value }))
        : succeed({ jiraSite: null, confluenceSite: null });
    },

    plannedRequests: async (typed) => {
      const jira = parseSite(typed.jiraSite, 'jiraSite');
      const confluence = parseSite(typed.confluenceSite, 'confluenceSite');
      return succeed(
        ports.planOf({
          jiraSite: jira.ok ? jira.value : null,
          confluenceSite: confluence.ok ? confluence.value : null,
        }),
      );
    },

    startDiagnosis: async (form) => {
      // A run that was stopped is gone in an instant; one that goes on is in the way.
      if (running?.controller.signal.aborted === true) await running.ended;
      if (running !== null) return fail('already-running', 'A check is running already. Stop it first.');
      // The window forgets the secret as it submits, so it is kept here even when another field is wrong.
      if (form.clientSecret !== null && form.clientSecret !== '') heldSecret = form.clientSecret;
      const parsed = parseConnection(form, heldSecret);
      if (!parsed.ok) return parsed;
      heldSecret = parsed.value.clientSecret;
      connection = parsed.value;
      finished = null;
      prepared = null;
      const controller = new AbortController();
      const work = ports.diagnose(parsed.value, teller.begin(), controller.signal);
      const own = { controller, ended: work.catch(() => undefined) };
      running = own;
      answer = answerOf(work, own);
      if (form.clientSecret !== null) ports.movePage();
      return answer;
    },

    currentRun: async () => succeed(teller.soFar()),

    followDiagnosis: async () => answer ?? fail('nothing-to-do', NO_DIAGNOSIS),

    cancelDiagnosis: async () => {
      running?.controller.abort();
      return NOTHING;
    },

    ...pictureServices(ports),

    previewEvidence: async ({ residency, facts, note, leaveOut }) => {
      if (finished === null) return fail('nothing-to-do', NO_DIAGNOSIS);
      const bundle = await prepareBundle({
        ...finished,
        residency,
        residencyFacts: facts,
        pictures: ports.shelf.finished(),
        note,
        leaveOut,
        appVersion: ports.appFacts.version,
        createdAt: new Date(finished.diagnosis.finishedAt),
      });
      const preview = previewOf(bundle);
      prepared = { id: preview.previewId, bundle };
      return succeed(preview);
    },

    saveEvidence: async ({ previewId, where }) => {
      if (prepared === null || finished === null || prepared.id !== previewId)
        return fail('nothing-to-do', NO_BUNDLE);
      const { bundle } = prepared;
      const { secrets } = finished;
      const folder = where === 'downloads' ? desktop.downloadsFolder() : await desktop.chooseFolder();
      if (folder === null) return succeed(null);
      const written = await ports.inHand.during(saveBundle(bundle, folder, secrets));
      if (!written.ok) return written;
      const { zipPath, draftPath } = written.value;
      const bundleId = randomBytes(8).toString('hex');
      saved.set(bundleId, { zipPath, draftPath, bundle });
      return succeed({
        bundleId,
        fileName: basename(zipPath),
        draftName: basename(draftPath),
        folderName: basename(dirname(zipPath)) || dirname(zipPath),
        bytes: bundle.zip.length,
        mail: bundle.mail,
      });
    },

    verifyEvidence: async ({ bytes }) => succeed(await verifyBundle(bytes)),

    evidenceToOpen: async () => {
      const file = toOpen;
      toOpen = null;
      if (file === null) return succeed(null);
      try {
        return succeed(await verifyBundle(await readBundle(file)));
      } catch (error) {
        return fail('bad-input', `The file could not be read: ${describeFileFailure(error)}`);
      }
    },

    showInFolder: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) => {
        desktop.showInFolder(zipPath);
        return NOTHING;
      }),

    openDraft: async ({ bundleId }) =>
      withSaved(bundleId, async ({ draftPath }) =>
        (await desktop.openFile(draftPath))
          ? NOTHING
          : fail(
              'cannot-open',
              'No mail program opened the draft. Start a new mail yourself, copy the address, subject and text from here, and attach the file.',
            ),
      ),

    mailWithFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath, bundle }) => {
        const isCopied = await desktop.copyFile(zipPath);
        if (!(await desktop.openMail(mailtoAddress(bundle.mail)))) {
          return fail(
            'cannot-open',
            'No mail program opened. Use the mail draft, or copy the address, subject and text from here into a mail of your own.',
          );
        }
        return isCopied
          ? NOTHING
          : fail(
              'cannot-open',
              'A new mail is open, but the file could not be copied. Drag it into the mail, or attach it.',
            );
      }),

    dragFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) => {
        await desktop.drag(zipPath);
        return NOTHING;
      }),

    shareFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) =>
        desktop.share(zipPath)
          ? NOTHING
          : fail('cannot-open', 'This system has no menu to share files. Use another way.'),
      ),

    copyMailText: async ({ bundleId, what }) =>
      withSaved(bundleId, async ({ bundle }) => {
        const { to, subject, body } = bundle.mail;
        await desktop.copyText({ address: to, subject, body }[what]);
        return NOTHING;
      }),

    leaveCase: async () => {
      running?.controller.abort();
      running = null;
      heldSecret = null;
      connection = null;
      finished = null;
      answer = null;
      prepared = null;
      teller.forget();
      saved.clear();
      ports.shelf.clear();
      await ports.residencyPage.forget();
      return NOTHING;
    },
  };

  const redactLine = (line: string): string => {
    const known = finished?.secrets ?? {
      clientSecret: heldSecret ?? '',
      clientId: connection?.clientId ?? '',
      tokens: [],
      proxyPasswords: [],
      homeFolder: homedir(),
    };
    return createRedactor(known, finished?.salt ?? LOG_SALT).text(line).text;
  };
  return {
    services,
    redactLine,
    hasRun: () => teller.soFar() !== null,
    offerEvidence: (file) => {
      toOpen = file;
    },
    fallAsleep: () => running?.controller.abort(ASLEEP),
  };
}
