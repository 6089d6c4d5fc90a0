import type { TLSSocket } from 'node:tls';

/** What only the socket knows of an answer: when its first byte came, and which version the server speaks. */
export interface AnswerWatch {
  /** To be called before each call. */
  reset(): void;
  /** In the clock of `performance.now()`; null if no byte came since the last reset. */
  firstByteAt(): number | null;
  httpVersion(): string;
}

/** The head of an answer that only says to go on (RFC 9110 section 15.2.1), which undici takes for a fault. */
const CONTINUE = /^HTTP\/1\.1 100[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n/u;
const CONTINUE_START = 'HTTP/1.1 100';
/** A head that is longer is no word to go on, whatever it says. */
const MAX_HEAD_LENGTH = 4096;

/**
 * Watches the bytes that a reader takes from `socket`. undici tells neither the version of an answer nor the time of its
 * first byte, and a listener for data would take the bytes away from it; so the socket's own `read` is listened to. A
 * `100 Continue` before an answer, which nobody asked for, is left out.
 */
export function watchAnswer(socket: TLSSocket): AnswerWatch {
  let firstByteAt: number | null = null;
  let version = 'HTTP/1.1';
  /** The beginning of an answer as long as it may be a word to go on; null once it is not. */
  let beginning: Buffer | null = Buffer.alloc(0);
  const read = socket.read.bind(socket);

  const withoutContinue = (before: Buffer, chunk: Uint8Array): Buffer | null => {
    let held = Buffer.concat([before, chunk]);
    const seen = (): string => held.subarray(0, MAX_HEAD_LENGTH).toString('latin1');
    for (let match = CONTINUE.exec(seen()); match !== null; match = CONTINUE.exec(seen())) {
      held = held.subarray(match[0].length);
    }
    const isOpen =
      held.length < MAX_HEAD_LENGTH &&
      (seen().startsWith(CONTINUE_START) || CONTINUE_START.startsWith(seen()));
    beginning = isOpen ? held : null;
    return isOpen ? null : held;
  };

  socket.read = (size?: number): unknown => {
    for (;;) {
      const chunk: unknown = read(size);
      if (!(chunk instanceof Uint8Array) || socket.alpnProtocol === 'h2') {
        if (chunk instanceof Uint8Array) firstByteAt ??= performance.now();
        return chunk;
      }
      firstByteAt ??= performance.now();
      if (beginning === null) return chunk;
      const rest = withoutContinue(beginning, chunk);
      if (rest === null) continue;
      const start = rest.subarray(0, 8).toString('latin1');
      version = /^HTTP\/\d\.\d$/u.test(start) ? start : version;
      return rest;
    }
  };
  return {
    reset: () => {
      firstByteAt = null;
      beginning = Buffer.alloc(0);
    },
    firstByteAt: () => firstByteAt,
    httpVersion: () => (socket.alpnProtocol === 'h2' ? 'HTTP/2' : version),
  };
}
