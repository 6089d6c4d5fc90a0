import { MAX_BUNDLE } from '../contract/values.ts';
import type { EvidenceFile } from '../contract/report/evidence.ts';
import type { ArrivalState, ArrivedBundle, EvidenceDocument } from '../contract/report/verification.ts';
import { checkFiles, isBundle, shortened } from '../evidence/bundle/check-files.ts';
import type { CheckedFiles } from '../evidence/bundle/check-files.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';
import { compareTexts } from './compare-texts.ts';
import type { Compared } from './compare-texts.ts';
import { judgeAgain } from './judge-again.ts';
import { openArrival } from './open-arrival.ts';
import type { ArrivedZip } from './open-arrival.ts';
import { unpack, UnpackError } from './unpack.ts';
import type { Unpacked } from './unpack.ts';

/** One bundle, or one file in which there is none. */
export interface Inspected extends Readonly<Omit<ArrivedBundle, 'case' | 'files'>> {
  readonly files: readonly EvidenceFile[];
  /** Null when `diagnosis.json` is missing or cannot be read. */
  readonly document: EvidenceDocument | null;
}

/**
 * Inspects what a person sent: a zip, or a mail with some. Takes the name by which it is spoken of, its bytes, and our
 * own version, whose summaries can be rendered again. Returns one result for each zip, at least one. Executes and writes
 * nothing. Never rejects.
 */
export async function inspectArrival(
  source: string,
  bytes: Buffer,
  appVersion: string,
): Promise<Inspected[]> {
  const arrival = await openArrival(bytes);
  if (!('zips' in arrival))
    return arrival.kind === 'unknown'
      ? [nothingIn(source, 'no-evidence', message('problem.damaged'))]
      : [nothingIn(source, arrival.kind)];
  if (arrival.zips.length === 0) return [nothingIn(source, 'mail-without-file')];
  const found: Inspected[] = [];
  for (const zip of arrival.zips) found.push(await inspectZip(source, zip, appVersion));
  return found;
}

function nothingIn(source: string, state: ArrivalState, problem?: Message): Inspected {
  const problems = problem === undefined ? [] : [problem];
  return { source, state, problems, notes: [], document: null, files: [], ruleToday: null };
}

async function inspectZip(of: string, { name, bytes }: ArrivedZip, appVersion: string): Promise<Inspected> {
  const source = name === null ? of : `${of} > ${name}`;
  if (bytes.length > MAX_BUNDLE) return nothingIn(source, 'no-evidence', message('problem.large'));
  try {
    const unpacked = await unpack(bytes);
    const unreadable = new Set(unpacked.faults.map((fault) => fault.name));
    if (!isBundle(unpacked.files) && !isBundle(unreadable))
      return nothingIn(source, 'no-evidence', message('problem.foreign'));
    const checked = await checkFiles(unpacked.files, unreadable);
    return { source, ...judged(unpacked, checked, appVersion) };
  } catch (error) {
    // The words of other errors may repeat what is in the file.
    const refusal = error instanceof UnpackError ? error.refusal : 'damaged';
    if (refusal === 'cut-off')
      return nothingIn(source, 'cut-off', message('problem.cut-off', { bytes: bytes.length }));
    const state = refusal === 'encrypted' || refusal === 'damaged' ? refusal : 'no-evidence';
    return nothingIn(source, state, message(`problem.${refusal}`));
  }
}

function judged(
  { faults, isRepacked }: Unpacked,
  { document, manifest, files, problems }: CheckedFiles,
  appVersion: string,
): Omit<Inspected, 'source'> {
  const compared: Compared =
    document === null
      ? { problems: [], notes: [] }
      : compareTexts(unchangedTexts(files, problems), document, manifest, appVersion);
  const all = [
    ...faults.map(({ name, fault }) => message(`problem.member.${fault}`, { name })),
    ...problems,
    ...compared.problems,
  ];
  const today = document === null ? null : judgeAgain(document);
  return {
    state: stateOf(all, isRepacked),
    problems: shortened(all),
    notes: compared.notes,
    document,
    files,
    ruleToday: today === document?.verdict.rule ? null : today,
  };
}

/** Returns the texts whose hashes are as listed; the others are told already. */
function unchangedTexts(files: CheckedFiles['files'], problems: readonly Message[]): Map<string, string> {
  const changed = new Set(
    problems.flatMap(({ key, values }) => (key === 'problem.changed' ? [values['name']] : [])),
  );
  return new Map(
    files.flatMap(({ path, text }) => (text === null || changed.has(path) ? [] : [[path, text] as const])),
  );
}

const STATE_OF_PROBLEM: Readonly<Partial<Record<Message['key'], ArrivalState>>> = {
  'problem.missing': 'incomplete',
  'problem.listed-and-missing': 'incomplete',
  'problem.member.damaged': 'damaged',
  'problem.member.method': 'damaged',
  'problem.member.larger-than-said': 'damaged',
  'problem.newer': 'newer',
};

/** Returns the worst state that the problems speak of. */
function stateOf(problems: readonly Message[], isRepacked: boolean): ArrivalState {
  if (problems.length === 0) return isRepacked ? 'repacked' : 'sound';
  const states = new Set(problems.map(({ key }) => STATE_OF_PROBLEM[key] ?? 'changed'));
  return (['changed', 'newer', 'damaged'] as const).find((state) => states.has(state)) ?? 'incomplete';
}
