import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

import type { CleanPicture } from './capture/image/clean-png.ts';
import { createPictureWork } from './capture/picture-work.ts';
import { compose } from './compose.ts';
import { credentialHints, parseConnection, parseSite } from './contract/input/connection.ts';
import type { Connection } from './contract/input/connection.ts';
import { DEFAULT_SUPPORT } from './contract/support/default-support.ts';
import { MAX_PICTURE_BYTES } from './contract/picture.ts';
import type { Support } from './contract/support/support-profile.ts';
import type { Result } from './contract/failure.ts';
import { planOf } from './diagnosis/run/plan.ts';
import type { FinishedRun } from './evidence/finished-run.ts';
import { prepareBundle } from './evidence/bundle/prepare-bundle.ts';
import { cleanIntake, evidenceDocument } from './evidence/documents/diagnosis-document.ts';
import { createRedactor } from './evidence/redaction/redactor.ts';
import type { Redactor } from './evidence/redaction/redactor.ts';
import { closed, jsonOf } from './evidence/redaction/redacted.ts';
import type { RedactedText } from './evidence/redaction/redacted.ts';
import { describeFileFailure } from './storage/file-failure.ts';
import { withSupportName } from './evidence/documents/with-support-name.ts';
import { saveBundle } from './evidence/bundle/save-bundle.ts';
import { isFreeOf } from './evidence/search/search-bytes.ts';
import { routesFromEnvironment } from './network/proxy/proxy-route.ts';
import { PRODUCT } from './product.ts';
import { profileBesideProgram } from './profile/beside-program.ts';
import { PROFILE_FILE } from './profile/profile-place.ts';
import { fromProgram } from './profile/support-contact-store.ts';
import { NODE_STORAGE } from './storage/atomic-file.ts';
import { makeFolders } from './storage/make-folders.ts';
import { HELP, parseArguments } from './cli/arguments.ts';
import type { CliRequest } from './cli/arguments.ts';
import { EXIT, exitCodeOf } from './cli/exit-codes.ts';
import { readKeys, readSecret } from './cli/read-secret.ts';
import { humanReport, planReport, progressLine } from './cli/report.ts';
import { inEnglish, tEnglish, formatUntrusted } from './i18n/translator.ts';

/** Returns a writer that takes redacted text only. */
const writerTo =
  (stream: Pick<NodeJS.WriteStream, 'write'>) =>
  (text: RedactedText): void =>
    void stream.write(text);
/** The result. */
const answer = writerTo(process.stdout);
/** Notes and progress. */
const tell = writerTo(process.stderr);

/** Ends the run with a sentence on standard error. */
class Refusal extends Error {
  readonly exitCode: number;

  constructor(sentence: string, exitCode: number = EXIT.wrongUsage) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Returns the value of a result. Throws a Refusal for a failure. */
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(result.failure.message);
  return result.value;
}

/** Removes the secrets from what the terminal shows; paths and addresses stay as they are otherwise. */
type Clean = (text: string) => RedactedText;

/** How the CLI was started. */
export interface CliStart {
  /** The arguments behind the program's own. */
  readonly argv: readonly string[];
  /** The value of XRAY_CLIENT_SECRET before it was removed from the environment. */
  readonly environmentSecret: string | undefined;
  /** Whether the connect override XRAY_DOCTOR_CONNECT_TO is honoured; never in a packaged release. */
  readonly connectOverride: boolean;
  /** Whether the secret may be asked for on a terminal; an unattended run would wait for ever. */
  readonly mayAsk: boolean;
  /** The person's Downloads folder, from which no profile is taken. */
  readonly downloads: string;
}

type DiagnoseRequest = Extract<CliRequest, { kind: 'diagnose' }>;

/**
 * Runs the CLI on this process's streams and environment; resolves with an exit code of its help. Never rejects: an
 * internal error is a sentence and exit code 1.
 */
