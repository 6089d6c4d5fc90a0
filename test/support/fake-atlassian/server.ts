import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';

import { makeAuthority } from '../servers/certificates.ts';
import { listen } from '../servers/listen.ts';

/** An address that is planted on every page and must never leave: of nobody. */
export const PLANTED_MAIL = 'olga.planted@acme-fake.test';

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

const sample = (file: string): string =>
  readFileSync(new URL(`../../samples/atlassian/${file}`, import.meta.url), 'utf8');
const pageOf = (name: string): string => sample(`${name}.html`).replace('/* page.css */', sample('page.css'));

const ADMIN = 'admin.atlassian.com';
const ID = 'id.atlassian.com';
const NAMES = [ADMIN, ID, 'accounts.google.com', 'sso.acme-fake.test', 'evil.test'];

/** Starts the server on loopback, with a certificate for all of its names. */
export async function startFakeAtlassian(): Promise<FakeAtlassian> {
  const authority = await makeAuthority('Fake Atlassian');
  const { chainPem, keyPem } = await authority.issue({ hosts: NAMES });
  const session = randomBytes(12).toString('hex');
  const requests: FakeAtlassian['requests'][number][] = [];

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const host = (request.headers.host ?? '').replace(/:\d+$/u, '');
    const path = request.url ?? '/';
    const isSignedIn = request.headers.cookie?.includes(session) === true;
    requests.push({ host, path, isSignedIn });
    const page = (name: string): void => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(name));
    };
    const goTo = (location: string): void => {
      response.writeHead(302, { location }).end();
    };
    if (host === ID) {
      if (request.method !== 'POST') page('sign-in');
      else {
        response.setHeader(
          'set-cookie',
          `fake-session=${session}; Domain=atlassian.com; Path=/; Secure; HttpOnly`,
        );
        goTo(`https://${ADMIN}/`);
      }
    } else if (host === 'accounts.google.com') page('refused');
    else if (host === 'sso.acme-fake.test') page('company');
    else if (host !== ADMIN) page('evil');
    else if (path === '/hostile') page('hostile');
    else if (path === '/cut') request.socket.destroy();
    else if (path === '/file.bin') {
      response
        .writeHead(200, {
          'content-type': 'application/octet-stream',
          'content-disposition': 'attachment; filename="file.bin"',
        })
        .end('bytes');
    } else if (!isSignedIn) goTo(`https://${ID}/login`);
    else if (path.endsWith('account')) page('account');
    else if (path.startsWith('/o/')) page(path.endsWith('pane') ? 'pane' : 'table');
    else page('organisations');
  };

  const server = createServer({ cert: chainPem, key: keyPem }, answer);
  const { port, close } = await listen(server);
  return {
    connectTo: NAMES.map((name) => `${name}:443=127.0.0.1:${port}`).join(','),
    requests,
    close,
  };
}
