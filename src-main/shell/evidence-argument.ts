import { resolve } from 'node:path';

/**
 * The file behind `--open`, as `--open FILE` or `--open=FILE`, as an absolute path; null if there is none. `folder` is
 * where the command was given.
 */
export function evidenceArgument(argv: readonly string[], folder: string): string | null {
  const at = argv.findIndex((argument) => argument === '--open' || argument.startsWith('--open='));
  const found =
    at < 0 ? '' : argv[at] === '--open' ? (argv[at + 1] ?? '') : (argv[at]?.slice('--open='.length) ?? '');
  if (found === '') return null;
  // Kept as it is, so that whoever opens it sees that it leads elsewhere (`isLocalPath`).
  return /^[\\/]{2}/u.test(found) ? found : resolve(folder, found);
}