export async function runCli(start: CliStart): Promise<number> {
  const redactor = startRedactor(start.environmentSecret);
  const clean: Clean = (text) => redactor.redactKnownSecrets(text);
  try {
    const request = valueOf(parseArguments(start.argv, start.environmentSecret));
    switch (request.kind) {
      case 'help':
        answer(clean(HELP));
        return EXIT.healthy;
      case 'dry-run':
        dryRun(request, clean);
        return EXIT.healthy;
      case 'diagnose':
        return await diagnose(request, start, redactor, clean);
    }
  } catch (error) {
    if (error instanceof Refusal) {
      tell(closed`${clean(error.message)}\n`);
      return error.exitCode;
    }
    // The stack may quote what was typed, so only the error's name is shown.
    const name = clean(error instanceof Error ? error.name : 'unknown');
    tell(closed`Something went wrong inside this program (${name}). Run it again.\n`);
    return EXIT.internalError;
  }
}

/** Knows the secrets of the time before a run. The home folder stays: paths are for the person's own screen. */
function startRedactor(environmentSecret = ''): Redactor {
  return createRedactor(
    { clientSecret: environmentSecret, clientId: '', tokens: [], proxyPasswords: [], homeFolder: null },
    randomBytes(16),
  );
}

async function diagnose(
  request: DiagnoseRequest,
  start: CliStart,
  redactor: Redactor,
  clean: Clean,
): Promise<number> {
  const services = valueOf(
    compose({
      env: process.env,
      extraCa: request.extraCa,
      folder: process.cwd(),
      log: () => undefined,
      connectOverride: start.connectOverride,
      resolveRoute: routesFromEnvironment(process.env),
      secondOpinion: null,
    }),
  );
  valueOf(await services.checkExtraCa());
  // The system's certificates are read while the person is asked for the keys.
  const problems = services.problems();
  const support = await findSupport(start.downloads, clean);
  const pictures = await readPictures(request.picture, clean);
  const folder = request.out === null ? null : await makeFolder(resolve(request.out));
  const connection = await readConnection(request, start);
  redactor.addSecrets({ ...connection, tokens: [], proxyPasswords: [], homeFolder: null });
  const hints = credentialHints(connection.clientId, connection.clientSecret);
  if (hints.clientId !== null) tell(closed`Note: Client ID: ${clean(inEnglish(hints.clientId))}\n`);
  if (hints.clientSecret !== null)
    tell(closed`Note: Client Secret: ${clean(inEnglish(hints.clientSecret))}\n`);
  for (const problem of await problems) tell(closed`${clean(problem)}\n`);

  const run = await services.diagnose(
    connection,
    { onProgress: (progress) => tell(progressLine(progress)), onFound: () => undefined },
    interruptSignal(),
  );
  redactor.addSecrets({ ...run.secrets, homeFolder: null });
  const exitCode = exitCodeOf(run.diagnosis.verdict.kind);
  await showResult(run, request, support, pictures.length);
  if (folder === null || run.diagnosis.verdict.kind === 'cancelled') return exitCode;

  const bundle = await prepareBundle({
    ...run,
    support,
    residency: request.residency,
    ...(request.intake === null ? {} : { intake: request.intake }),
    pictures,
    appVersion: PRODUCT.version,
    createdAt: new Date(run.diagnosis.finishedAt),
  });
  const written = await saveBundle(bundle, folder, run.secrets);
  // The verdict's exit code stands, even without the file.
  if (!written.ok) throw new Refusal(written.failure.message, exitCode);
  const { zipPath, draftPath } = written.value;
  const paths = closed`Evidence: ${clean(zipPath)}\nMail draft: ${clean(draftPath)}\n`;
  (request.json ? tell : answer)(paths);
  return exitCode;
}

/** Reads the keys and joins them with the sites. */
async function readConnection(request: DiagnoseRequest, start: CliStart): Promise<Connection> {
  const secret = await readSecret({
    fromEnvironment: start.environmentSecret,
    stdin: process.stdin,
    stderr: process.stderr,
    fromStdin: request.secretFromStdin,
    mayAsk: start.mayAsk,
  });
  const keys = valueOf(readKeys(request.clientId, valueOf(secret)));
  const { jiraSite, confluenceSite } = request;
  return valueOf(parseConnection({ ...keys, jiraSite, confluenceSite }, null));
}

