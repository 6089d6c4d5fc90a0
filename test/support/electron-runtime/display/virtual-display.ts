import { spawn } from 'node:child_process';

export interface VirtualDisplay {
  /** The value for DISPLAY. */
  readonly display: string;
  readonly stop: () => void;
}

/** Whether windows need an X server of ours: on Linux, when the environment names none. */
export function lacksDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform === 'linux' && (env['DISPLAY'] ?? '') === '';
}

/**
 * Starts Xvfb on a free display. Anybody on this computer may connect (`-ac`), since the app runs as somebody else than
 * root, who could not read a key file of root's; there is no TCP port. It ends with this process at the latest. Rejects
 * with one clear sentence when Xvfb is missing or does not start. Its screen is kept as a file in `framebufferFolder`, if one
 * is given.
 */
export async function startVirtualDisplay(
  options: { readonly framebufferFolder?: string } = {},
): Promise<VirtualDisplay> {
  const { framebufferFolder } = options;
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp', '-ac', '-noreset'].concat(
      framebufferFolder === undefined ? [] : ['-fbdir', framebufferFolder],
    ),
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const stop = (): void => void server.kill('SIGTERM');
  process.once('exit', stop);
  let complaint = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const number = await new Promise<string>((resolve, reject) => {
    const refuse = (reason: string): void =>
      reject(new Error(`There is no display, and a virtual one does not start: ${reason}`));
    server.once('error', () => refuse('Xvfb is not installed.'));
    server.once('exit', () => refuse(`Xvfb ended at once. ${complaint.trim()}`));
    let said = '';
    server.stdio[3]?.on('data', (bytes: Buffer) => {
      said += bytes.toString('latin1');
      if (said.endsWith('\n')) resolve(said.trim());
    });
  });
  // Neither the server nor its pipes keep this process alive.
  server.unref();
  return {
    display: `:${number}`,
    stop: () => {
      process.removeListener('exit', stop);
      stop();
    },
  };
}
