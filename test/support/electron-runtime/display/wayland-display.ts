import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { nobodyIn } from '../launching/hand-over.ts';
import { IS_ROOT } from '../places.ts';
import { startVirtualDisplay } from './virtual-display.ts';

/** A Wayland compositor with a screen that can be looked at. */
export interface WaylandDisplay {
  /** What an app needs in its environment to find it. There is no X server to fall back to. */
  readonly env: Readonly<Record<string, string>>;
  /** The pixels of the whole screen as they are now, 0xRRGGBB each. */
  readonly screen: () => { readonly width: number; readonly height: number; readonly pixels: Uint32Array };
  readonly stop: () => void;
}

const SOCKET = 'wayland-of-tests';
const START_LIMIT_MS = 15_000;

/** Whether Debian's package `weston` is installed. */
export function hasWeston(): boolean {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, 'weston')));
}

/**
 * Starts Weston in a virtual X server, with a keyboard and a pointer: in its headless mode there are none, and Electron
 * crashes on that. As root it runs as the user that the app runs as. Rejects with Weston's own words when it does not start.
 */
export async function startWayland(): Promise<WaylandDisplay> {
  const folder = mkdtempSync(join(tmpdir(), 'wayland-'));
  const x11 = await startVirtualDisplay({ framebufferFolder: folder });
  const user = IS_ROOT ? nobodyIn(readFileSync('/etc/passwd', 'utf8')) : null;
  // It may read what is in there, and Wayland wants it to be its own.
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const weston = spawn(
    'weston',
    [
      '--backend=x11-backend.so',
      '--use-pixman',
      '--width=1400',
      '--height=960',
      `--socket=${SOCKET}`,
      '--idle-time=0',
      '--no-config',
    ],
    {
      env: { PATH: process.env['PATH'], HOME: folder, DISPLAY: x11.display, XDG_RUNTIME_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    },
  );
  let said = '';
  for (const stream of [weston.stdout, weston.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<string>((resolve) => {
    weston.once('error', (error) => resolve(error.message));
    weston.once('exit', (code) => resolve(`It ended with ${code}.`));
  });
  const kill = (): void => void weston.kill('SIGTERM');
  process.once('exit', kill);
  const stop = (): void => {
    process.removeListener('exit', kill);
    kill();
    x11.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const started = Date.now();
  while (!existsSync(join(folder, SOCKET))) {
    const end = await Promise.race([ended, setTimeout(50, null)]);
    if (end === null && Date.now() - started < START_LIMIT_MS) continue;
    stop();
    throw new Error(`The Wayland compositor Weston did not start. ${end ?? ''}\n${said}`);
  }
  return {
    env: {
      XDG_SESSION_TYPE: 'wayland',
      XDG_RUNTIME_DIR: folder,
      WAYLAND_DISPLAY: SOCKET,
      // Nobody listens there.
      DISPLAY: ':4095',
    },
    screen: () => readXwd(readFileSync(join(folder, 'Xvfb_screen0'))),
    stop,
  };
}

/** Reads a screen as Xvfb keeps it in a file (XWDFile.h): a header of 32-bit numbers, a table of colors, pixels. */
function readXwd(bytes: Buffer): ReturnType<WaylandDisplay['screen']> {
  const field = (index: number): number => bytes.readUInt32BE(index * 4);
  const [width, height, bytesPerLine] = [field(4), field(5), field(12)];
  if (field(11) !== 32) throw new Error(`The screen has ${field(11)} bits for a pixel.`);
  const begin = field(0) + field(19) * 12;
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      pixels[y * width + x] = bytes.readUInt32LE(begin + y * bytesPerLine + x * 4) & 0xffffff;
  }
  return { width, height, pixels };
}
