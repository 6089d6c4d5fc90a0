type Environment = Readonly<Record<string, string | undefined>>;

/** What electron-builder reads from the environment to sign, and on macOS to notarise (electron.build, "Code Signing"). */
const NEEDED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
  darwin: ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
};

/** A Mac app without a certificate: Apple silicon runs no unsigned program. */
export const AD_HOC = { identity: '-', hardenedRuntime: false, notarize: false };

/**
 * Returns how this platform's files are signed, for electron-builder on top of electron-builder.yml. Without a certificate a Mac app is signed ad hoc: setting the fuses breaks
 * Electron's own signature, and Apple silicon starts no unsigned program (developer.apple.com, "Porting your macOS apps to
 * Apple silicon").
 */
export function signingConfig(mustSign: boolean, platform: NodeJS.Platform, env: Environment) {
  const forceCodeSigning = mustSign && platform !== 'linux';
  return platform === 'darwin' && !mustSign && missingForSigning(platform, env).length > 0
    ? { forceCodeSigning, mac: AD_HOC }
    : { forceCodeSigning };
}

/** Returns the missing variables for a signed release of this platform. */
export function missingForSigning(platform: NodeJS.Platform, env: Environment): readonly string[] {
  return (NEEDED[platform] ?? []).filter((name) => (env[name] ?? '') === '');
}
