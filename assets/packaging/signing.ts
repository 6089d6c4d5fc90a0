/** What electron-builder reads from the environment to sign, and on macOS to notarise (electron.build, "Code Signing"). */
const NEEDED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
  darwin: ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
};

/** The variables without which this platform's files would go out unsigned; none on Linux, which has no such signature. */
export function missingForSigning(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return (NEEDED[platform] ?? []).filter((name) => (env[name] ?? '') === '');
}
