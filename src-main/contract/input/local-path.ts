/** Names that Windows takes for devices in every folder, whatever follows them (learn.microsoft.com, "Naming Files"). */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/iu;
const ELSEWHERE = ['/dev/', '/proc/', '/sys/', '/net/', '/Network/'];

/**
 * Whether a whole path names a file of this computer, told from the path alone: nothing is touched. On Windows a path
 * such as `\\host\share` would sign the person in at that host as soon as anything looks at it, and `\\.\` or `\\?\`
 * reaches pipes and devices.
 */
export function isLocalPath(path: string, platform: string): boolean {
  if (path.includes('\0') || path.split(/[\\/]/u).includes('..')) return false;
  return platform === 'win32' ? isLocalOnWindows(path) : isLocalOnPosix(path);
}

function isLocalOnWindows(path: string): boolean {
  const [drive = '', ...names] = path.replaceAll('/', '\\').split('\\');
  if (!/^[a-z]:$/iu.test(drive) || names.length === 0) return false;
  return names.every((name) => !name.includes(':') && !DEVICES.test((name.split('.')[0] ?? '').trimEnd()));
}

function isLocalOnPosix(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//') && !ELSEWHERE.some((place) => path.startsWith(place));
}
