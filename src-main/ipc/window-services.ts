import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';

import type { ChannelOutput, Services } from '../contract/channels.ts';
import { parseConnection, parseSite } from '../contract/connection.ts';
import type { Connection, SiteName } from '../contract/connection.ts';
import type { Diagnosis, Progress } from '../contract/diagnosis.ts';
import { MAIL_LIMITS } from '../contract/evidence.ts';
import type { Transcript } from '../contract/evidence.ts';
import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { Plan, SiteHints } from '../contract/plan.ts';
import type { LanguageChoice } from '../contract/settings.ts';
import { prepareBundle, previewOf } from '../evidence/bundle.ts';
import type { PreparedBundle } from '../evidence/bundle.ts';
import { callTranscripts, transcriptPath } from '../evidence/call-transcripts.ts';
import type { Diagnose, FinishedRun, RunSoFar } from '../evidence/finished-run.ts';
import { fileFailureWords } from '../evidence/file-failure.ts';
import { mailtoAddress } from '../evidence/mail-draft.ts';
import { createRedactor } from '../evidence/redact.ts';
import { readBundle } from '../evidence/read-bundle.ts';
import { saveBundle } from '../evidence/save-bundle.ts';
import { verifyBundle } from '../evidence/verify.ts';
import { phrase } from '../words/phrase.ts';
import { pageServices } from './page-services.ts';
import type { PagePorts } from './page-services.ts';
import { pictureServices } from './picture-services.ts';
import type { PicturePorts } from './picture-services.ts';

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

export interface WindowServicePorts extends PicturePorts, PagePorts {
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
  /** Events for the window; everything in them is redacted. */
  readonly onProgress: (progress: Progress) => void;
  readonly onTranscript: (transcript: Transcript) => void;
  readonly onPartialDiagnosis: (diagnosis: Diagnosis) => void;
  readonly appFacts: ChannelOutput<'appFacts'>;
  /** What the person chose to read in; changing it also changes the menus. */
  readonly language: {
    current(): LanguageChoice;
    choose(language: LanguageChoice): Promise<Result<null>>;
  };
  /** What the app has written into its log since it started, the newest last. */
  readonly logLines: () => readonly string[];
  /** The evidence file that the app was started with (`--open FILE`); null if there was none. */
  readonly evidenceToOpen: string | null;
}

/** What a run finds is told to the window this long after, at the latest. */
const TELL_AFTER_MS = 50;

/** Tags in lines that belong to no run; another one each time the app starts. */
const LOG_SALT = randomBytes(16);

const NOTHING = succeed(null);
const NO_DIAGNOSIS = phrase('failure.no-diagnosis');
const NO_BUNDLE = phrase('failure.no-bundle');

/** The services, and the redaction of the open case for those who write lines about it. */
export interface OpenCase {
  readonly services: Services;
  /** Removes every secret that the open case holds at this moment, and whatever has a secret's shape. */
  readonly redactLine: (line: string) => string;
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

  /** What of a run the window has not been told yet. */
  let untold: { found: RunSoFar; readonly paths: Set<string>; readonly timer: NodeJS.Timeout } | null = null;

  /** What is told comes in the order in which it was found, and all of it before the run's own answer. */
  let telling: Promise<void> = Promise.resolve();

  const tellFound = (): Promise<void> => {
    if (untold !== null) {
      const { found, paths, timer } = untold;
      clearTimeout(timer);
      untold = null;
      telling = telling.then(() => tell(found, paths));
    }
    return telling;
  };

  const tell = async (found: RunSoFar, paths: ReadonlySet<string>): Promise<void> => {
    const redactor = createRedactor(found.secrets, found.salt);
    const { diagnosis } = await redactor.diagnosis(found.diagnosis);
    for (const transcript of await callTranscripts(diagnosis, redactor)) {
      if (paths.has(transcript.path)) ports.onTranscript(transcript);
    }
    if (found.isSettled) ports.onPartialDiagnosis(diagnosis);
  };

