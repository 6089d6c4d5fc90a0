import { fail, succeed } from '../contract/failure.ts';
import type { Result } from '../contract/failure.ts';
import type { CaptureSources } from '../contract/picture.ts';
import { message } from '../i18n/message.ts';
import type { Message } from '../i18n/message.ts';
import type { Size } from './image/picture-canvas.ts';

type Kind = 'window' | 'screen';

/** A window or a screen as Electron's `DesktopCapturerSource` describes it. */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly thumbnail: {
    isEmpty(): boolean;
    toPNG(): Uint8Array;
    toDataURL(): string;
  };
}

export interface CapturePorts {
  /** Whether the system's own dialog chooses the window or screen, as on Wayland. */
  readonly systemChooses: boolean;
  readonly getSources: (types: Kind[], thumbnailSize: Size) => Promise<readonly Source[]>;
  /** The app's own window is not offered. */
  readonly ownId: () => string;
  /** The size of the largest screen in physical pixels. */
  readonly fullSize: () => Size;
  /** Calls `take` with the app's own window hidden. */
  readonly withoutOwnWindow: <T>(take: () => Promise<T>) => Promise<T>;
  /** macOS alone: whether screen recording is granted, and the major version; null elsewhere. */
  readonly mac: { readonly isGranted: () => boolean; readonly version: number } | null;
}

const THUMBNAIL: Size = { width: 320, height: 200 };
/** Still legible, and quick to make for every window there is. */
const SMALL_PICTURE: Size = { width: 1280, height: 800 };
/** macOS 15 renamed the pane of its settings. */
const MAC_RENAMED_PANE = 15;

/** Returns what takes pictures of the windows and screens of this system. */
export function createScreenCapture(ports: CapturePorts) {
  let isMacAsked = false;

  const macPermission = async (): Promise<Message | null> => {
    if (ports.mac === null || ports.mac.isGranted()) return null;
    // The first call makes macOS ask the person and list the app in its settings.
    if (!isMacAsked) await ports.getSources(['screen'], { width: 1, height: 1 }).catch(() => []);
    isMacAsked = true;
    return message(
      ports.mac.version >= MAC_RENAMED_PANE ? 'picture.permission.mac' : 'picture.permission.mac-before-15',
    );
  };

  /** Lists windows and screens with thumbnails; empty on Wayland, where each call opens a dialog. */
  const list = async (): Promise<CaptureSources> => {
    if (ports.systemChooses) return { sources: [], permission: null, chooser: 'system' };
    const permission = await macPermission();
    if (permission !== null) return { sources: [], permission, chooser: 'app' };
    const sources = await ports.getSources(['window', 'screen'], THUMBNAIL);
    return {
      sources: sources
        .filter(({ id, thumbnail }) => id !== ports.ownId() && !thumbnail.isEmpty())
        .map(({ id, name, thumbnail }) => ({
          id,
          kind: kindOf(id),
          name: name.slice(0, 120),
          thumbnail: thumbnail.toDataURL(),
        })),
      permission: null,
      chooser: 'app',
    };
  };

  /** One call opens one dialog, and the returned id works once: its thumbnail is the picture. */
  const takeChosen = async (): Promise<Result<Uint8Array>> => {
    // It rejects with a string when the person cancels (Electron 42 and newer).
    const sources = await ports.getSources(['window', 'screen'], ports.fullSize()).catch(() => []);
    const png = pngOf(sources[0]);
    return png === null ? fail('nothing-to-do', message('failure.nothing-chosen')) : succeed(png);
  };

  /**
   * Electron makes a picture of every window and gives up after three seconds (42 and newer), so an empty one is asked for
   * again, and then in a small size.
   */
  const takeListed = async (id: string): Promise<Result<Uint8Array>> => {
    const full = ports.fullSize();
    let found: Source | undefined;
    for (const size of [full, full, SMALL_PICTURE]) {
      const sources = await ports.getSources([kindOf(id)], size).catch(() => null);
      found = sources?.find((source) => source.id === id);
      const png = pngOf(found);
      if (png !== null) return succeed(png);
      if (sources === null) return fail('not-a-picture', message('failure.page-not-taken'));
    }
    return fail(
      'not-a-picture',
      message(found === undefined ? 'failure.window-gone' : 'failure.page-not-taken'),
    );
  };

  return {
    list,
    /** Captures one window or screen as PNG; `id` is null where the system chooses. */
    take: async (id: string | null): Promise<Result<Uint8Array>> => {
      // The app's window stays: the system's dialog has no time limit.
      if (ports.systemChooses) return takeChosen();
      return id === null
        ? fail('nothing-to-do', message('failure.nothing-chosen'))
        : ports.withoutOwnWindow(() => takeListed(id));
    },
  };
}

function pngOf(source: Source | undefined): Uint8Array | null {
  return source === undefined || source.thumbnail.isEmpty() ? null : new Uint8Array(source.thumbnail.toPNG());
}

function kindOf(id: string): Kind {
  return id.startsWith('screen:') ? 'screen' : 'window';
}
