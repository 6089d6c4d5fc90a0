import { describe, expect, it } from 'vitest';

import { windowFrameSchema } from '../../../../src-main/contract/ipc/window-frame.ts';
import {
  BACKGROUND_COLORS,
  backgroundOf,
  FRAME_STYLE,
  frameOf,
  frameOptions,
  keepMovable,
  overlayOf,
  TITLE_BAR_HEIGHT,
} from '../../../../src-main/shell/window/window-frame.ts';
import type { System } from '../../../../src-main/shell/window/window-frame.ts';

const system = (change: Partial<System>): System => ({
  platform: 'linux',
  release: '6.12.0',
  isDark: false,
  isHighContrast: false,
  ...change,
});
const windows = (release: string, change: Partial<System> = {}): System =>
  system({ platform: 'win32', release, ...change });

describe("the window's frame", () => {
  it("is the desktop's own on Linux, with nothing but the color of the page", () => {
    expect(frameOf('linux')).toBe('own');
    expect(frameOptions(system({}))).toEqual({ backgroundColor: BACKGROUND_COLORS.light });
    expect(frameOptions(system({ isDark: true }))).toEqual({ backgroundColor: BACKGROUND_COLORS.dark });
  });

  it('is inset and translucent on macOS', () => {
    expect(frameOf('darwin')).toBe('inset');
    expect(frameOptions(system({ platform: 'darwin', release: '15.1.0' }))).toEqual({
      backgroundColor: '#00000000',
      titleBarStyle: 'hiddenInset',
      titleBarOverlay: { height: TITLE_BAR_HEIGHT },
      vibrancy: 'under-window',
      visualEffectState: 'followWindow',
    });
  });

  it('is an overlay on Windows, with the material from Windows 11 22H2 on', () => {
    expect(frameOf('win32')).toBe('overlay');
    for (const release of ['10.0.22621', '10.0.26100', '11.0.0'])
      expect(frameOptions(windows(release))).toMatchObject({
        backgroundMaterial: 'mica',
        backgroundColor: '#00000000',
        titleBarStyle: 'hidden',
        titleBarOverlay: { color: '#00000000', symbolColor: '#15191c', height: TITLE_BAR_HEIGHT },
      });
    for (const release of ['10.0.19045', '10.0.22000', '', 'unknown']) {
      const options = frameOptions(windows(release));
      expect(options).toMatchObject({
        backgroundColor: BACKGROUND_COLORS.light,
        titleBarOverlay: { color: BACKGROUND_COLORS.light },
      });
      expect(options).not.toHaveProperty('backgroundMaterial');
    }
  });

  it('follows the theme, and is solid in high contrast', () => {
    expect(overlayOf(windows('10.0.19045', { isDark: true }))).toEqual({
      color: BACKGROUND_COLORS.dark,
      symbolColor: '#ffffff',
      height: TITLE_BAR_HEIGHT,
    });
    for (const platform of ['win32', 'darwin'] as const) {
      const contrast = system({ platform, release: '10.0.26100', isDark: true, isHighContrast: true });
      expect(backgroundOf(contrast)).toBe(BACKGROUND_COLORS.dark);
      expect(frameOptions(contrast)).not.toHaveProperty('backgroundMaterial');
      expect(frameOptions(contrast)).not.toHaveProperty('vibrancy');
    }
  });

  it('leaves every page something to be moved by, where there is no title bar', () => {
    for (const frame of windowFrameSchema.options) {
      const inserted: (readonly [string, unknown])[] = [];
      const listeners: (() => void)[] = [];
      keepMovable(
        {
          on(event: string, listener: () => void) {
            expect(event).toBe('did-navigate');
            listeners.push(listener);
            return this;
          },
          insertCSS: async (css: string, options: unknown) => {
            inserted.push([css, options]);
            return 'key';
          },
        } as never,
        frame,
      );
      for (const listener of listeners) listener();
      expect(inserted).toEqual(frame === 'own' ? [] : [[FRAME_STYLE, { cssOrigin: 'user' }]]);
    }
    expect(FRAME_STYLE).toMatch(/body::before \{[^}]*app-region: drag/u);
    expect(FRAME_STYLE).toMatch(/button, input[^}]*app-region: no-drag/u);
  });
});
