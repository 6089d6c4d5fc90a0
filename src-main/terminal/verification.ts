import type { VerifiedBundle } from '../contract/verification.ts';
import { sayEnglish, sayTold } from '../words/say.ts';

export const VERIFY_HELP = `Checks an evidence file: structure, names, hashes, schemas. Nothing in it is executed or written.

  npm run --silent verify -- FILE.zip [--json]

Exit codes
  0  sound        4  incomplete, or changed after it was made        2  no evidence file, or wrong usage
`;

/** The exit code that stands for what was found. */
export const EXIT_OF_STATE: Readonly<Record<VerifiedBundle['state'], number>> = {
  sound: 0,
  tampered: 4,
  'not-a-bundle': 2,
};

const HEADLINES: Readonly<Record<VerifiedBundle['state'], string>> = {
  sound: 'Sound: every file is there and as it was made.',
  tampered: 'NOT sound: something is missing or was changed after the file was made.',
  'not-a-bundle': 'This is no evidence file.',
};

/** The problems as sentences. */
export function problemsInEnglish(problems: VerifiedBundle['problems']): string[] {
  return problems.map((problem) => sayTold(sayEnglish, problem, problem.key));
}

/** What was found, for people: the state, the problems, the files with their hashes, and the summary. */
export function verificationReport({ state, problems, files }: VerifiedBundle): string {
  const summary = files.find(({ path }) => path === 'summary.txt')?.text ?? null;
  return [
    HEADLINES[state],
    ...problemsInEnglish(problems).map((problem) => `  - ${problem}`),
    ...(files.length === 0 ? [] : ['', 'Files']),
    ...files.map(({ path, bytes, sha256 }) => `  ${sha256}  ${bytes}  ${path}`),
    ...(summary === null ? [] : ['', visible(summary)]),
    '',
  ].join('\n');
}

/** A changed summary may hold what a terminal would obey. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '?');
}
