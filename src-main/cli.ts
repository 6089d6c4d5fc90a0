import { constants } from 'node:fs';
import { access, mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { importPicture } from './capture/import-picture.ts';
import type { CleanPicture } from './capture/clean-png.ts';
import { compose } from './compose.ts';
import { parseConnection, parseSite } from './contract/connection.ts';
import { MOST_PROFILE_BYTES } from './contract/profile.ts';
import type { Support } from './contract/profile.ts';
import { succeed } from './contract/failure.ts';
import type { Result } from './contract/failure.ts';
import { planOf } from './diagnosis/plan.ts';
import { prepareBundle } from './evidence/bundle.ts';
import { evidenceDocument } from './evidence/document.ts';
import { createRedactor } from './evidence/redact.ts';
import { describeFileFailure } from './storage/file-failure.ts';
import { namingSupport } from './evidence/naming-support.ts';
import { saveBundle } from './evidence/save-bundle.ts';
import { routesFromEnvironment } from './network/proxy-route.ts';
import { PRODUCT } from './product.ts';
import { profilePlace } from './profile/profile-place.ts';
import { fromProgram } from './profile/support-book.ts';
import { readWhole } from './storage/atomic-file.ts';
import { HELP, parseArguments } from './terminal/arguments.ts';
import { readSecret } from './terminal/read-secret.ts';
import { exitCodeOf, humanReport, planReport, progressLine } from './terminal/report.ts';
import { sayEnglish, sayTold } from './words/say.ts';

const OUR_FAULT = 1;
const WRONG_USAGE = 2;

/** A sentence on standard error, and the exit code that goes with it. */
function refuse(sentence: string, exitCode = WRONG_USAGE): number {
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}

/** How the terminal twin was started. */
export interface TerminalStart {
  /** The arguments behind the program's own. */
  readonly argv: readonly string[];
  /** Whether the test door XRAY_DOCTOR_CONNECT_TO is honoured; never in a packaged release. */
  readonly testDoor: boolean;
  /** Whether the secret may be asked for on a terminal; a run that nobody watches would wait for ever. */
  readonly mayAsk: boolean;
}

/**
 * Runs the terminal twin on this process's streams and environment; gives the exit code of the list in its help. Never
 * rejects: a fault of ours is a sentence and exit code 1.
 */
export async function runTerminal(start: TerminalStart): Promise<number> {
  try {
    return await diagnoseInTerminal(start);
  } catch (error) {
    // The stack may quote what was typed; a person cannot use it, and support has the error's name.
    const name = error instanceof Error ? error.name : 'unknown';
    return refuse(`Something went wrong inside this program (${name}). Run it again.`, OUR_FAULT);
  }
}

async function diagnoseInTerminal({ argv, testDoor, mayAsk }: TerminalStart): Promise<number> {
  const asked = parseArguments(argv, process.env['XRAY_CLIENT_SECRET']);
  if (!asked.ok) return refuse(asked.failure.message);
  const request = asked.value;
  if (request.kind === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (request.kind === 'dry-run') return dryRun(request);
  const composed = compose({
    env: process.env,
    testDoor,
    resolveRoute: routesFromEnvironment(process.env),
    secondOpinion: null,
  });
  if (!composed.ok) return refuse(composed.failure.message);
  for (const problem of composed.value.problems()) process.stderr.write(`${problem}\n`);

  const support = await whoHelps();
  const pictures = await readPictures(request.picture);
  if (typeof pictures === 'string') return refuse(pictures);
  const folder = request.out === null ? null : resolve(request.out);
  const folderProblem = folder === null ? null : await makeFolder(folder);
  if (folderProblem !== null) return refuse(folderProblem);

  const secret = await readSecret({
    env: process.env,
    stdin: process.stdin,
    stderr: process.stderr,
    fromStdin: request.secretFromStdin,
    mayAsk,
  });
  if (!secret.ok) return refuse(secret.failure.message);
  const connection = parseConnection(
    {
      clientId: request.clientId,
      clientSecret: secret.value,
      jiraSite: request.jiraSite,
      confluenceSite: request.confluenceSite,
    },
    null,
  );
  if (!connection.ok) return refuse(connection.failure.message);

  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  const told = new Set<string>();
  const tellOnce = (notes: readonly string[]): void => {
    for (const note of notes.filter((each) => !told.has(each))) {
      told.add(note);
      process.stderr.write(`Note: ${note}\n`);
    }
  };
  const run = await composed.value.diagnose(
    connection.value,
    {
      onProgress: (progress) => process.stderr.write(progressLine(progress)),
      onFound: ({ diagnosis: { notes } }) => tellOnce(notes),
    },
    stop.signal,
  );
  const { diagnosis } = await createRedactor(run.secrets, run.salt).diagnosis(
    namingSupport(run.diagnosis, support),
  );
  const document = evidenceDocument(diagnosis, {
    residency: request.residency,
    residencyFacts: [],
    pictures: pictures.map((_, index) => ({ path: `pictures/residency-${index + 1}.png`, caption: '' })),
    appVersion: PRODUCT.version,
  });
  process.stdout.write(
    request.json
      ? `${JSON.stringify(document, null, 2)}\n`
      : humanReport(diagnosis, request.residency, support.name),
  );
  const exitCode = exitCodeOf(diagnosis.verdict.kind);
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
  if (!written.ok) {
    return refuse(
      written.failure.message,
      written.failure.code === 'evidence-not-clean' ? OUR_FAULT : WRONG_USAGE,
    );
  }
  const paths = `Evidence: ${written.value.zipPath}\nMail draft: ${written.value.draftPath}\n`;
  (request.json ? process.stderr : process.stdout).write(paths);
  return exitCode;
}

/** Who helps: the profile beside the program, else RadBee. One that cannot be used is told and left alone. */
async function whoHelps(): Promise<Support> {
  const place = profilePlace({ platform: process.platform, execPath: process.execPath, env: process.env });
  const { support, problem } = fromProgram(await readWhole(place, MOST_PROFILE_BYTES, 'profile'));
  if (problem !== null) {
    const where = problem.line === null ? '' : `Line ${problem.line}: `;
    process.stderr.write(
      `Note: The profile of your support was not used. ${where}${sayTold(sayEnglish, problem.reason, 'It cannot be read.')}\n`,
    );
  }
  return support;
}

/** Lists what a check would do. A site that cannot be read is told, and nothing is listed. */
function dryRun(typed: { readonly jiraSite: string | null; readonly confluenceSite: string | null }): number {
  const site = (text: string | null, field: 'jiraSite' | 'confluenceSite'): Result<string | null> =>
    text === null ? succeed(null) : parseSite(text, field);
  const jiraSite = site(typed.jiraSite, 'jiraSite');
  if (!jiraSite.ok) return refuse(jiraSite.failure.message);
  const confluenceSite = site(typed.confluenceSite, 'confluenceSite');
  if (!confluenceSite.ok) return refuse(confluenceSite.failure.message);
  process.stdout.write(
    planReport(planOf({ jiraSite: jiraSite.value, confluenceSite: confluenceSite.value })),
  );
  return 0;
}

/** The picture that was named, made clean; a sentence when it cannot be used. */
async function readPictures(file: string | null): Promise<readonly CleanPicture[] | string> {
  if (file === null) return [];
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return `The picture could not be read: ${describeFileFailure(error)}`;
  }
  const picture = importPicture(bytes);
  return picture.ok ? [picture.value] : picture.failure.message;
}

/** Makes the folder for the bundle if it is not there, before any call is made; a sentence when it cannot be used. */
async function makeFolder(folder: string): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return null;
  } catch (error) {
    return `The folder for the evidence cannot be used: ${describeFileFailure(error)}`;
  }
}

// Only when Node was started with this file (`npm run diagnose`); in the packed app main.ts decides.
if (import.meta.main) {
  void runTerminal({ argv: process.argv.slice(2), testDoor: true, mayAsk: true }).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
