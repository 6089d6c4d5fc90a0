/** What electron-builder reads from the environment to sign, and on macOS to notarise (electron.build, "Code Signing"). */
const NEEDED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
  darwin: ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
};

/** What electron-builder is told of a signature beyond electron-builder.yml. */
export interface SigningConfig {
  readonly forceCodeSigning: boolean;
  readonly mac?: { readonly identity: '-'; readonly hardenedRuntime: false; readonly notarize: false };
}

/**
 * How this platform's files are signed. Without a certificate a Mac app gets a signature without a name: setting the fuses
 * breaks the one that Electron's program comes with, and Apple's processors start no program that has none
 * (developer.apple.com, "Porting your macOS apps to Apple silicon"). Linux has no such signature at all.
 */
export function signingConfig(
  mustSign: boolean,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): SigningConfig {
  const forceCodeSigning = mustSign && platform !== 'linux';
  return platform === 'darwin' && !mustSign && missingForSigning(platform, env).length > 0
    ? { forceCodeSigning, mac: { identity: '-', hardenedRuntime: false, notarize: false } }
    : { forceCodeSigning };
}

/** The variables without which this platform's files would go out unsigned; none on Linux, which has no such signature. */
export function missingForSigning(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return (NEEDED[platform] ?? []).filter((name) => (env[name] ?? '') === '');
}
