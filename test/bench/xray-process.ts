/**
 * A local Xray in a process of its own, so that the measured one is not its server: a token, then the region text, each
 * after a think time. Arguments: the file for its authority's certificate, the think time and the round-trip delay in
 * milliseconds. Prints its port. HTTP/1.1 only, so that whoever is compared speaks the same.
 */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { connect, createServer as createTcpServer } from 'node:net';
import type { Server, Socket } from 'node:net';

import { XRAY_HOSTS } from '../../src-main/xray/hosts.ts';
import { makeAuthority } from '../support/servers/certificates.ts';
import { portOf } from '../support/servers/port-of.ts';

const [caFile = '', thinkMs = '0', delayMs = '0'] = process.argv.slice(2);
const TOKEN = JSON.stringify(`bench.${'t'.repeat(300)}.token`);
const REGION = JSON.stringify({
  error: 'Xray data is in another region. Contact support to migrate Xray data to current region.',
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server);
}

/**
 * Passes bytes on, each way half of the round trip later. The first bytes of a connection wait for a whole round trip
 * more, in the stead of TCP's own handshake, which a relay cannot delay.
 */
function relayTo(port: number, roundTripMs: number): Server {
  const later = (from: Socket, to: Socket, openAt: number): void => {
    from.on('data', (bytes: Buffer) => {
      const wait = Math.max(0, openAt - performance.now());
      setTimeout(() => to.writable && to.write(bytes), wait + roundTripMs / 2);
    });
    from.on('close', () => setTimeout(() => to.destroy(), roundTripMs / 2));
    from.on('error', () => undefined);
  };
  return createTcpServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    const openAt = performance.now() + roundTripMs;
    later(near, far, openAt);
    later(far, near, openAt);
  });
}

const authority = await makeAuthority('Bench Xray');
const names = XRAY_HOSTS.map(({ baseUrl }) => new URL(baseUrl).hostname);
const { chainPem, keyPem } = await authority.issue({ hosts: names });
writeFileSync(caFile, authority.certPem);
const server = createServer({ cert: chainPem, key: keyPem }, (request, response) => {
  request.resume();
  request.once('end', () => {
    setTimeout(() => {
      const isSignIn = request.method === 'POST';
      response.writeHead(isSignIn ? 200 : 401, { 'content-type': 'application/json' });
      response.end(isSignIn ? TOKEN : REGION);
    }, Number(thinkMs));
  });
});
const port = await listen(server);
const shown = Number(delayMs) === 0 ? port : await listen(relayTo(port, Number(delayMs)));
process.stdout.write(`${shown}\n`);
process.once('disconnect', () => process.exit());
