import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const WIDTH = 1040;
const HEIGHT = 720;
/** How often the screen is looked at; a look costs about a millisecond of one core. */
const LOOK_MS = 8;
/** A screen that has not changed for so long stays as it is. */
const STILL_MS = 800;
const LIMIT_MS = 60_000;

/** An X server whose screen can be read from outside of every program that draws on it. */
export interface WatchedScreen {
  readonly display: string;
  /** The screen as it is now, in the X server's own form. */
  readonly look: () => Buffer;
  readonly stop: () => void;
}

/** Starts Xvfb with its screen in a file (`-fbdir`, Xvfb(1)). Rejects when it does not start. */
export async function startWatchedScreen(): Promise<WatchedScreen> {
  const folder = mkdtempSync(join(tmpdir(), 'screen-'));
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${WIDTH}x${HEIGHT}x24`, '-nolisten', 'tcp', '-ac', '-fbdir', folder],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended at once.')));
    server.stdio[3]?.once('data', (bytes: Buffer) => resolve(bytes.toString('latin1').trim()));
  });
  const file = join(folder, 'Xvfb_screen0');
  const descriptor = openSync(file, 'r');
  const size = statSync(file).size;
  return {
    display: `:${number}`,
    look: () => {
      const frame = Buffer.allocUnsafe(size);
      readSync(descriptor, frame, 0, size, 0);
      return frame;
    },
    stop: () => {
      closeSync(descriptor);
      server.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A caret that blinks in a field is no news: a few dozen pixels. */
const CARET_SHARE = 100 / (WIDTH * HEIGHT);

/** A start ends when so much of the screen is as it stays; what is left is a line that fills in a moment later. */
const SAME_SHARE = 0.995;

/**
 * Waits until what `start` starts has drawn its window and nothing changes any more. Gives the milliseconds from the
 * start to the first moment from which on nearly all of the screen looked as it stays. Rejects when nothing is drawn.
 */
export async function timeToScreen(screen: WatchedScreen, start: () => void): Promise<number> {
  const empty = await stillScreen(screen);
  const frames: { readonly at: number; readonly frame: Buffer }[] = [];
  let last = empty;
  const started = performance.now();
  start();
  for (;;) {
    await setTimeout(LOOK_MS);
    const at = performance.now() - started;
    const frame = screen.look();
    if (!frame.equals(last) && sameShare(frame, last) < 1 - CARET_SHARE) frames.push({ at, frame });
    last = frame;
    const latest = frames.at(-1);
    if (latest !== undefined && at - latest.at > STILL_MS && !last.equals(empty)) break;
    if (at > LIMIT_MS) throw new Error('The app drew no window within a minute.');
  }
  const firstOfMany = frames.findLastIndex(({ frame }) => sameShare(frame, last) < SAME_SHARE) + 1;
  return frames[firstOfMany]?.at ?? Number.NaN;
}

/** The screen once nothing of the app before is left on it. */
async function stillScreen(screen: WatchedScreen): Promise<Buffer> {
  let last = screen.look();
  for (let still = 0; still < 10;) {
    await setTimeout(LOOK_MS * 2);
    const frame = screen.look();
    still = frame.equals(last) ? still + 1 : 0;
    last = frame;
  }
  return last;
}

function sameShare(one: Buffer, other: Buffer): number {
  let same = 0;
  for (let at = 0; at + 4 <= one.length; at += 4) {
    if (one.readUInt32LE(at) === other.readUInt32LE(at)) same += 1;
  }
  return same / (one.length / 4);
}

/** Memory of all processes that run an executable below `folder`, in bytes (proc(5), smaps_rollup). */
export function memoryOf(pids: readonly number[]): { readonly privateBytes: number; readonly pss: number } {
  let privateBytes = 0;
  let pss = 0;
  for (const pid of pids) {
    let text = '';
    try {
      text = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
    } catch {
      // It has ended meanwhile.
    }
    const field = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(text)?.[1] ?? 0) * 1024;
    privateBytes += field('Private_Clean') + field('Private_Dirty');
    pss += field('Pss');
  }
  return { privateBytes, pss };
}
