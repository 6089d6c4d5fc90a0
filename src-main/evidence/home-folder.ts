/** Replaces the home folder by `~` and tells how often. */
export type HomeFolderEraser = (text: string) => { readonly text: string; readonly removed: number };

/** Shorter ones (`/`, `C:\`) name nobody and stand in every address. */
const SHORTEST_HOME = 4;
const SEPARATOR = '(?:[\\\\/]|%2F|%5C)+';

/**
 * Finds the folder as it is, with either kind of slash, with JSON's doubled backslashes and percent-encoded, in any
 * letter case, where it is a path from the root on and a whole one: `/home/jan` is found neither in `/home/jana` nor in
 * `https://acme.example/home/jan`.
 */
export function createHomeFolderEraser(homeFolder: string | null): HomeFolderEraser {
  const folder = (homeFolder ?? '').trim().replace(/[\\/]+$/u, '');
  if (folder.length < SHORTEST_HOME) return (text) => ({ text, removed: 0 });
  const segments = folder.split(/[\\/]+/u).map((segment) => {
    const plain = escapeRegExp(segment);
    const encoded = escapeRegExp(encodeURIComponent(segment.toWellFormed()));
    return `(?:${plain}|${encoded})`;
  });
  // A letter before it makes it a part of another path, but not the last digit of a percent escape.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}](?<!%[0-9A-F]{2}))${segments.join(SEPARATOR)}(?![\\p{L}\\p{N}_-])`,
    'giu',
  );
  return (text) => {
    let removed = 0;
    let current = text;
    // What follows one find may be another once the first is gone.
    for (let before = ''; before !== current;) {
      before = current;
      current = before.replace(pattern, () => {
        removed += 1;
        return '~';
      });
    }
    return { text: current, removed };
  };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
