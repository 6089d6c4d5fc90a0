import { describe, expect, it } from 'vitest';

import type { Exchange, Progress } from '../../../src-main/contract/diagnosis.ts';
import { runDiagnosis } from '../../../src-main/diagnosis/run-diagnosis.ts';
import { DeadlineError } from '../../../src-main/network/http-client.ts';
import type { HttpClient, HttpOutcome } from '../../../src-main/network/http-client.ts';
import { GLOBAL_HOST } from '../../../src-main/xray/hosts.ts';
import { answered, failed, REGION_TEXT, signedIn, WRONG_KEYS } from '../../support/builders.ts';

const CONNECTION = {
  clientId: 'FAKE-ID',
  clientSecret: 'fake-secret',
  jiraSite: 'acme.atlassian.net',
  confluenceSite: 'acme.atlassian.net',
};
const SIGN_IN = { call: 'authenticate' } as const;
const DATA = { call: 'data-call' } as const;

function outcomeOf(exchange: Exchange): HttpOutcome {
  const { host: _host, call: _call, attempt: _attempt, request: _request, ...rest } = exchange;
  return { ...rest, sentHeaders: [] };
}

/** Runs against answers given one after another; a function is asked for its answer. */
async function run(
  answers: readonly (Exchange | ((signal: AbortSignal) => Promise<Exchange>))[],
  options: { readonly signal?: AbortSignal; readonly deadlineMs?: number } = {},
) {
  const sent: string[] = [];
  const progress: Progress[] = [];
  const client: HttpClient = {
    send: async (request, signal, onConnected) => {
      const answer = answers[sent.length];
      sent.push(
        `${request.method} ${request.headers.map(({ value }) => value).join()} ${request.body ?? ''}`,
      );
      if (answer === undefined) throw new Error('one call too many');
      onConnected?.();
      return outcomeOf(typeof answer === 'function' ? await answer(signal) : answer);
    },
    close: async () => undefined,
  };
  const ended = await runDiagnosis({
    connection: CONNECTION,
    client,
    hosts: [GLOBAL_HOST],
    now: () => new Date('2026-01-02T03:04:05Z'),
    onProgress: (each) => progress.push(each),
    signal: options.signal ?? new AbortController().signal,
    deadlineMs: options.deadlineMs ?? 5000,
  });
  return { ...ended, sent, steps: progress.map(({ step, state }) => `${step} ${state}`) };
}

async function untilAborted(signal: AbortSignal): Promise<Exchange> {
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  return failed(DATA, { phase: signal.reason instanceof DeadlineError ? 'deadline' : 'cancelled' });
}

describe('runDiagnosis', () => {
  it('signs in, asks for data with the token, and tells each step once', async () => {
    const { diagnosis, tokens, sent, steps } = await run([
      signedIn(),
      answered(DATA, { status: 401, body: REGION_TEXT }),
    ]);
    expect(diagnosis.verdict.kind).toBe('residency');
    expect(sent[0]).toContain('"client_secret":"fake-secret"');
    expect(sent[1]).toContain(`Bearer ${tokens[0]?.value ?? 'none'}`);
    expect(steps).toEqual(
      ['reach', 'sign-in', 'data', 'read'].flatMap((step) => [`${step} running`, `${step} done`]),
    );
  });

  it('asks for no data without a token, and never repeats a refusal', async () => {
    const { sent, steps } = await run([answered(SIGN_IN, { status: 401, body: WRONG_KEYS })]);
    expect(sent).toHaveLength(1);
    expect(steps).toContain('data skipped');
  });

  it.each(['ECONNRESET', 'CONNECT_TIMEOUT'])(
    'repeats once after %s and judges by the second try',
    async (code) => {
      const { diagnosis } = await run([
        failed(SIGN_IN, { phase: 'first-byte', code }),
        answered(SIGN_IN, { status: 401, body: WRONG_KEYS }),
      ]);
      expect(diagnosis.exchanges.map(({ attempt }) => attempt)).toEqual([1, 2]);
      expect(diagnosis.verdict.kind).toBe('credentials-rejected');
    },
  );

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'ANSWER_TIMEOUT', 'CERT_HAS_EXPIRED', 'PROXY_SIGN_IN'])(
    'does not repeat after %s',
    async (code) => {
      const { sent } = await run([failed(SIGN_IN, { phase: 'connect', code })]);
      expect(sent).toHaveLength(1);
    },
  );

  it('does not repeat once an answer had begun', async () => {
    const cut = { ...failed(SIGN_IN, { phase: 'body', code: 'ECONNRESET' }), status: 200 };
    expect((await run([cut])).sent).toHaveLength(1);
  });

  it('ends when the person stops it and keeps what was found', async () => {
    const stop = new AbortController();
    const running = run([signedIn(), untilAborted], { signal: stop.signal });
    setTimeout(() => stop.abort(), 10);
    const { diagnosis } = await running;
    expect(diagnosis.verdict.kind).toBe('cancelled');
    expect(diagnosis.exchanges).toHaveLength(2);
    expect(diagnosis.tokens).toHaveLength(1);
  });

  it('ends at its deadline', async () => {
    const { diagnosis } = await run([signedIn(), untilAborted], { deadlineMs: 20 });
    expect(diagnosis.verdict.rule).toBe('network.deadline');
  });
});
