import { EventEmitter } from 'node:events';
import { Readable, Writable } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { createChromiumClient } from '../../../../src-main/network/client/chromium-client.ts';
import type {
  ChromiumClientOptions,
  ChromiumRequest,
} from '../../../../src-main/network/client/chromium-client.ts';

const GET = { method: 'GET', url: 'https://xray.cloud.getxray.app/', headers: [], body: null } as const;
const never = new AbortController().signal;
const MOMENT_MS = 2000;

type Answer = (request: FakeRequest) => void;

/** Behaves as Electron's own: a writable stream that closes once it is sent, and whose abort only closes the answer. */
class FakeRequest extends Writable {
  aborted = false;
  response: Readable | null = null;
  readonly #answer: Answer;
  constructor(answer: Answer) {
    super({ autoDestroy: true, final: (done) => done() });
    this.#answer = answer;
    this.on('close', () => queueMicrotask(() => this.#answer(this)));
  }
  setHeader(): void {}
  override end(): this {
    return super.end();
  }
  abort(): void {
    if (!this.aborted) process.nextTick(() => this.emit('abort'));
    this.aborted = true;
    this.destroy();
    this.response?.destroy();
  }
  respond(stream: Readable, head = {}): void {
    this.response = stream;
    const facts = {
      statusCode: 200,
      statusMessage: 'OK',
      httpVersionMajor: 1,
      httpVersionMinor: 1,
      headers: {},
    };
    this.emit('response', Object.assign(stream, facts, head));
  }
}

function setUp(answer: Answer, limits: Partial<ChromiumClientOptions['limits']> = {}) {
  const made: FakeRequest[] = [];
  return {
    made,
    client: createChromiumClient({
      request: () => {
        const request = new FakeRequest(answer);
        made.push(request);
        return request;
      },
      // Only handed on.
      session: Object.create(null),
      limits: { proxySettingsMs: 1, connectMs: 1, answerMs: 30_000, bodyBytes: 1000, ...limits },
      empty: async () => undefined,
    }),
  };
}

describe('the second opinion', () => {
  it('reads an answer that comes after the request has closed', async () => {
    const { client } = setUp((request) =>
      request.respond(Readable.from([Buffer.from('{"a"'), Buffer.from(':1}')]), {
        headers: { 'x-a': ['1', '2'] },
      }),
    );
    expect(await client.send(GET, never)).toMatchObject({
      outcome: 'answered',
      status: 200,
      response: { body: { text: '{"a":1}' }, headers: [{ value: '1' }, { value: '2' }] },
    });
  });

  it.each([
    ['its limit', 50, false],
    ['a stop', 30_000, true],
  ])('ends at %s when a body stalls, and keeps what came', async (_name, answerMs, isStopped) => {
    const stop = new AbortController();
    const { client, made } = setUp(
      (request) => {
        const body = new Readable({ read: () => undefined });
        body.push('half');
        request.respond(body);
        if (isStopped) setImmediate(() => stop.abort());
      },
      { answerMs },
    );
    const startedAt = performance.now();
    expect(await client.send(GET, stop.signal)).toMatchObject({
      outcome: 'failed',
      status: 200,
      response: { body: { text: 'half' } },
      failure: isStopped ? { phase: 'cancelled' } : { phase: 'body', code: 'ANSWER_TIMEOUT' },
    });
    expect(performance.now() - startedAt).toBeLessThan(MOMENT_MS);
    expect(made[0]?.aborted).toBe(true);
  });

  it('ends when nothing of Electron ever does', async () => {
    class Dead extends EventEmitter implements ChromiumRequest {
      setHeader(): void {}
      end(): void {}
      abort(): void {}
    }
    const client = createChromiumClient({
      request: () => new Dead(),
      session: Object.create(null),
      limits: { proxySettingsMs: 1, connectMs: 1, answerMs: 50, bodyBytes: 1 },
      empty: () => new Promise(() => undefined),
    });
    expect(await client.send(GET, never)).toMatchObject({
      failure: { phase: 'first-byte', code: 'ANSWER_TIMEOUT' },
    });
    await client.close();
  });

  it('tells an answer that is cut off by the other side', async () => {
    const { client } = setUp((request) => {
      const body = new Readable({ read: () => undefined });
      request.respond(body);
      body.push('half');
      setImmediate(() => body.destroy());
    });
    expect(await client.send(GET, never)).toMatchObject({ failure: { phase: 'body', code: 'ABORTED' } });
  });

  it('names what Chromium says', async () => {
    const { client } = setUp((request) =>
      request.emit('error', new Error('net::ERR_CERT_AUTHORITY_INVALID')),
    );
    expect(await client.send(GET, never)).toMatchObject({ failure: { code: 'ERR_CERT_AUTHORITY_INVALID' } });
  });

  it('takes no more than it reads, and gives up a body that does not end', async () => {
    const piece = Buffer.alloc(1024 * 1024);
    let given = 0;
    const { client, made } = setUp((request) =>
      request.respond(
        new Readable({
          read() {
            given += piece.length;
            this.push(piece);
          },
        }),
      ),
    );
    expect(await client.send(GET, never)).toMatchObject({
      outcome: 'failed',
      failure: { phase: 'body', code: 'BODY_TOO_LONG' },
      response: { body: { keptBytes: 1000 } },
    });
    expect(made[0]?.aborted).toBe(true);
    expect(given).toBeLessThan(70 * piece.length);
  });

  it('tells a redirect and does not follow it', async () => {
    const { client } = setUp((request) =>
      request.emit('redirect', 302, 'GET', 'https://portal.acme.test/', {
        location: ['https://portal.acme.test/'],
      }),
    );
    expect(await client.send(GET, never)).toMatchObject({
      status: 302,
      response: { redirectTo: 'https://portal.acme.test/', body: { looksLike: 'empty' } },
    });
  });
});
