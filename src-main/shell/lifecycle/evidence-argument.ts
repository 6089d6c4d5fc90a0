import { posix, win32 } from 'node:path';

/** Returns the value of `--option VALUE` or `--option=VALUE`; empty without a value, null without the option. */
export function argumentBehind(argv: readonly string[], option: string): string | null {
  return argumentsBehind(argv, option)[0] ?? null;
}

/** Returns the files behind each `--open` as absolute paths, without touching them. */
export function evidenceArguments(
  argv: readonly string[],
  folder: string,
  platform: NodeJS.Platform,
): string[] {
  return argumentsBehind(argv, '--open')
    .filter((named) => named !== '')
    .map((named) =>
      // A network path stays unchanged, so that `isLocalPath` can refuse it.
      /^[\\/]{2}/u.test(named) ? named : (platform === 'win32' ? win32 : posix).resolve(folder, named),
    );
}

function argumentsBehind(argv: readonly string[], option: string): string[] {
  return argv.flatMap((argument, at) => {
    if (argument === option) return [argv[at + 1] ?? ''];
    return argument.startsWith(`${option}=`) ? [argument.slice(option.length + 1)] : [];
  });
}
