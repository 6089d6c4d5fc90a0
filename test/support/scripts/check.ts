/**
 * `npm run check`: everything about the code that needs no run of the app, one line for each look, with what it keeps and,
 * where it finds something, what to do. Goes through all of them whatever is found; ends with 1 if any found something.
 */
import { spawnSync } from 'node:child_process';

import { REPOSITORY } from '../electron-runtime/places.ts';

interface Look {
  /** Of the script in package.json. */
  readonly name: string;
  readonly keeps: string;
  /** What to do about what it finds. */
  readonly mend: string;
}

const LOOKS: readonly Look[] = [
  {
    name: 'types',
    keeps: 'every file under strict types (tsconfig.json)',
    mend: 'Parse what comes from outside instead of casting it; a switch that misses a case lacks one you added.',
  },
  {
    name: 'lint',
    keeps: 'the rules of .oxlintrc.json, the forbidden imports of each room among them',
    mend: 'Where a rule stands in the way of good code, say why in the line that switches it off.',
  },
  {
    name: 'layout',
    keeps: 'one layout for all files',
    mend: 'npm run format',
  },
  {
    name: 'unused',
    keeps: 'no file, export or package that nobody uses (.knip.json)',
    mend: 'Take it away, or use it. An export for a test alone is no use.',
  },
  {
    name: 'patterns',
    keeps: 'no regular expression that a hostile text makes slow (test/support/scripts/patterns.ts)',
    mend: 'Give the repeat a limit, or a look behind so that it does not begin inside of itself; a false alarm needs its reason in EXCUSES.',
  },
  {
    name: 'messages',
    keeps:
      'the same keys and arguments in all languages, and well-formed ICU messages (test/unit/i18n/catalogs.test.ts)',
    mend: 'The difference names language and key; src-main/i18n/README.md says how messages are written.',
  },
  {
    name: 'architecture',
    keeps: 'which room may import which (test/architecture.test.ts)',
    mend: 'Move the code to the room it belongs to; a new arrow needs a reason (CONTRIBUTING.md, "The arrows").',
  },
];

let hasFound = false;
for (const { name, keeps, mend } of LOOKS) {
  const begun = performance.now();
  const { status, stdout, stderr, error } = spawnSync('npm', ['run', '--silent', name], {
    cwd: REPOSITORY,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const isGood = status === 0;
  process.stdout.write(`${isGood ? 'good ' : 'FOUND'}  ${name.padEnd(12)}  ${keeps} (${seconds} s)\n`);
  if (isGood) continue;
  hasFound = true;
  process.stdout.write(`\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\n→ ${mend}\n\n`);
}
process.exitCode = hasFound ? 1 : 0;
