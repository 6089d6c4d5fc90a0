import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

import type { CleanPicture } from './capture/image/clean-png.ts';
import { createPictureWork } from './capture/picture-work.ts';
import { compose } from './compose.ts';
import { credentialHints, parseConnection, parseSite } from './contract/input/connection.ts';
import { DEFAULT_SUPPORT } from './contract/default-support.ts';
import { MAX_PICTURE_BYTES } from './contract/picture.ts';
import { MAX_PROFILE_BYTES, PROFILE_FILE } from './contract/profile.ts';
import type { Support } from './contract/profile.ts';
import { succeed } from './contract/failure.ts';
import type { Result } from './contract/failure.ts';
import { planOf } from './diagnosis/run/plan.ts';
import { prepareBundle } from './evidence/bundle/prepare-bundle.ts';
import { evidenceDocument } from './evidence/documents/diagnosis-document.ts';
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
import { isDirectlyIn, profilePlace } from './profile/profile-place.ts';
import { fromProgram } from './profile/support-contact-store.ts';
import { NODE_STORAGE, readWhole } from './storage/atomic-file.ts';
import { makeFolders } from './storage/make-folders.ts';
import { HELP, parseArguments } from './cli/arguments.ts';
import { outputOf } from './cli/output.ts';
import { readKeys, readSecret } from './cli/read-secret.ts';
import { exitCodeOf, humanReport, planReport, progressLine } from './cli/report.ts';
import { inEnglish, sayEnglish, formatUntrusted } from './i18n/translator.ts';

const OUR_FAULT = 1;
const WRONG_USAGE = 2;
const INTERRUPTED = 130;

const output = outputOf(process);

/** A sentence on standard error, and the exit code that goes with it. */
function refuse(sentence: RedactedText, exitCode = WRONG_USAGE): number {
  output.tell(closed`${sentence}\n`);
  return exitCode;
}

/** Takes the secrets out of what the terminal says: paths and addresses stay as they are otherwise. */
type Clean = (text: string) => RedactedText;

/** How the CLI was started. */
export interface TerminalStart {
  /** The arguments behind the program's own. */
  readonly argv: readonly string[];
  /** What XRAY_CLIENT_SECRET held before it was taken out of the environment. */
  readonly environmentSecret: string | undefined;
  /** Whether the connect override XRAY_DOCTOR_CONNECT_TO is honoured; never in a packaged release. */
  readonly connectOverride: boolean;
  /** Whether the secret may be asked for on a terminal; a run that nobody watches would wait for ever. */
  readonly mayAsk: boolean;
  /** The person's Downloads folder, from which no profile is taken. */
  readonly downloads: string;
}

/**
 * Runs the CLI on this process's streams and environment; returns the exit code of the list in its help. Never
 * rejects: a fault of ours is a sentence and exit code 1.
 */
export async function runTerminal(start: TerminalStart): Promise<number> {
  try {
    return await diagnoseInTerminal(start);
  } catch (error) {
    // The stack may quote what was typed; a person cannot use it, and support has the error's name.
    const name = cleanWith(terminalRedactor(start.environmentSecret))(
      error instanceof Error ? error.name : 'unknown',
    );
    return refuse(closed`Something went wrong inside this program (${name}). Run it again.`, OUR_FAULT);
  }
}

/** Knows what is known before a run. The home folder stays: a path is told to be used, on the person's own screen. */
function terminalRedactor(environmentSecret = ''): Redactor {
  return createRedactor(
    { clientSecret: environmentSecret, clientId: '', tokens: [], proxyPasswords: [], homeFolder: null },
    randomBytes(16),
  );
}

function cleanWith(redactor: Redactor): Clean {
  return redactor.redactKnownSecrets;
}

