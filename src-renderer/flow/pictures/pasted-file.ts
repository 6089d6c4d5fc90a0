/** The name that Chromium gives to a picture that lies on the clipboard as a picture (blink, "clipboard_item"). */
const BARE_PICTURE = 'image.png';
/** A file that Chromium makes as it is asked for is younger than this. */
const JUST_MADE_MS = 5000;

/**
 * The file that a paste means. Whoever copies a file in Explorer or Finder has its icon on the clipboard as well, as a
 * picture: the file is meant then, pictures among several files first. Undefined when nothing was pasted that is a file.
 */
export function pastedFile(files: readonly File[], now: number): File | undefined {
  const isBare = ({ name, type, lastModified }: File): boolean =>
    name === BARE_PICTURE && type === 'image/png' && Math.abs(now - lastModified) < JUST_MADE_MS;
  const real = files.filter((file) => !isBare(file));
  return real.find(({ type }) => type.startsWith('image/')) ?? real[0] ?? files[0];
}
