/** What decides which display server this process talks to. */
export interface DisplaySurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Chromium's switch `ozone-platform`; empty when it is not set. Electron 38 and newer set it to what they chose. */
  readonly ozonePlatform: string;
}

/**
 * Whether this is Wayland: windows cannot tell or choose where they are, and a picture of the screen goes through the
 * system's own dialog. That dialog comes in every Wayland session, even with `--ozone-platform=x11`, because the capturer
 * looks at these two variables alone (WebRTC, `DesktopCapturer::IsRunningUnderWayland`).
 */
export function isWayland({ platform, env, ozonePlatform }: DisplaySurroundings): boolean {
  if (platform !== 'linux') return false;
  if (ozonePlatform === 'wayland') return true;
  const session = env['XDG_SESSION_TYPE'] ?? '';
  return session.startsWith('wayland') && (env['WAYLAND_DISPLAY'] ?? '') !== '';
}
