import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { makeAuthority } from '../certificates.ts';
import { sendReply } from './replies.ts';
import { createMemory } from './routes.ts';
import type { Trap } from './routes.ts';

/** A request that reached the server. */
interface SeenRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  /** The scenario that answered it; null for one that belongs to none. */
  readonly scenario: string | null;
}

/** A running fake Xray. The lists grow as requests come. */
export interface FakeXray {
  readonly url: string;
  /** The value for XRAY_DOCTOR_CONNECT_TO. */
  readonly connectTo: string;
  /** The certificate authority in PEM, for NODE_EXTRA_CA_CERTS; readable for every user of the computer. */
  readonly caFile: string;
  readonly issuedTokens: readonly string[];
  readonly requests: readonly SeenRequest[];
  readonly trap: Trap;
  /** Ends every connection and removes the certificate's folder if it was made here. May be called twice. */
  close(): Promise<void>;
}

export interface FakeXrayOptions {
  /** A free one unless told. */
  readonly port?: number;
  /** Where the certificate is written; a new folder unless told. */
  readonly folder?: string;
}

/** Named one by one: how far a wildcard reaches is the client's own matter. */
const XRAY_NAMES = ['xray', 'us.xray', 'eu.xray', 'au.xray'].map((name) => `${name}.cloud.getxray.app`);
const SITE_NAMES = '*.atlassian.net';

/**
 * Starts a local HTTPS server that answers as Xray Cloud and as Jira sites do, a scenario per client id.
 * Rejects if the port cannot be had.
 */
export async function startFakeXray(options: FakeXrayOptions = {}): Promise<FakeXray> {
  const folder = options.folder ?? makeReadableFolder();
  const removeFolder = (): void => {
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    return await listen(options.port ?? 0, folder, removeFolder);
  } catch (error) {
    removeFolder();
    throw error;
  }
}

/** Electron may run as another user than this process, and must read the certificate nevertheless. */
function makeReadableFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fake-xray-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function listen(port: number, folder: string, removeFolder: () => void): Promise<FakeXray> {
  const authority = await makeAuthority('Fake Xray');
  const certificate = await authority.issue({ hosts: [...XRAY_NAMES, SITE_NAMES, 'localhost', '127.0.0.1'] });
  const caFile = authority.writePem(folder);
  chmodSync(caFile, 0o644);

  const memory = createMemory();
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '/', headers } = request;
    const received = {
      host: hostNameOf(headers.host),
      method,
      path: url,
      headers,
      body: await text(request),
    };
    const { reply, scenario } = memory.route(received);
    requests.push({ host: received.host, method, path: url, scenario });
    const { remotePort } = request.socket;
    await sendReply(reply, response, () => {
      // Only the TCP connection below the TLS one can be reset.
      for (const socket of sockets) if (socket.remotePort === remotePort) socket.resetAndDestroy();
    });
  };
  const server = createServer(
    { key: certificate.keyPem, cert: certificate.chainPem },
    (request, response) => {
      // A client that leaves in the middle of its request ends up here; there is nobody left to answer.
      serve(request, response).catch(() => response.destroy());
    },
  );
  server.on('connection', (socket) => {
    if (!(socket instanceof Socket)) return;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const target = `127.0.0.1:${address.port}`;
  return {
    url: `https://${target}`,
    connectTo: [...XRAY_NAMES, SITE_NAMES].map((name) => `${name}:443=${target}`).join(','),
    caFile,
    issuedTokens: memory.issuedTokens,
    requests,
    trap: memory.trap,
    close: async () => {
      if (server.listening) {
        const closed = once(server, 'close');
        server.close();
        for (const socket of sockets) socket.destroy();
        await closed;
      }
      removeFolder();
    },
  };
}

function hostNameOf(header: string | undefined): string {
  return (header ?? '').replace(/:\d+$/u, '').toLowerCase();
}
