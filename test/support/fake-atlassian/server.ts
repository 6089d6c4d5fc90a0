import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Duplex } from 'node:stream';

import { makeAuthority } from '../servers/certificates.ts';
import { portOf } from '../servers/port-of.ts';
import {
  ACCOUNT_LAYOUT,
  COMPANY,
  HOSTILE,
  ORGANISATIONS,
  PANE_LAYOUT,
  REFUSED,
  SIGN_IN,
  TABLE_LAYOUT,
} from './pages.ts';

/** A stand-in for Atlassian's administration and its sign-ins. */
export interface FakeAtlassian {
  /** The value for XRAY_DOCTOR_CONNECT_TO, to be joined to others by a comma. */
  readonly connectTo: string;
  /** Every request so far: host and path, and whether it came with a session. */
  readonly requests: readonly {
    readonly host: string;
    readonly path: string;
    readonly isSignedIn: boolean;
  }[];
  close(): Promise<void>;
}

const ADMIN = 'admin.atlassian.com';
const ID = 'id.atlassian.com';
const NAMES = [ADMIN, ID, 'accounts.google.com', 'sso.acme-fake.test', 'evil.test'];

/** Starts the server on loopback, with a certificate for all of its names. */
export async function startFakeAtlassian(): Promise<FakeAtlassian> {
  const authority = await makeAuthority('Fake Atlassian');
  const { chainPem, keyPem } = await authority.issue({ hosts: NAMES });
  const session = randomBytes(12).toString('hex');
  const requests: FakeAtlassian['requests'][number][] = [];
  const sockets = new Set<Duplex>();

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const host = (request.headers.host ?? '').replace(/:\d+$/u, '');
    const path = request.url ?? '/';
    const isSignedIn = request.headers.cookie?.includes(session) === true;
    requests.push({ host, path, isSignedIn });
    const page = (html: string): void => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    };
    const goTo = (location: string): void => {
      response.writeHead(302, { location }).end();
    };
    if (host === ID) {
      if (request.method !== 'POST') page(SIGN_IN);
      else {
        response.setHeader(
          'set-cookie',
          `fake-session=${session}; Domain=atlassian.com; Path=/; Secure; HttpOnly`,
        );
        goTo(`https://${ADMIN}/`);
      }
    } else if (host === 'accounts.google.com') page(REFUSED);
    else if (host === 'sso.acme-fake.test') page(COMPANY);
    else if (host !== ADMIN) page('<title>evil</title>');
    else if (path === '/hostile') page(HOSTILE);
    else if (path === '/cut') request.socket.destroy();
    else if (path === '/file.bin') {
      response
        .writeHead(200, {
          'content-type': 'application/octet-stream',
          'content-disposition': 'attachment; filename="file.bin"',
        })
        .end('bytes');
    } else if (!isSignedIn) goTo(`https://${ID}/login`);
    else if (path.endsWith('account')) page(ACCOUNT_LAYOUT);
    else if (path.startsWith('/o/')) page(path.endsWith('pane') ? PANE_LAYOUT : TABLE_LAYOUT);
    else page(ORGANISATIONS);
  };

  const server = createServer({ cert: chainPem, key: keyPem }, answer);
  server.on('connection', (socket: Duplex) => sockets.add(socket));
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    connectTo: NAMES.map((name) => `${name}:443=127.0.0.1:${portOf(server)}`).join(','),
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