  // Redaction takes time, in which the other hosts' answers wait to be measured: what comes close together is told at once.
  const onFound = (found: RunSoFar): void => {
    untold =
      untold === null
        ? { found, paths: new Set(), timer: setTimeout(() => void tellFound(), TELL_AFTER_MS) }
        : { ...untold, found };
    if (found.exchange !== null) untold.paths.add(transcriptPath(found.exchange));
  };

  const services: Services = {
    appFacts: async () => succeed(ports.appFacts),

    languageChoice: async () => succeed({ language: ports.language.current() }),

    chooseLanguage: async ({ language }) => ports.language.choose(language),

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
      if (running !== null) return fail('already-running', phrase('failure.already-running'));
      // The window forgets the secret as it submits, so it is kept here even when another field is wrong.
      if (form.clientSecret !== null && form.clientSecret !== '') heldSecret = form.clientSecret;
      const parsed = parseConnection(form, heldSecret);
      if (!parsed.ok) return parsed;
      heldSecret = parsed.value.clientSecret;
      connection = parsed.value;
      finished = null;
      prepared = null;
      const controller = new AbortController();
      const work = ports.diagnose(parsed.value, { onProgress: ports.onProgress, onFound }, controller.signal);
      const own = { controller, ended: work.catch(() => undefined) };
      running = own;
      try {
        const run = await work;
        await tellFound();
        if (running === own) finished = run;
        const redactor = createRedactor(run.secrets, run.salt);
        const { diagnosis } = await redactor.diagnosis(run.diagnosis);
        return succeed({ diagnosis, transcripts: await callTranscripts(diagnosis, redactor) });
      } finally {
        if (running === own) running = null;
      }
    },

    cancelDiagnosis: async () => {
      running?.controller.abort();
      return NOTHING;
    },

    ...pictureServices(ports),

    ...pageServices(ports),

    previewEvidence: async ({ residency, facts, note, leaveOut, smallerPictures }) => {
      if (finished === null) return fail('nothing-to-do', NO_DIAGNOSIS);
      const pictures = await ports.shelf.finished(smallerPictures ? MAIL_LIMITS.some : null);
      const bundle = await prepareBundle({
        ...finished,
        residency,
        residencyFacts: facts,
        pictures,
        note,
        log: ports.logLines(),
        leaveOut,
        appVersion: ports.appFacts.version,
        createdAt: new Date(finished.diagnosis.finishedAt),
      });
      const preview = await previewOf(bundle);
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
      const written = await saveBundle(bundle, folder, secrets);
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
        return fail('bad-input', phrase('failure.read', { reason: fileFailureWords(error) }));
      }
    },

    showInFolder: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) => {
        desktop.showInFolder(zipPath);
        return NOTHING;
      }),

    openDraft: async ({ bundleId }) =>
      withSaved(bundleId, async ({ draftPath }) =>
        (await desktop.openFile(draftPath)) ? NOTHING : fail('cannot-open', phrase('failure.draft')),
      ),

    mailWithFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath, bundle }) => {
        const isCopied = await desktop.copyFile(zipPath);
        if (!(await desktop.openMail(mailtoAddress(bundle.mail))))
          return fail('cannot-open', phrase('failure.mail'));
        return isCopied ? NOTHING : fail('cannot-open', phrase('failure.mail-without-file'));
      }),

    copyFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) =>
        (await desktop.copyFile(zipPath)) ? NOTHING : fail('cannot-open', phrase('failure.copy-file')),
      ),

    dragFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) => {
        await desktop.drag(zipPath);
        return NOTHING;
      }),

    shareFile: async ({ bundleId }) =>
      withSaved(bundleId, async ({ zipPath }) =>
        desktop.share(zipPath) ? NOTHING : fail('cannot-open', phrase('failure.share')),
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
      prepared = null;
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
  return { services, redactLine };
}
