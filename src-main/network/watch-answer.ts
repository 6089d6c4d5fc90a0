import type { TLSSocket } from 'node:tls';

/** What only the socket knows of an answer: when its first byte came, and which version the server speaks. */
export interface AnswerWatch {
  /** To be called before each call. */
  reset(): void;
  /** In the clock of `performance.now()`; null if no byte came since the last reset. */
  firstByteAt(): number | null;
  httpVersion(): string;
}

/**
 * Watches the bytes that a reader takes from `socket`. undici tells neither the version of an answer nor the time of its
 * first byte, and a listener for data would take the bytes away from it; so the socket's own `read` is listened to.
 */
export function watchAnswer(socket: TLSSocket): AnswerWatch {
  let firstByteAt: number | null = null;
  let version = 'HTTP/1.1';
  const read = socket.read.bind(socket);
  socket.read = (size?: number): unknown => {
    const chunk: unknown = read(size);
    if (firstByteAt === null && chunk instanceof Uint8Array) {
      firstByteAt = performance.now();
      const start = Buffer.from(chunk.subarray(0, 8)).toString('latin1');
      version = /^HTTP\/\d\.\d$/u.test(start) ? start : version;
    }
    return chunk;
  };
  return {
    reset: () => {
      firstByteAt = null;
    },
    firstByteAt: () => firstByteAt,
    httpVersion: () => (socket.alpnProtocol === 'h2' ? 'HTTP/2' : version),
  };
}
