import type { BrowserWindowConstructorOptions, WebContents } from 'electron';

import type { WindowFrame } from '../../contract/ipc/window-frame.ts';

/** The system as Electron tells it: `process.platform`, `process.getSystemVersion()`, `nativeTheme`. */
export interface System {
  readonly platform: NodeJS.Platform;
  /** `10.0.22631` on Windows. */
  readonly release: string;
  readonly isDark: boolean;
  readonly isHighContrast: boolean;
}

/** Of the strip at the top that takes the title bar's place, in the page's pixels at 100 %. */
export const TITLE_BAR_HEIGHT = 40;

/** Windows 11 22H2, the first with the material (Electron's documentation of `backgroundMaterial`). */
const MATERIAL_BUILD = 22_621;
/** The paper colours of styles/tokens.css, so that the window never flashes white before its page is there. */
export const BACKGROUND_COLORS = { light: '#ffffff', dark: '#15191c' } as const;
const TRANSPARENT = '#00000000';
const SYMBOL_COLORS = { light: '#15191c', dark: '#ffffff' } as const;

/** Returns where the window's buttons are: in the system's own title bar, at the left of the page, or above the page. */
export function frameOf(platform: NodeJS.Platform): WindowFrame {
  if (platform === 'darwin') return 'inset';
  return platform === 'win32' ? 'overlay' : 'own';
}

/** Returns the background of the window: nothing where the system's material is behind the page, else the page's color. */
export function backgroundOf(system: System): string {
  if (system.platform === 'darwin' || hasMaterial(system))
    return system.isHighContrast ? paper(system) : TRANSPARENT;
  return paper(system);
}

/** Returns the colors of the strip with the window's buttons on Windows. */
export function overlayOf(system: System): { color: string; symbolColor: string; height: number } {
  return {
    color: backgroundOf(system),
    symbolColor: system.isDark ? SYMBOL_COLORS.dark : SYMBOL_COLORS.light,
    height: TITLE_BAR_HEIGHT,
  };
}

/** Returns what makes the window one of its system; the page leaves room for the buttons (`app.facts`, `frame`). */
export function frameOptions(system: System): BrowserWindowConstructorOptions {
  const backgroundColor = backgroundOf(system);
  switch (frameOf(system.platform)) {
    case 'own':
      return { backgroundColor };
    case 'inset':
      return {
        backgroundColor,
        titleBarStyle: 'hiddenInset',
        // The page is told the height by this alone.
        titleBarOverlay: { height: TITLE_BAR_HEIGHT },
        ...(system.isHighContrast ? {} : { vibrancy: 'under-window', visualEffectState: 'followWindow' }),
      };
    case 'overlay':
      return {
        backgroundColor,
        titleBarStyle: 'hidden',
        titleBarOverlay: overlayOf(system),
        ...(hasMaterial(system) && !system.isHighContrast ? { backgroundMaterial: 'mica' } : {}),
      };
  }
}

function hasMaterial({ platform, release }: System): boolean {
  const [major = 0, , build = 0] = release.split('.').map(Number);
  return platform === 'win32' && (major > 10 || (major === 10 && build >= MATERIAL_BUILD));
}

function paper({ isDark }: System): string {
  return isDark ? BACKGROUND_COLORS.dark : BACKGROUND_COLORS.light;
}

/**
 * Without a title bar a window can be moved by its page alone. This is the least that every page has; what the page itself says
 * comes first, since styles of the user's origin give way.
 */
export const FRAME_STYLE = `
body { padding-block-start: env(titlebar-area-height, 0px) }
body::before {
  content: ''; position: fixed; top: env(titlebar-area-y, 0px); left: env(titlebar-area-x, 0px);
  width: env(titlebar-area-width, 100%); height: env(titlebar-area-height, 0px); -webkit-app-region: drag
}
a, button, input, label, select, summary, textarea, [role="button"], [tabindex] { -webkit-app-region: no-drag }
`;

/** Puts the style into each page of a window without a title bar. */
export function keepMovable(contents: Pick<WebContents, 'on' | 'insertCSS'>, frame: WindowFrame): void {
  if (frame === 'own') return;
  contents.on('did-navigate', () => {
    // A page that is replaced meanwhile needs none.
    void contents.insertCSS(FRAME_STYLE, { cssOrigin: 'user' }).catch(() => undefined);
  });
}
