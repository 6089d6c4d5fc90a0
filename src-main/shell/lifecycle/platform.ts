type Env = Readonly<Record<string, string | undefined>>;

/**
 * Whether this is the portable Windows program, which runs from a temporary folder and leaves nothing behind
 * (electron-builder's `portable.nsi` sets the variable).
 */
export function isPortable(platform: NodeJS.Platform, env: Env): boolean {
  return platform === 'win32' && (env['PORTABLE_EXECUTABLE_DIR'] ?? '') !== '';
}

/**
 * Whether this is Wayland: windows cannot read or choose their position, and a picture of the screen goes through the
 * system's own dialog. That dialog comes in every Wayland session, even with `--ozone-platform=x11`, because the capturer
 * looks at these two variables alone (WebRTC, `DesktopCapturer::IsRunningUnderWayland`).
 */
export function isWayland(options: {
  readonly platform: NodeJS.Platform;
  readonly env: Env;
  /** Chromium's switch `ozone-platform`; empty when it is not set. Electron 38 and newer set it to what they chose. */
  readonly ozonePlatform: string;
}): boolean {
  const { platform, env, ozonePlatform } = options;
  if (platform !== 'linux') return false;
  if (ozonePlatform === 'wayland') return true;
  const session = env['XDG_SESSION_TYPE'] ?? '';
  return session.startsWith('wayland') && (env['WAYLAND_DISPLAY'] ?? '') !== '';
}
