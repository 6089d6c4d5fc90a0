/**
 * `npm run patterns`: analyses every regular expression of the product and tells each that a hostile text could make
 * slow. It reads the expressions only; `test/unit/linear.test.ts` feeds them. Ends with 1 if there is any.
 */
import { expressionsIn } from './regular-expressions.ts';
import { complaintsAbout } from '../process/slow-patterns.ts';
import type { Excuse } from '../process/slow-patterns.ts';

/** What the analysis gets wrong, each with the reason why its text is short or cannot do it. */
const EXCUSES: readonly Excuse[] = [];

/** Files with expressions that are put together at run time, which cannot be read, and why they are not slow. */
const BUILT: Readonly<Record<string, string>> = {
  'src-main/diagnosis/answerer/tls-inspection-vendors.ts':
    "a field of a certificate's name, which has a few hundred characters",
  'src-main/evidence/redaction/layers/redact-home-folder.ts':
    'fed with 256 KiB through its function by test/unit/linear.test.ts',
};

const { expressions, built } = expressionsIn(['src-main', 'src-renderer']);
const analysed = await complaintsAbout(expressions, EXCUSES);
const complaints = [
  ...analysed.complaints,
  ...[...new Set(built)]
    .filter((file) => !(file in BUILT))
    .map((file) => `${file} puts a regular expression together at run time; say in BUILT why it is not slow`),
  ...Object.keys(BUILT)
    .filter((file) => !built.includes(file))
    .map((file) => `${file} stands in BUILT and puts no regular expression together`),
];
const { undecided } = analysed;
process.stdout.write(
  [
    ...complaints,
    `${expressions.length} regular expressions were read; ${undecided.length} are fed only: ${undecided.join(', ')}`,
    '',
  ].join('\n'),
);
process.exitCode = complaints.length > 0 ? 1 : 0;
