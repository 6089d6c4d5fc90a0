import { BrowserWindow, screen } from 'electron';
import type { BaseWindow } from 'electron';

import type { Settings, WindowPlace } from '../../contract/settings.ts';
import type { SettingsStore } from '../../storage/settings.ts';
import { placeOnScreens, sizeAlone, within, withFormerPlace } from './window-place.ts';
import type { Area } from './window-place.ts';
import { isSameZoom, nextZoom, smallestWindow } from './zoom.ts';
import type { ZoomStep } from './zoom.ts';

/** What of the settings the window needs. */
type WindowMemory = Pick<SettingsStore, 'current' | 'change'>;

/** A window that moves tells so many times a second. */
const SAVE_AFTER_MS = 500;

/**
 * Puts a window that nobody has seen yet where it was left, on a screen that is there. Where windows have no place
 * (`hasPlaces` is false, as on Wayland) it gets its size alone.
 */
export function placeWindow(
  window: BrowserWindow,
  remembered: Pick<Settings, 'window' | 'zoom'>,
  hasPlaces: boolean,
): void {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const areas: [Area, ...Area[]] = [main.workArea, ...others.map(({ workArea }) => workArea)];
  const saved = hasPlaces ? remembered.window : sizeAlone(remembered.window);
  const bounds = placeOnScreens(saved, areas, smallestWindow(remembered.zoom, main.workArea));
  const smallest = smallestWindow(remembered.zoom, screen.getDisplayMatching(bounds).workArea);
  window.setMinimumSize(smallest.width, smallest.height);
  window.setBounds(bounds);
}

/** Shows a window that has its place. */
export function showWindow(window: BrowserWindow, remembered: Pick<Settings, 'window'>): void {
  if (window.isDestroyed()) return;
  // Maximizing shows a window, so it must not come earlier either.
  if (remembered.window?.maximized === true) window.maximize();
  window.show();
}

export type RememberedWindow = ReturnType<typeof rememberWindow>;

/** Remembers size, zoom and, where `hasPlaces`, the place of the window as they change. */
export function rememberWindow(window: BrowserWindow, memory: WindowMemory, hasPlaces: boolean) {
  const contents = window.webContents;
  let timer: NodeJS.Timeout | null = null;
  let isShown = false;

  const save = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const place = placeOf(window);
    if (place === null) return;
    // Wayland reports 0, 0 for every window.
    const kept = hasPlaces ? place : withFormerPlace(place, memory.current().window);
    void memory.change({ window: kept });
  };
  const saveSoon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(save, SAVE_AFTER_MS);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('maximize', saveSoon);
  window.on('unmaximize', saveSoon);
  window.on('close', save);

  // Chromium keeps a zoom by host; ours is set for each page where the two differ. Never on a hidden window: that stopped
  // its first paint on Windows and Linux (electron/electron#54025).
  const keepZoom = (): void => {
    const { zoom: wanted } = memory.current();
    if (isShown && !isSameZoom(contents.getZoomFactor(), wanted)) contents.setZoomFactor(wanted);
  };
  contents.on('did-navigate', keepZoom);

  const zoom = (step: ZoomStep): void => {
    const factor = nextZoom(memory.current().zoom, step);
    void memory.change({ zoom: factor });
    if (isShown) contents.setZoomFactor(factor);
    keepUsable(window, factor);
  };
  contents.on('zoom-changed', (_event, direction) => zoom(direction));
  return {
    zoom,
    /** To be called once the window is shown: until then no zoom is set. */
    shown: (): void => {
      isShown = true;
      if (!window.isDestroyed()) keepZoom();
    },
  };
}

/** Zooms a window that is not ours to remember: Atlassian's, or a report's. */
export function zoomOther(window: BaseWindow, step: ZoomStep): void {
  if (!(window instanceof BrowserWindow)) return;
  const contents = window.webContents;
  contents.setZoomFactor(nextZoom(contents.getZoomFactor(), step));
}

/** Where a window is, or where it goes back to; null while that cannot be told. */
function placeOf(window: BrowserWindow): WindowPlace | null {
  if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return null;
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Keeps the zoomed page large enough to be read without scrolling sideways, as far as the screen allows it. */
function keepUsable(window: BrowserWindow, zoom: number): void {
  const bounds = window.getBounds();
  const { workArea } = screen.getDisplayMatching(bounds);
  const smallest = smallestWindow(zoom, workArea);
  window.setMinimumSize(smallest.width, smallest.height);
  if (window.isMaximized() || window.isFullScreen()) return;
  const width = Math.max(bounds.width, smallest.width);
  const height = Math.max(bounds.height, smallest.height);
  if (width > bounds.width || height > bounds.height)
    window.setBounds(within(workArea, { ...bounds, width, height }));
}
