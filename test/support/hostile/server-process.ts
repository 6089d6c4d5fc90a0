/**
 * A hostile server in a process of its own, so that the work and the memory of the measured process are the product's
 * alone. Argument: the file for its authority's certificate. Sends its port, then answers each `Order` with 'ready' once
 * its answers are made.
 */
import { writeFileSync } from 'node:fs';
import { performServerHandshake } from 'node:http2';
import { createServer } from 'node:tls';
import type { TLSSocket } from 'node:tls';

import * as z from 'zod';

import { GLOBAL_HOST, XRAY_HOSTS } from '../../../src-main/xray/hosts.ts';
import { makeAuthority } from '../servers/certificates.ts';
import { mintToken } from '../fake-xray/tokens.ts';
import { listen, onRequest } from '../servers/listen.ts';
import { SAMPLE_ID, SAMPLE_SECRET } from '../samples/sample-run.ts';
import { HOSTILE_ANSWERS } from './answers.ts';
import { HARMLESS_BODY } from './bodies.ts';
import { HOSTILE_HTTP2 } from './http2.ts';
import type { HostileHttp2 } from './http2.ts';
import type { HostileReply, HostileRow } from './reply.ts';
import { wholeReply } from './reply.ts';

const orderSchema = z.object({
  /** The kind and the name of a row of the tables; null for an ordinary answer. */
  kind: z.string().nullable(),
  name: z.string().nullable(),
  size: z.number(),
  place: z.enum(['data-call', 'sign-in']),
  /** The status of the hostile answer; whether it comes from the sites and status pages, too. */
  status: z.number(),
  isEverywhere: z.boolean(),
  /** The size of the hostile answer to the sign-in at the hosts that explain; null where these are like the first. */
  beyond: z.number().nullable(),
});
export type Order = z.infer<typeof orderSchema>;

const token = mintToken(SAMPLE_ID, Buffer.from('no key'));
const ORDINARY = wholeReply(401, [['content-type', 'application/json']], '{"error":"No"}');
const SIGNED_IN = wholeReply(200, [['content-type', 'application/json']], JSON.stringify(token));
interface Current {
  readonly order: Order;
  readonly secret: HostileReply;
  readonly bearer: HostileReply;
  readonly beyond: HostileReply | null;
}
let current: Current | null = null;
/** Set while a row of HTTP/2 is played: then nothing else is spoken. */
let frames: HostileHttp2 | null = null;

function take(order: Order): void {
  const isAsked = ({ kind, name }: HostileRow): boolean => kind === order.kind && name === order.name;
  const row = [HARMLESS_BODY, ...HOSTILE_ANSWERS].find(isAsked);
  frames = HOSTILE_HTTP2.find(isAsked) ?? null;
  const make = (size: number, echo: string): HostileReply => row?.reply(size, echo, order.status) ?? ORDINARY;
  current = {
    order,
    secret: make(order.size, SAMPLE_SECRET),
    bearer: make(order.size, token),
    beyond: order.beyond === null ? null : make(order.beyond, SAMPLE_SECRET),
  };
}

function answerTo(request: string): HostileReply {
  if (current === null) return ORDINARY;
  const { order, secret, bearer, beyond } = current;
  const host = XRAY_HOSTS.find(({ baseUrl }) => request.includes(`\r\nhost: ${new URL(baseUrl).host}\r\n`));
  const isXray = host !== undefined;
  if (request.startsWith('POST /api/v2/authenticate ')) {
    if (beyond !== null && host?.id !== GLOBAL_HOST.id) return beyond;
    return order.place === 'sign-in' ? secret : SIGNED_IN;
  }
  if (request.startsWith('GET /api/v2/export/')) return order.place === 'data-call' ? bearer : ORDINARY;
  return isXray || order.isEverywhere ? bearer : ORDINARY;
}

async function send({ bytes, again, pieceBytes, closes }: HostileReply, socket: TLSSocket): Promise<void> {
  const closed = new Promise<void>((resolve) => socket.once('close', resolve));
  const write = async (piece: Buffer): Promise<void> => {
    if (socket.destroyed || socket.write(piece)) return;
    await Promise.race([closed, new Promise<void>((resolve) => socket.once('drain', resolve))]);
  };
  if (pieceBytes === undefined) await write(bytes);
  else {
    for (let at = 0; at < bytes.length && !socket.destroyed; at += pieceBytes) {
      await write(bytes.subarray(at, at + pieceBytes));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  if (again !== undefined) {
    while (!socket.destroyed) await write(again);
  }
  if (closes === true) socket.end();
}

/** Answers in frames what the same table of places would answer in bytes. */
function converseInFrames(socket: TLSSocket): void {
  const session = performServerHandshake(socket, { peerMaxConcurrentStreams: 100 });
  session.on('error', () => undefined);
  session.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    const path = String(headers[':path']);
    const isSignIn = path.startsWith('/api/v2/authenticate');
    if (current === null || frames === null || (isSignIn && current.order.place === 'data-call')) {
      stream.respond({ ':status': 200, 'content-type': 'application/json' });
      stream.end(JSON.stringify(token));
      return;
    }
    const { size, status } = current.order;
    try {
      frames.answer(stream, size, isSignIn ? SAMPLE_SECRET : token, status, session);
    } catch {
      // Whoever is flooded may be gone in the middle of it.
      stream.destroy();
    }
  });
}

function converse(socket: TLSSocket): void {
  if (socket.alpnProtocol === 'h2') {
    converseInFrames(socket);
    return;
  }
  socket.setNoDelay(true);
  onRequest(socket, (request) => void send(answerTo(request), socket));
}

const [caFile = ''] = process.argv.slice(2);
const authority = await makeAuthority('Hostile Xray');
const { chainPem, keyPem } = await authority.issue({
  hosts: [...XRAY_HOSTS.map(({ baseUrl }) => new URL(baseUrl).hostname), '*.atlassian.net'],
});
writeFileSync(caFile, authority.certPem);
const server = createServer(
  {
    cert: chainPem,
    key: keyPem,
    ALPNCallback: ({ protocols }) => {
      const wanted = frames === null ? 'http/1.1' : 'h2';
      return protocols.includes(wanted) ? wanted : undefined;
    },
  },
  converse,
);
const { port } = await listen(server);
process.on('message', (message) => {
  take(orderSchema.parse(message));
  process.send?.('ready');
});
process.once('disconnect', () => process.exit());
process.send?.({ port });
