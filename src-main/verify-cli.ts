import { open } from 'node:fs/promises';

import { LARGEST_BUNDLE, verifyBundle } from './evidence/verify.ts';
import { describeFileFailure } from './evidence/save-bundle.ts';
import { EXIT_OF_STATE, verificationReport, VERIFY_HELP } from './terminal/verification.ts';

const WRONG_USAGE = 2;

/** Reads at most one byte more than the largest bundle, so that a huge file costs no memory. */
async function readLimited(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, LARGEST_BUNDLE + 1));
    await file.read(buffer, 0, buffer.length, 0);
    return buffer;
  } finally {
    await file.close();
  }
}

/** Checks one bundle; gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const files = args.filter((argument) => !argument.startsWith('--'));
  const options = args.filter((argument) => argument.startsWith('--'));
  if (options.includes('--help')) {
    process.stdout.write(VERIFY_HELP);
    return 0;
  }
  const [file] = files;
  if (file === undefined || files.length > 1 || options.some((option) => option !== '--json')) {
    process.stderr.write(VERIFY_HELP);
    return WRONG_USAGE;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readLimited(file);
  } catch (error) {
    process.stderr.write(`The file could not be read: ${describeFileFailure(error)}\n`);
    return WRONG_USAGE;
  }
  const verified = await verifyBundle(bytes);
  const { state, problems, document } = verified;
  process.stdout.write(
    options.includes('--json')
      ? `${JSON.stringify({ state, problems, document }, null, 2)}\n`
      : verificationReport(verified),
  );
  return EXIT_OF_STATE[state];
}

process.exitCode = await main(process.argv.slice(2));
