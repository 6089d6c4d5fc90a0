import { describe, expect, it } from 'vitest';

import type { Exchange, Progress } from '../../../../src-main/contract/diagnosis.ts';
import { runDiagnosis } from '../../../../src-main/diagnosis/run/run-diagnosis.ts';
import type { Found, RunOptions } from '../../../../src-main/diagnosis/run/run-diagnosis.ts';
import { DeadlineError } from '../../../../src-main/network/client/http-client.ts';
import type { HttpClient, HttpOutcome } from '../../../../src-main/network/client/http-client.ts';
import { GLOBAL_HOST, XRAY_HOSTS } from '../../../../src-main/xray/hosts.ts';
import { answered, failed, REGION_TEXT, signedIn, WRONG_KEYS } from '../../../support/samples/builders.ts';

const CONNECTION = {
  clientId: 'FAKE-ID',
  clientSecret: 'fake-secret',
  jiraSite: 'acme.atlassian.net',
  confluenceSite: 'acme.atlassian.net',
};
const SIGN_IN = { call: 'authenticate' } as const;
const DATA = { call: 'data-call' } as const;

const NO_ASIDE = { siteFacts: [], statusReports: [] };
/** The global host and nothing else. */
const ALONE = {
  secondOpinion: null,
  hosts: [GLOBAL_HOST],
  furtherHosts: async () => [],
  collectSideFindings: async () => NO_ASIDE,
  now: () => new Date('2026-01-02T03:04:05Z'),
  onProgress: () => undefined,
  onFound: () => undefined,
  signal: new AbortController().signal,
  deadlineMs: 5000,
} satisfies Partial<RunOptions>;

function outcomeOf(exchange: Exchange): HttpOutcome {
  const { host: _host, call: _call, attempt: _attempt, stack: _stack, request: _request, ...rest } = exchange;
  return { ...rest, sentHeaders: [] };
}

/** Runs against answers given one after another; a function is asked for its answer. */
async function run(
  answers: readonly (Exchange | ((signal: AbortSignal) => Promise<Exchange>))[],
  options: Partial<RunOptions> = {},
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
    ...ALONE,
    onProgress: (each) => progress.push(each),
    ...options,
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
      ['reach', 'sign-in', 'data', 'compare', 'read'].flatMap((step) => [`${step} running`, `${step} done`]),
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

  it.each([
    ['of the deciding host', {}],
    ['for further hosts', { furtherHosts: () => new Promise<never>(() => undefined) }],
    ['for the facts beside', { lookAround: () => new Promise<never>(() => undefined) }],
  ])('ends in time although nothing ever ends the call %s', async (name, over) => {
    const forEver = (): Promise<never> => new Promise(() => undefined);
    const data =
      name === 'of the deciding host' ? forEver : answered(DATA, { status: 401, body: REGION_TEXT });
    const stopped = await run([signedIn(), data], { deadlineMs: 20, ...over });
    expect(stopped.diagnosis.verdict.kind).toBe(name === 'of the deciding host' ? 'network' : 'residency');
    const stop = new AbortController();
    const running = run([signedIn(), data], { signal: stop.signal, ...over });
    setTimeout(() => stop.abort(), 10);
    expect((await running).diagnosis.exchanges).toHaveLength(2);
  });

  it('ends at its deadline', async () => {
    const { diagnosis } = await run([signedIn(), untilAborted], { deadlineMs: 20 });
    expect(diagnosis.verdict.rule).toBe('network.deadline');
  });
});

