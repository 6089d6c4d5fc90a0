import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer as createHttp2Server } from 'node:http2';
import type { Http2ServerRequest } from 'node:http2';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';
import { makeAuthority } from '../servers/certificates.ts';
import type { CertificateWish } from '../servers/certificates.ts';
import { listen } from '../servers/listen.ts';
import { sendReply } from './replies.ts';
import { createMemory, STATUS_HOSTS } from './routes.ts';
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
  readonly authorityPem: string;
  /** The host names that it serves. */
  readonly names: readonly string[];
  readonly issuedTokens: readonly string[];
  /** Tokens of one host that came to another one: there must never be one. */
  readonly strayTokens: readonly string[];
  readonly requests: readonly SeenRequest[];
  readonly trap: Trap;
  /** From now on these keys meet another scenario, as when Xray corrected the region or a network was opened. */
  readonly turn: (clientId: string, scenario: string) => void;
  /** Ends every connection and removes the certificate's folder if it was made here. May be called twice. */
  close(): Promise<void>;
}

export interface FakeXrayOptions {
  /** A free one unless told. */
  readonly port?: number;
  /** Where the certificate is written; a new folder unless told. */
  readonly folder?: string;
  /** The descriptor's `regionBaseUrls`; their hosts are served as well. Without it there is no descriptor. */
  readonly regionBaseUrls?: Readonly<Record<string, string>>;
  /** What Atlassian's status page reports; without it all is well there. */
  readonly atlassianTrouble?: string;
  /** What the server's certificate says in place of what would be right. */
  readonly certificate?: Partial<CertificateWish>;
  /** Speaks HTTP/2 to those who offer it. */
  readonly http2?: boolean;
}

/** Named one by one: how far a wildcard reaches is the client's own matter. */
const XRAY_NAMES = XRAY_HOSTS.map(({ baseUrl }) => new URL(baseUrl).hostname);
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
    return await start(options, folder, removeFolder);
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

async function start(options: FakeXrayOptions, folder: string, removeFolder: () => void): Promise<FakeXray> {
  const further = Object.values(options.regionBaseUrls ?? {}).map((address) => new URL(address).hostname);
  const names = [...new Set([...XRAY_NAMES, ...further, SITE_NAMES, ...STATUS_HOSTS])];
  const authority = await makeAuthority('Fake Xray');
  const certificate = await authority.issue({
    hosts: [...names, 'localhost', '127.0.0.1'],
    ...options.certificate,
  });
  const caFile = authority.writePem(folder);
  chmodSync(caFile, 0o644);

  const memory = createMemory({
    regionBaseUrls: options.regionBaseUrls ?? null,
    atlassianTrouble: options.atlassianTrouble ?? null,
  });
  const requests: SeenRequest[] = [];

  const serve = async (
    request: IncomingMessage | Http2ServerRequest,
    response: ServerResponse,
  ): Promise<void> => {
    const { method = '', url = '/', headers } = request;
    const received = {
      host: hostNameOf(headers.host ?? headers[':authority']?.toString()),
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
      for (const socket of listening.sockets) if (socket.remotePort === remotePort) socket.resetAndDestroy();
    });
  };
  const secure = { key: certificate.keyPem, cert: certificate.chainPem };
  const onRequest = (request: IncomingMessage | Http2ServerRequest, response: ServerResponse): void => {
    // A client that leaves in the middle of its request ends up here; there is nobody left to answer.
    serve(request, response).catch(() => response.destroy());
  };
  const server =
    options.http2 === true
      ? // Node's compatible answer has all of the members that a reply uses.
        createHttp2Server({ ...secure, allowHTTP1: true }, (request, response) =>
          onRequest(request, response as unknown as ServerResponse),
        )
      : createServer(secure, onRequest);
  const listening = await listen(server, options.port);

  const target = `127.0.0.1:${listening.port}`;
  return {
    url: `https://${target}`,
    connectTo: names.map((name) => `${name}:443=${target}`).join(','),
    caFile,
    authorityPem: authority.certPem,
    names,
    issuedTokens: memory.issuedTokens,
    strayTokens: memory.strayTokens,
    requests,
    trap: memory.trap,
    turn: (clientId, scenario) => memory.turn(clientId, scenario),
    close: async () => {
      await listening.close();
      removeFolder();
    },
  };
}

function hostNameOf(header: string | undefined): string {
  return (header ?? '').replace(/:\d+$/u, '').toLowerCase();
}