/** Aborts at the first interrupt; the second one ends the process at once. */
function interruptSignal(): AbortSignal {
  const stop = new AbortController();
  const onInterrupt = (): void => {
    if (stop.signal.aborted) process.exit(EXIT.cancelled);
    stop.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  return stop.signal;
}

/** Prints the verdict, after the same last check for secrets that a file gets. */
async function showResult(
  run: FinishedRun,
  { residency, json, intake }: DiagnoseRequest,
  support: Support,
  pictures: number,
): Promise<void> {
  const redactor = createRedactor(run.secrets, run.salt);
  const diagnosis = await redactor.redactDiagnosis(withSupportName(run.diagnosis, support));
  // Notes quote servers, so they wait until every secret is known.
  for (const note of new Set(diagnosis.notes)) tell(closed`Note: ${redactor.redactDocument(note)}\n`);
  const report = json
    ? jsonOf(
        evidenceDocument(
          diagnosis,
          {
            residency,
            residencyFacts: [],
            captions: Array.from({ length: pictures }, () => closed``),
            appVersion: PRODUCT.version,
            intake: intake && cleanIntake(intake, redactor),
            support,
          },
          redactor,
        ),
      )
    : redactor.redactDocument(humanReport(diagnosis, residency, support.name));
  if (await isFreeOf(run.secrets, report)) answer(report);
  else {
    throw new Refusal(
      'The last check found a part of a secret in the result, so it is not shown. Please tell your support.',
      EXIT.internalError,
    );
  }
}

/** Returns the support contact of the profile next to the program, else RadBee; a problem is only noted. */
async function findSupport(downloads: string, clean: Clean): Promise<Support> {
  const { source, support, problem } = (await fromProgram(profileBesideProgram(downloads))).shown;
  if (source === 'beside-program') {
    const words = `Note: Mail goes to ${support.mail} (${support.name}) instead of ${DEFAULT_SUPPORT.mail}, because ${PROFILE_FILE} beside this program says so.\n`;
    tell(clean(words));
  }
  if (problem !== null) {
    const where = problem.line === null ? closed`` : closed`Line ${problem.line}: `;
    const reason = clean(formatUntrusted(tEnglish, problem.reason, 'It cannot be read.'));
    tell(closed`Note: The profile of your support was not used. ${where}${reason}\n`);
  }
  return support;
}

/** Lists the requests of a check without making any. */
function dryRun({ jiraSite, confluenceSite }: Extract<CliRequest, { kind: 'dry-run' }>, clean: Clean): void {
  const plan = planOf({
    jiraSite: jiraSite === null ? null : valueOf(parseSite(jiraSite, 'jiraSite')),
    confluenceSite: confluenceSite === null ? null : valueOf(parseSite(confluenceSite, 'confluenceSite')),
  });
  answer(clean(planReport(plan)));
}

/** Reads and cleans the picture of the command line. */
async function readPictures(file: string | null, clean: Clean): Promise<readonly CleanPicture[]> {
  if (file === null) return [];
  const bytes = await NODE_STORAGE.read(file, MAX_PICTURE_BYTES).catch((error: unknown) => {
    throw new Refusal(`The picture could not be read: ${describeFileFailure(error)}`);
  });
  const picture = valueOf(await createPictureWork().importPicture(bytes));
  if (picture.isAlmostOneColour) tell(closed`Note: ${clean(tEnglish('picture.hint.one-colour'))}\n`);
  return [picture];
}

/** Makes the folder for the bundle before any call is made, and returns it. */
async function makeFolder(folder: string): Promise<string> {
  try {
    await makeFolders(folder);
    await access(folder, constants.W_OK);
    return folder;
  } catch (error) {
    throw new Refusal(`The folder for the evidence cannot be used: ${describeFileFailure(error)}`);
  }
}

// Only when Node was started with this file (`npm run diagnose`); in the packed app main.ts decides.
if (import.meta.main) {
  // A process that ends before there is a verdict must not look like a healthy one.
  process.exitCode = EXIT.internalError;
  const environmentSecret = process.env['XRAY_CLIENT_SECRET'];
  delete process.env['XRAY_CLIENT_SECRET'];
  void runCli({
    argv: process.argv.slice(2),
    environmentSecret,
    connectOverride: true,
    mayAsk: true,
    downloads: join(homedir(), 'Downloads'),
  }).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
