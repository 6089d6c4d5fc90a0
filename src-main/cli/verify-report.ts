import { BUNDLE_FILES } from '../contract/bundle-files.ts';
import { escapeControlCharacters } from '../contract/input/control-characters.ts';
import type { VerifiedBundle } from '../contract/verification.ts';
import { tEnglish, formatUntrusted } from '../i18n/translator.ts';
import { EXIT } from './exit-codes.ts';

export const VERIFY_HELP = `Checks an evidence file: structure, names, hashes, schemas. Nothing in it is executed or written.

  npm run --silent verify -- FILE.zip [--json]

Exit codes
  0  agrees with its own list        4  does not: incomplete, changed, or holds more        2  no evidence file, or wrong usage
`;

/** Characters; a genuine summary has a few thousand. */
const MAX_SUMMARY_LENGTH = 256 * 1024;

export const EXIT_OF_STATE: Readonly<Record<VerifiedBundle['state'], number>> = {
  sound: EXIT.healthy,
  tampered: EXIT.otherResult,
  'not-a-bundle': EXIT.wrongUsage,
};

const HEADLINES: Readonly<Record<VerifiedBundle['state'], string>> = {
  sound:
    'Agrees with its own list: every file is there and unchanged. The list is not signed, so this does not prove who made the file.',
  tampered: 'Does NOT agree with its own list: something is missing, was changed, or was added.',
  'not-a-bundle': 'This is no evidence file.',
};

/** Returns the problems as sentences. */
export function problemsInEnglish(problems: VerifiedBundle['problems']): string[] {
  return problems.map((problem) => formatUntrusted(tEnglish, problem, problem.key));
}

/** Returns the result as JSON; escaped control characters leave it equivalent. */
export function verificationJson({ state, problems, document }: VerifiedBundle): string {
  const result = { state, problems: problemsInEnglish(problems), document };
  return `${escapeControlCharacters(JSON.stringify(result, null, 2))}\n`;
}

/** Returns the result for people: state, problems, files with their hashes, and the summary. */
export function verificationReport({ state, problems, files }: VerifiedBundle): string {
  const summary = files.find(({ path }) => path === BUNDLE_FILES.summary.path)?.text ?? null;
  return [
    HEADLINES[state],
    ...problemsInEnglish(problems).map((problem) => `  - ${problem}`),
    ...(files.length === 0 ? [] : ['', 'Files']),
    ...files.map(({ path, bytes, sha256 }) => `  ${sha256}  ${bytes}  ${path}`),
    ...(summary === null ? [] : ['', shownSummary(summary)]),
    '',
  ].join('\n');
}

/** A forged summary may hold escape sequences for the terminal, and any length. */
function shownSummary(text: string): string {
  const shown = escapeControlCharacters(text.slice(0, MAX_SUMMARY_LENGTH).toWellFormed());
  return text.length > MAX_SUMMARY_LENGTH
    ? `${shown}\n… The summary goes on: ${MAX_SUMMARY_LENGTH} of ${text.length} characters are shown.`
    : shown;
}