describe('the comparison', () => {
  /** Answers by host and call; what is not told waits until the run is stopped. */
  const clientOf = (answers: Readonly<Record<string, Exchange>>) => {
    const seen: { host: string; authorization: string | undefined; body: string | null }[] = [];
    const client: HttpClient = {
      send: async (request, signal) => {
        const { hostname, pathname } = new URL(request.url);
        const host = XRAY_HOSTS.find(({ baseUrl }) => baseUrl === `https://${hostname}`)?.id ?? hostname;
        const authorization = request.headers.find(({ name }) => name === 'authorization')?.value;
        seen.push({ host, authorization, body: request.body });
        const call = pathname.endsWith('authenticate') ? 'authenticate' : 'data-call';
        return outcomeOf(answers[`${host} ${call}`] ?? (await untilAborted(signal)));
      },
      close: async () => undefined,
    };
    return { client, seen };
  };
  const tokenFor = (host: string): Exchange =>
    answered({ call: 'authenticate', host }, { status: 200, body: `"token-of-${host}-${'x'.repeat(30)}"` });
  const regionText = (host: string): Exchange =>
    answered({ ...DATA, host }, { status: 401, body: REGION_TEXT });
  const everywhere = Object.fromEntries(
    XRAY_HOSTS.flatMap(({ id }) => [
      [`${id} authenticate`, tokenFor(id)],
      [`${id} data-call`, regionText(id)],
    ]),
  );

  it('asks every host with its own token', async () => {
    const { client, seen } = clientOf(everywhere);
    const { diagnosis, tokens } = await runDiagnosis({
      ...ALONE,
      connection: CONNECTION,
      client,
      hosts: XRAY_HOSTS,
    });
    expect(diagnosis.hosts.map(({ id, tookKeys, behaviour }) => [id, tookKeys, behaviour])).toEqual(
      XRAY_HOSTS.map(({ id }) => [id, true, 'another-region']),
    );
    expect(tokens.map(({ host }) => host)).toEqual(['global', 'us', 'eu', 'au']);
    for (const { host, authorization } of seen.filter((call) => call.authorization !== undefined)) {
      expect(authorization).toContain(`token-of-${host}-`);
    }
    expect(diagnosis.verdict.regions).toContain('Every server says the same');
  });

  it('tells the verdict as soon as the global host has answered, and fills the comparison in', async () => {
    const { ['eu data-call']: _slow, ...rest } = everywhere;
    const stop = new AbortController();
    const found: Found[] = [];
    const { client } = clientOf(rest);
    const { diagnosis } = await runDiagnosis({
      ...ALONE,
      connection: CONNECTION,
      client,
      hosts: XRAY_HOSTS,
      signal: stop.signal,
      onFound: (each) => {
        found.push(each);
        if (each.diagnosis.hosts.filter(({ behaviour }) => behaviour === null).length === 1) stop.abort();
      },
    });
    const first = found.find(({ isSettled }) => isSettled);
    expect(first?.diagnosis.verdict).toMatchObject({ rule: 'residency.region-text', regions: null });
    expect(first?.diagnosis.hosts.some(({ behaviour }) => behaviour === null)).toBe(true);
    // Stopping the comparison takes nothing away from a verdict that stands.
    expect(diagnosis.verdict.rule).toBe('residency.region-text');
    expect(diagnosis.verdict.regions).toContain("wasn't finished");
    expect(diagnosis.hosts.find(({ id }) => id === 'eu')?.behaviour).toBe('stopped');
  });

  it('waits for the regional hosts where they can change the verdict', async () => {
    const { client } = clientOf({
      'global authenticate': answered(SIGN_IN, { status: 401, body: WRONG_KEYS }),
      'eu authenticate': tokenFor('eu'),
      'eu data-call': regionText('eu'),
    });
    const found: Found[] = [];
    const { diagnosis } = await runDiagnosis({
      ...ALONE,
      connection: CONNECTION,
      client,
      hosts: XRAY_HOSTS.filter(({ id }) => id === 'global' || id === 'eu'),
      onFound: (each) => found.push(each),
    });
    const settled = found.filter(({ isSettled }) => isSettled).map((each) => each.diagnosis.verdict.rule);
    expect([...new Set(settled)]).toEqual(['residency-suspected.keys-known-elsewhere']);
    expect(diagnosis.verdict.rule).toBe('residency-suspected.keys-known-elsewhere');
  });

  it('asks the hosts that Xray names beyond the documented ones, each once', async () => {
    const named = { id: 'te', name: 'TE', baseUrl: 'https://te.example.getxray.app' };
    const { client, seen } = clientOf({
      ...everywhere,
      'te.example.getxray.app authenticate': tokenFor('te'),
      'te.example.getxray.app data-call': answered({ ...DATA, host: 'te' }, { status: 200 }),
    });
    const { diagnosis } = await runDiagnosis({
      ...ALONE,
      connection: CONNECTION,
      client,
      hosts: XRAY_HOSTS,
      furtherHosts: async () => [named, { ...GLOBAL_HOST, id: 'again' }],
    });
    expect(diagnosis.hosts.map(({ id }) => id)).toEqual(['global', 'us', 'eu', 'au', 'te']);
    expect(seen.filter(({ host }) => host === 'te.example.getxray.app')).toHaveLength(2);
    expect(diagnosis.verdict.regions).toContain('the server for TE answers without a region error');
  });

  it('asks for a second opinion once, at the global host, and redacts its token like any other', async () => {
    const { client } = clientOf({
      ...everywhere,
      'global authenticate': failed(SIGN_IN, { phase: 'tls', code: 'CERT_REJECTED', tlsReason: 'untrusted' }),
      'us authenticate': failed(SIGN_IN, { phase: 'tls', code: 'CERT_REJECTED', tlsReason: 'untrusted' }),
    });
    const other = clientOf(everywhere);
    const { diagnosis, tokens } = await runDiagnosis({
      ...ALONE,
      connection: CONNECTION,
      client,
      secondOpinion: other.client,
      hosts: XRAY_HOSTS,
    });
    expect(other.seen).toHaveLength(1);
    expect(diagnosis.verdict.kind).toBe('tls-untrusted');
    expect(diagnosis.verdict.secondOpinion).toContain("Your browser's network connection reaches Xray");
    expect(tokens.map(({ host }) => host)).toContain('global');
    expect(diagnosis.exchanges.filter(({ stack }) => stack === 'chromium')).toHaveLength(1);
  });

  it('is not held up by the facts beside it', async () => {
    const { client } = clientOf(everywhere);
    const { diagnosis } = await runDiagnosis({
      ...ALONE,
      connection: CONNECTION,
      client,
      hosts: XRAY_HOSTS,
      collectSideFindings: async (signal) => {
        await untilAborted(signal);
        return NO_ASIDE;
      },
    });
    expect(diagnosis.verdict.kind).toBe('residency');
  });
});
