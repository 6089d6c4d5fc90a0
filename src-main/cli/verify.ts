import { describeFileFailure } from '../storage/file-failure.ts';
import { readBundle } from '../evidence/bundle/read-bundle.ts';
import { verifyBundle } from '../evidence/bundle/verify.ts';
import { EXIT } from './exit-codes.ts';
import { EXIT_OF_STATE, verificationJson, verificationReport, VERIFY_HELP } from './verify-report.ts';

/** Verifies one bundle; resolves with the exit code. */
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
    return EXIT.wrongUsage;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readBundle(file);
  } catch (error) {
    process.stderr.write(`The file could not be read: ${describeFileFailure(error)}\n`);
    return EXIT.wrongUsage;
  }
  const verified = await verifyBundle(bytes);
  process.stdout.write(
    options.includes('--json') ? verificationJson(verified) : verificationReport(verified),
  );
  return EXIT_OF_STATE[verified.state];
}

process.exitCode = await main(process.argv.slice(2));
