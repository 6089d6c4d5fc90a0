import type { TLSSocket } from 'node:tls';

/** What the first bytes of an answer tell. undici tells neither; HTTP/2 has other means for the version. */
export interface ResponseStart {
  /** When the first byte came, in the clock of `performance.now()`; null while none has come, and over HTTP/2. */
  firstByteAt: number | null;
  httpVersion: string;
}

/** The head of an answer that only says to go on (RFC 9110 section 15.2.1). */
const CONTINUE = /^HTTP\/1\.1 100[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n/u;
const CONTINUE_START = 'HTTP/1.1 100';
const MAX_CONTINUE_BYTES = 4096;

/**
 * Reads the start of the next answer on a socket that undici already listens to, and puts it back for undici. A
 * `100 Continue` that was not asked for is taken out: undici takes it for a fault.
 */
export function peekResponseStart(socket: TLSSocket): Readonly<ResponseStart> {
  if (socket.alpnProtocol === 'h2') return { firstByteAt: null, httpVersion: 'HTTP/2' };
  const start: ResponseStart = { firstByteAt: null, httpVersion: 'HTTP/1.1' };
  let held = Buffer.alloc(0);
  const onReadable = (): void => {
    const chunk: unknown = socket.read();
    if (!(chunk instanceof Uint8Array)) return;
    start.firstByteAt ??= performance.now();
    held = withoutContinue(Buffer.concat([held, chunk]));
    if (mayBeContinue(held)) return;
    socket.removeListener('readable', onReadable);
    start.httpVersion = /^HTTP\/\d\.\d/u.exec(textOf(held))?.[0] ?? start.httpVersion;
    socket.unshift(held);
  };
  socket.prependListener('readable', onReadable);
  return start;
}

const textOf = (bytes: Buffer): string => bytes.subarray(0, MAX_CONTINUE_BYTES).toString('latin1');

function withoutContinue(bytes: Buffer): Buffer<ArrayBuffer> {
  let rest = Buffer.from(bytes);
  for (let head = CONTINUE.exec(textOf(rest)); head !== null; head = CONTINUE.exec(textOf(rest)))
    rest = rest.subarray(head[0].length);
  return rest;
}

function mayBeContinue(bytes: Buffer): boolean {
  const text = textOf(bytes);
  return (
    text.length < MAX_CONTINUE_BYTES && (text.startsWith(CONTINUE_START) || CONTINUE_START.startsWith(text))
  );
}