async function diagnoseInTerminal({
  argv,
  environmentSecret,
  connectOverride,
  mayAsk,
  downloads,
}: TerminalStart): Promise<number> {
  const own = terminalRedactor(environmentSecret);
  const clean = cleanWith(own);
  const asked = parseArguments(argv, environmentSecret);
  if (!asked.ok) return refuse(clean(asked.failure.message));
  const request = asked.value;
  if (request.kind === 'help') {
    output.answer(clean(HELP));
    return 0;
  }
  if (request.kind === 'dry-run') return dryRun(request, clean);
  const composed = compose({
    env: process.env,
    extraCa: request.extraCa,
    folder: process.cwd(),
    log: () => undefined,
    connectOverride,
    resolveRoute: routesFromEnvironment(process.env),
    secondOpinion: null,
  });
  if (!composed.ok) return refuse(clean(composed.failure.message));
  const extraCa = await composed.value.checkExtraCa();
  if (!extraCa.ok) return refuse(clean(extraCa.failure.message));
  // The system's certificates are read while the person is asked for the keys.
  const problems = composed.value.problems();

  const support = await whoHelps(downloads, clean);
  const pictures = await readPictures(request.picture, clean);
  if (typeof pictures === 'string') return refuse(clean(pictures));
  const folder = request.out === null ? null : resolve(request.out);
  const folderProblem = folder === null ? null : await makeFolder(folder);
  if (folderProblem !== null) return refuse(clean(folderProblem));

  const secret = await readSecret({
    fromEnvironment: environmentSecret,
    stdin: process.stdin,
    stderr: process.stderr,
    fromStdin: request.secretFromStdin,
    mayAsk,
  });
  if (!secret.ok) return refuse(clean(secret.failure.message));
  const keys = readKeys(request.clientId, secret.value);
  if (!keys.ok) return refuse(clean(keys.failure.message));
  const connection = parseConnection(
    {
      ...keys.value,
      jiraSite: request.jiraSite,
      confluenceSite: request.confluenceSite,
    },
    null,
  );
  if (!connection.ok) return refuse(clean(connection.failure.message));
  own.addSecrets({ ...connection.value, tokens: [], proxyPasswords: [], homeFolder: null });
  const hints = credentialHints(connection.value.clientId, connection.value.clientSecret);
  if (hints.clientId !== null) output.tell(closed`Note: Client ID: ${clean(inEnglish(hints.clientId))}\n`);
  if (hints.clientSecret !== null)
    output.tell(closed`Note: Client Secret: ${clean(inEnglish(hints.clientSecret))}\n`);

  for (const problem of await problems) output.tell(closed`${clean(problem)}\n`);
  const stop = new AbortController();
  // Whoever asks twice does not want to wait for the end of anything.
  const onInterrupt = (): void => {
    if (stop.signal.aborted) process.exit(INTERRUPTED);
    stop.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  const run = await composed.value.diagnose(
    connection.value,
    { onProgress: (progress) => output.tell(progressLine(progress)), onFound: () => undefined },
    stop.signal,
  );
  own.addSecrets({ ...run.secrets, homeFolder: null });
  const redactor = createRedactor(run.secrets, run.salt);
  const diagnosis = await redactor.redactDiagnosis(withSupportName(run.diagnosis, support));
  // Servers' words stand in these, so that they are told when every secret is known and out of them.
  for (const note of new Set(diagnosis.notes)) output.tell(closed`Note: ${redactor.redactDocument(note)}\n`);
  const document = evidenceDocument(diagnosis, {
    residency: request.residency,
    residencyFacts: [],
    pictures: pictures.map((_, index) => ({
      path: closed`pictures/residency-${index + 1}.png`,
      caption: closed``,
    })),
    appVersion: clean(PRODUCT.version),
  });
  const report = request.json
    ? jsonOf(document)
    : redactor.redactDocument(humanReport(diagnosis, request.residency, support.name));
  const exitCode = exitCodeOf(diagnosis.verdict.kind);
  // The same last look that a file gets: what the redactor missed must not stand on a screen that others see.
  if (!(await isFreeOf(run.secrets, report))) {
    return refuse(
      closed`The last check found a part of a secret in the result, so it is not shown. Please tell your support.`,
      OUR_FAULT,
    );
  }
  output.answer(report);
  if (folder === null || diagnosis.verdict.kind === 'cancelled') return exitCode;

  const bundle = await prepareBundle({
    ...run,
    support,
    residency: request.residency,
    pictures,
    appVersion: PRODUCT.version,
    createdAt: new Date(run.diagnosis.finishedAt),
  });
  const written = await saveBundle(bundle, folder, run.secrets);
  // The check has its result, whatever becomes of the file.
  if (!written.ok) return refuse(clean(written.failure.message), exitCode);
  const { zipPath, draftPath } = written.value;
  const paths = closed`Evidence: ${clean(zipPath)}\nMail draft: ${clean(draftPath)}\n`;
  (request.json ? output.tell : output.answer)(paths);
  return exitCode;
}

/** Who helps: the profile beside the program, else RadBee. One that cannot be used is told and left alone. */
async function whoHelps(downloads: string, clean: Clean): Promise<Support> {
  const { platform, execPath, env } = process;
  const place = profilePlace({ platform, execPath, env });
  const { shown } = await fromProgram({
    isInDownloads: isDirectlyIn(downloads, place, platform),
    isThere: () =>
      access(place).then(
        () => true,
        () => false,
      ),
    read: () => readWhole(place, MAX_PROFILE_BYTES, 'profile'),
  });
  const { source, support, problem } = shown;
  if (source === 'beside-program') {
    const words = `Note: Mail goes to ${support.mail} (${support.name}) instead of ${DEFAULT_SUPPORT.mail}, because ${PROFILE_FILE} beside this program says so.\n`;
    output.tell(clean(words));
  }
  if (problem !== null) {
    const where = problem.line === null ? closed`` : closed`Line ${problem.line}: `;
    const reason = clean(formatUntrusted(sayEnglish, problem.reason, 'It cannot be read.'));
    output.tell(closed`Note: The profile of your support was not used. ${where}${reason}\n`);
  }
  return support;
}

/** Lists what a check would do. A site that cannot be read is told, and nothing is listed. */
function dryRun(
  typed: { readonly jiraSite: string | null; readonly confluenceSite: string | null },
  clean: Clean,
): number {
  const site = (text: string | null, field: 'jiraSite' | 'confluenceSite'): Result<string | null> =>
    text === null ? succeed(null) : parseSite(text, field);
  const jiraSite = site(typed.jiraSite, 'jiraSite');
  if (!jiraSite.ok) return refuse(clean(jiraSite.failure.message));
  const confluenceSite = site(typed.confluenceSite, 'confluenceSite');
  if (!confluenceSite.ok) return refuse(clean(confluenceSite.failure.message));
  const plan = planOf({ jiraSite: jiraSite.value, confluenceSite: confluenceSite.value });
  output.answer(clean(planReport(plan)));
  return 0;
}

/** The picture that was named, made clean; a sentence when it cannot be used. */
async function readPictures(file: string | null, clean: Clean): Promise<readonly CleanPicture[] | string> {
  if (file === null) return [];
  let bytes: Uint8Array;
  try {
    // One byte more than the limit tells a file that is too large; no pipe or device is waited for.
    bytes = await NODE_STORAGE.read(file, MAX_PICTURE_BYTES);
  } catch (error) {
    return `The picture could not be read: ${describeFileFailure(error)}`;
  }
  const picture = await createPictureWork().importPicture(bytes);
  if (!picture.ok) return picture.failure.message;
  if (picture.value.isAlmostOneColour)
    output.tell(closed`Note: ${clean(sayEnglish('picture.hint.one-colour'))}\n`);
  return [picture.value];
}

/** Makes the folder for the bundle if it is not there, before any call is made; a sentence when it cannot be used. */
async function makeFolder(folder: string): Promise<string | null> {
  try {
    await makeFolders(folder);
    await access(folder, constants.W_OK);
    return null;
  } catch (error) {
    return `The folder for the evidence cannot be used: ${describeFileFailure(error)}`;
  }
}

// Only when Node was started with this file (`npm run diagnose`); in the packed app main.ts decides.
if (import.meta.main) {
  // Until there is a verdict: a process that ends before it must not look like a healthy one.
  process.exitCode = OUR_FAULT;
  const environmentSecret = process.env['XRAY_CLIENT_SECRET'];
  delete process.env['XRAY_CLIENT_SECRET'];
  const argv = process.argv.slice(2);
  void runTerminal({
    argv,
    environmentSecret,
    connectOverride: true,
    mayAsk: true,
    downloads: join(homedir(), 'Downloads'),
  }).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
