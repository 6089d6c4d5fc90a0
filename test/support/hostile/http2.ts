import type { ServerHttp2Session, ServerHttp2Stream } from 'node:http2';

import type { Echo, HostileRow } from './reply.ts';

/** A kind of hostile answer that needs the frames of HTTP/2. */
export interface HostileHttp2 extends HostileRow {
  readonly kind: 'HTTP/2';
  /** Answers one request; `echo` stands in the answer. */
  readonly answer: (
    stream: ServerHttp2Stream,
    size: number,
    echo: Echo,
    status: number,
    session: ServerHttp2Session,
  ) => void;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const MEBIBYTE = 1024 * 1024;

function told(stream: ServerHttp2Stream, echo: Echo, status: number): void {
  stream.respond({ ':status': status, ...JSON_TYPE });
  stream.end(JSON.stringify({ error: `No ${echo}` }));
}

/** What a server can do below the answer itself. Sizes count frames, headers or bytes. */
export const HOSTILE_HTTP2: readonly HostileHttp2[] = [
  {
    name: 'frames of one byte',
    kind: 'HTTP/2',
    limit: 2000,
    answer: (stream, size, echo, status) => {
      stream.respond({ ':status': status, ...JSON_TYPE });
      for (const letter of `"${echo}${'a'.repeat(size)}"`) stream.write(letter);
      stream.end();
    },
  },
  {
    name: 'many headers',
    kind: 'HTTP/2',
    limit: 150,
    answer: (stream, size, echo, status) => {
      const many = Object.fromEntries(
        Array.from({ length: size }, (_, index) => [`x-header-${index}`, `${echo} ${'v'.repeat(60)}`]),
      );
      stream.respond({ ':status': status, ...JSON_TYPE, ...many });
      stream.end('{}');
    },
  },
  {
    name: 'settings and pings before the answer',
    kind: 'HTTP/2',
    limit: 200,
    answer: (stream, size, echo, status, session) => {
      for (let count = 0; count < size; count += 1) {
        session.settings({ initialWindowSize: 65_535 + (count % 7) });
        session.ping(() => undefined);
      }
      told(stream, echo, status);
    },
  },
  {
    name: 'other services named again and again',
    kind: 'HTTP/2',
    limit: 200,
    answer: (stream, size, echo, status, session) => {
      for (let count = 0; count < size; count += 1)
        session.altsvc('h2=":8000"', `https://other-${count}.example`);
      told(stream, echo, status);
    },
  },
  {
    name: 'interim answers by the hundred',
    kind: 'HTTP/2',
    limit: 100,
    answer: (stream, size, echo, status) => {
      for (let count = 0; count < size; count += 1) stream.additionalHeaders({ ':status': 103 });
      told(stream, echo, status);
    },
  },
  {
    name: 'a reset in the middle',
    kind: 'HTTP/2',
    limit: MEBIBYTE / 4,
    answer: (stream, size, echo, status) => {
      stream.respond({ ':status': status, ...JSON_TYPE });
      stream.write(`"${echo}${'a'.repeat(size)}`, () => stream.close(2));
    },
  },
  {
    name: 'going away in the middle',
    kind: 'HTTP/2',
    limit: MEBIBYTE / 4,
    answer: (stream, size, echo, status, session) => {
      stream.respond({ ':status': status, ...JSON_TYPE });
      stream.write(`"${echo}${'a'.repeat(size)}`, () => {
        session.goaway(0, stream.id, Buffer.from(echo));
        session.destroy();
      });
    },
  },
  {
    name: 'a body without an end',
    kind: 'HTTP/2',
    limit: MEBIBYTE / 4,
    isEndless: true,
    answer: (stream, size, echo, status) => {
      stream.respond({ ':status': status, ...JSON_TYPE });
      stream.write(`"${echo}${'a'.repeat(size)}`);
      const more = Buffer.alloc(64 * 1024, 'Xray ');
      const on = (): void => {
        if (stream.destroyed) return;
        if (stream.write(more)) setImmediate(on);
        else stream.once('drain', on);
      };
      on();
    },
  },
];
