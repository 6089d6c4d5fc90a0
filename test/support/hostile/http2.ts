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

const row = (name: string, limit: number, answer: HostileHttp2['answer']): HostileHttp2 => ({
  name,
  kind: 'HTTP/2',
  limit,
  answer,
});

/** What a server can do below the answer itself. Sizes count frames, headers or bytes. */
export const HOSTILE_HTTP2: readonly HostileHttp2[] = [
  row('frames of one byte', 2000, (stream, size, echo, status) => {
    stream.respond({ ':status': status, ...JSON_TYPE });
    for (const letter of `"${echo}${'a'.repeat(size)}"`) stream.write(letter);
    stream.end();
  }),
  row('many headers', 150, (stream, size, echo, status) => {
    const many = Object.fromEntries(
      Array.from({ length: size }, (_, index) => [`x-header-${index}`, `${echo} ${'v'.repeat(60)}`]),
    );
    stream.respond({ ':status': status, ...JSON_TYPE, ...many });
    stream.end('{}');
  }),
  row('settings and pings before the answer', 200, (stream, size, echo, status, session) => {
    for (let count = 0; count < size; count += 1) {
      session.settings({ initialWindowSize: 65_535 + (count % 7) });
      session.ping(() => undefined);
    }
    told(stream, echo, status);
  }),
  row('other services named again and again', 200, (stream, size, echo, status, session) => {
    for (let count = 0; count < size; count += 1)
      session.altsvc('h2=":8000"', `https://other-${count}.example`);
    told(stream, echo, status);
  }),
  row('interim answers by the hundred', 100, (stream, size, echo, status) => {
    for (let count = 0; count < size; count += 1) stream.additionalHeaders({ ':status': 103 });
    told(stream, echo, status);
  }),
  row('a reset in the middle', MEBIBYTE / 4, (stream, size, echo, status) => {
    stream.respond({ ':status': status, ...JSON_TYPE });
    stream.write(`"${echo}${'a'.repeat(size)}`, () => stream.close(2));
  }),
  row('going away in the middle', MEBIBYTE / 4, (stream, size, echo, status, session) => {
    stream.respond({ ':status': status, ...JSON_TYPE });
    stream.write(`"${echo}${'a'.repeat(size)}`, () => {
      session.goaway(0, stream.id, Buffer.from(echo));
      session.destroy();
    });
  }),
  {
    ...row('a body without an end', MEBIBYTE / 4, (stream, size, echo, status) => {
      stream.respond({ ':status': status, ...JSON_TYPE });
      stream.write(`"${echo}${'a'.repeat(size)}`);
      const more = Buffer.alloc(64 * 1024, 'Xray ');
      const on = (): void => {
        if (stream.destroyed) return;
        if (stream.write(more)) setImmediate(on);
        else stream.once('drain', on);
      };
      on();
    }),
    isEndless: true,
  },
];
