import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as z from 'zod';

import type { Order } from './server-process.ts';

/** A hostile server that runs in another process. */
export interface HostileServer {
  readonly port: number;
  readonly certPem: string;
  /** Resolves when the answers of the order are made; every request from then on gets them. */
  readonly take: (order: Order) => Promise<void>;
  readonly close: () => void;
}

/** Starts the server. Rejects when it does not come up. */
export async function startHostileServer(): Promise<HostileServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const caFile = join(folder, 'authority.pem');
  const child = fork(fileURLToPath(new URL('server-process.ts', import.meta.url)), [caFile], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  const ended = once(child, 'exit').then((): never => {
    throw new Error('The hostile server has ended.');
  });
  ended.catch(() => undefined);
  try {
    const [hello]: unknown[] = await Promise.race([once(child, 'message'), ended]);
    const { port } = z.object({ port: z.number() }).parse(hello);
    return {
      port,
      certPem: readFileSync(caFile, 'utf8'),
      take: async (order) => {
        const ready = once(child, 'message');
        child.send(order);
        await Promise.race([ready, ended]);
      },
      close: () => {
        if (child.connected) child.disconnect();
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
