import { posix, win32 } from 'node:path';

/** Returns the value of `--option VALUE` or `--option=VALUE`; empty without a value, null without the option. */
export function argumentBehind(argv: readonly string[], option: string): string | null {
  const at = argv.findIndex((argument) => argument === option || argument.startsWith(`${option}=`));
  if (at < 0) return null;
  return argv[at] === option ? (argv[at + 1] ?? '') : (argv[at]?.slice(option.length + 1) ?? '');
}

/** Returns the file behind `--open` as an absolute path, without touching it; null if there is none. */
export function evidenceArgument(
  argv: readonly string[],
  folder: string,
  platform: NodeJS.Platform,
): string | null {
  const found = argumentBehind(argv, '--open') ?? '';
  if (found === '') return null;
  // A network path stays unchanged, so that `isLocalPath` can refuse it.
  if (/^[\\/]{2}/u.test(found)) return found;
  return (platform === 'win32' ? win32 : posix).resolve(folder, found);
}
