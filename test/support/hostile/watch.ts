/** What a piece of work took. */
export interface Watched<T> {
  readonly value: T;
  /** Milliseconds until it was over. */
  readonly wallMs: number;
  /** Milliseconds that this thread computed meanwhile. */
  readonly cpuMs: number;
  /** The longest time in which nothing else had its turn, in milliseconds that this thread computed. */
  readonly blockMs: number;
}

const EVERY_MS = 2;

/**
 * Runs `work` and watches how long it keeps everything else from its turn. A busy machine does not count: what is told is
 * the time that the thread itself computed between two turns, and never more than what went by.
 */
export async function watched<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const startedAt = performance.now();
  const startedCpu = threadCpuMs();
  let last = { wall: startedAt, cpu: startedCpu };
  let blockMs = 0;
  const look = (): void => {
    const now = { wall: performance.now(), cpu: threadCpuMs() };
    blockMs = Math.max(blockMs, Math.min(now.wall - last.wall, now.cpu - last.cpu));
    last = now;
  };
  const timer = setInterval(look, EVERY_MS);
  try {
    const value = await work();
    look();
    return {
      value,
      wallMs: performance.now() - startedAt,
      cpuMs: threadCpuMs() - startedCpu,
      blockMs,
    };
  } finally {
    clearInterval(timer);
  }
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
