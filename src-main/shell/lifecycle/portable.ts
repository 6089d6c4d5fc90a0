/**
 * Whether this is the portable Windows program, which runs from a temporary folder and leaves nothing behind
 * (electron-builder's `portable.nsi` sets the variable).
 */
export function isPortable(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return platform === 'win32' && (env['PORTABLE_EXECUTABLE_DIR'] ?? '') !== '';
}
