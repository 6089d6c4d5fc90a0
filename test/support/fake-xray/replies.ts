import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setInterval as everyMs } from 'node:timers/promises';

/** An answer as it goes over the wire; Content-Length is added by the sender. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<OutgoingHttpHeaders>;
  readonly body: string | Buffer;
}

/** What the server does with a request: an answer, or one of the ways in which no whole answer arrives. */
export type Reply =
  | { readonly how: 'answer'; readonly answer: Answer }
  /** The connection is torn down (TCP RST) before a byte of an answer. */
  | { readonly how: 'reset' }
  /** The answer promises `missingBytes` more than are sent, then the connection closes. */
  | { readonly how: 'cut'; readonly answer: Answer; readonly missingBytes: number }
  /** One byte of the body each `everyMs`. */
  | { readonly how: 'drip'; readonly answer: Answer; readonly everyMs: number }
  /** The body is sent again each `everyMs` until the client goes away. */
  | { readonly how: 'endless'; readonly answer: Answer; readonly everyMs: number };

/**
 * Carries out `reply`. Resolves when nothing more will be sent, which for an endless body is when the client went away;
 * `reset` tears the connection of this response down.
 */
export async function sendReply(reply: Reply, response: ServerResponse, reset: () => void): Promise<void> {
  switch (reply.how) {
    case 'answer':
      writeHead(reply.answer, response);
      response.end(reply.answer.body);
      return;
    case 'reset':
      reset();
      return;
    case 'cut': {
      const body = Buffer.from(reply.answer.body);
      writeHead(reply.answer, response);
      response.setHeader('content-length', body.length + reply.missingBytes);
      response.write(body, () => response.destroy());
      return;
    }
    case 'drip': {
      const body = Buffer.from(reply.answer.body);
      writeHead(reply.answer, response);
      response.setHeader('content-length', body.length);
      let next = 0;
      await repeat(reply.everyMs, response, () => {
        response.write(body.subarray(next, next + 1));
        next += 1;
        if (next < body.length) return true;
        response.end();
        return false;
      });
      return;
    }
    case 'endless':
      writeHead(reply.answer, response);
      await repeat(reply.everyMs, response, () => {
        // A client that does not read must not fill our memory.
        if (!response.writableNeedDrain) response.write(reply.answer.body);
        return true;
      });
      return;
  }
}

function writeHead({ status, headers }: Answer, response: ServerResponse): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
}

/** Takes `step` at once and then each `ms`, until it gives false or the client is gone. */
async function repeat(ms: number, response: ServerResponse, step: () => boolean): Promise<void> {
  if (!step()) return;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    for await (const _ of everyMs(ms, undefined, { signal: gone.signal })) {
      if (!step()) return;
    }
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}
