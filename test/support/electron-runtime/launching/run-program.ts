import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export interface ProgramRun {
  /** Null when the program could not be started or did not end within its time. */
  readonly exitCode: number | null;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/**
 * Runs a program to its end and collects what it says; `limitMs` and `signal` kill it. A program that is not there
 * is an exit code of null with the reason as output: it never rejects.
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: {
    readonly env?: NodeJS.ProcessEnv;
    readonly cwd?: string;
    readonly limitMs?: number;
    readonly uid?: number;
    readonly gid?: number;
    /** Ends the program before its time. */
    readonly signal?: AbortSignal;
  } = {},
): Promise<ProgramRun> {
  const { limitMs, signal, ...rest } = options;
  const child = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const kill = (): void => void child.kill('SIGKILL');
  const timer = limitMs === undefined ? undefined : setTimeout(kill, limitMs);
  signal?.addEventListener('abort', kill, { once: true });
  try {
    return await new Promise((resolve) => {
      child.once('error', (error) => resolve({ exitCode: null, output: error.message }));
      child.once('close', (exitCode) => resolve({ exitCode, output }));
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
}

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program on this process's own input and output until it ends, and hands it the signals that ask this process to
 * end. Gives its exit code, or 128 plus the number of the signal that ended it, as shells do. Rejects when the program
 * cannot be started.
 */
export async function runInForeground(
  command: string,
  args: readonly string[],
  options: {
    readonly env?: NodeJS.ProcessEnv;
    readonly cwd?: string;
    readonly uid?: number;
    readonly gid?: number;
  },
): Promise<number> {
  const child = spawn(command, args, { ...options, stdio: 'inherit' });
  const listeners = FORWARDED.map((signal) => {
    const forward = (): void => void child.kill(signal);
    process.on(signal, forward);
    return { signal, forward };
  });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (exitCode, signal) =>
        resolve(exitCode ?? 128 + (signal === null ? 0 : constants.signals[signal])),
      );
    });
  } finally {
    for (const { signal, forward } of listeners) process.removeListener(signal, forward);
  }
}
