import { setTimeout as wait } from 'node:timers/promises';

import { desktopCapturer, screen, systemPreferences } from 'electron';
import type { BrowserWindow, DesktopCapturerSource } from 'electron';

import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { CaptureSources } from '../contract/picture.ts';
import { phrase } from '../words/phrase.ts';
import type { Phrase } from '../words/phrase.ts';

const THUMBNAIL = { width: 320, height: 200 };
/** A window that is hidden is gone from the screen after this long. */
const HIDE_MS = 350;

/** The open windows and the screens, with a small picture each; our own window is not among them. */
export async function listCaptureSources(own: BrowserWindow): Promise<CaptureSources> {
  const permission = screenPermission();
  if (permission !== null) return { sources: [], permission };
  const sources = await desktopCapturer.getSources({ types: ['window', 'screen'], thumbnailSize: THUMBNAIL });
  return {
    sources: sources
      .filter(({ id, thumbnail }) => id !== own.getMediaSourceId() && !thumbnail.isEmpty())
      .map(({ id, name, thumbnail }) => ({
        id,
        kind: kindOf(id),
        name: name.slice(0, 120),
        thumbnail: thumbnail.toDataURL(),
      })),
    permission: null,
  };
}

/** Takes one window or screen in full size as PNG, with our own window out of the way meanwhile. */
export async function captureSource(own: BrowserWindow, id: string): Promise<Result<Uint8Array>> {
  own.hide();
  try {
    await wait(HIDE_MS);
    const source = await findSource(id);
    return source === undefined || source.thumbnail.isEmpty()
      ? fail('not-a-picture', phrase('failure.window-gone'))
      : succeed(new Uint8Array(source.thumbnail.toPNG()));
  } finally {
    own.show();
    own.focus();
  }
}

async function findSource(id: string): Promise<DesktopCapturerSource | undefined> {
  // A source is asked for as large as the largest screen; a smaller one keeps its own size.
  const sizes = screen.getAllDisplays().map(({ size, scaleFactor }) => ({
    width: Math.ceil(size.width * scaleFactor),
    height: Math.ceil(size.height * scaleFactor),
  }));
  const thumbnailSize = {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
  const sources = await desktopCapturer.getSources({ types: [kindOf(id)], thumbnailSize });
  return sources.find((source) => source.id === id);
}

function kindOf(id: string): 'window' | 'screen' {
  return id.startsWith('screen:') ? 'screen' : 'window';
}

function screenPermission(): Phrase | null {
  if (process.platform !== 'darwin') return null;
  return systemPreferences.getMediaAccessStatus('screen') === 'granted'
    ? null
    : phrase('picture.permission.mac');
}
