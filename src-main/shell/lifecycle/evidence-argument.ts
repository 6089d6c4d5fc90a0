import { posix, win32 } from 'node:path';

/** What stands behind an option, as `--option VALUE` or `--option=VALUE`; empty without a value, null without the option. */
export function argumentBehind(argv: readonly string[], option: string): string | null {
  const at = argv.findIndex((argument) => argument === option || argument.startsWith(`${option}=`));
  if (at < 0) return null;
  return argv[at] === option ? (argv[at + 1] ?? '') : (argv[at]?.slice(option.length + 1) ?? '');
}

/**
 * The file behind `--open`, as an absolute path; null if there is none. `folder` is where the command was given. Nothing
 * is touched.
 */
export function evidenceArgument(
  argv: readonly string[],
  folder: string,
  platform: NodeJS.Platform,
): string | null {
  const found = argumentBehind(argv, '--open') ?? '';
  if (found === '') return null;
  // Kept as it is, so that whoever opens it sees that it leads elsewhere (`isLocalPath`).
  if (/^[\\/]{2}/u.test(found)) return found;
  return (platform === 'win32' ? win32 : posix).resolve(folder, found);
}
