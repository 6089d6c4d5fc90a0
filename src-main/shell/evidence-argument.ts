import { posix, win32 } from 'node:path';

/**
 * The file behind `--open`, as `--open FILE` or `--open=FILE`, as an absolute path; null if there is none. `folder` is
 * where the command was given. Nothing is touched.
 */
export function evidenceArgument(
  argv: readonly string[],
  folder: string,
  platform: NodeJS.Platform,
): string | null {
  const at = argv.findIndex((argument) => argument === '--open' || argument.startsWith('--open='));
  const found =
    at < 0 ? '' : argv[at] === '--open' ? (argv[at + 1] ?? '') : (argv[at]?.slice('--open='.length) ?? '');
  if (found === '') return null;
  // Kept as it is, so that whoever opens it sees that it leads elsewhere (`isLocalPath`).
  if (/^[\\/]{2}/u.test(found)) return found;
  return (platform === 'win32' ? win32 : posix).resolve(folder, found);
}
