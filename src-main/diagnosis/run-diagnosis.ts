import type { Connection } from '../contract/connection.ts';
import type { CallName, Diagnosis, Exchange, HostId, Progress, TokenFacts } from '../contract/diagnosis.ts';
import { DeadlineError } from '../network/http-client.ts';
import type { HttpClient, HttpRequest } from '../network/http-client.ts';
import { authenticateRequest, readAuthenticate } from '../xray/authenticate.ts';
import { dataCallRequest } from '../xray/data-call.ts';
import type { XrayHost } from '../xray/hosts.ts';
import { tokenFacts } from '../xray/token.ts';
import { classify, RULES_VERSION } from './classify.ts';
import { createSteps } from './steps.ts';
import type { Steps } from './steps.ts';

/** The time that a whole run may take. */
export const RUN_DEADLINE_MS = 90_000;

export interface RunOptions {
  readonly connection: Connection;
  readonly client: HttpClient;
  /** Asked side by side; the first one decides and its steps are told as progress. */
  readonly hosts: readonly XrayHost[];
  readonly now: () => Date;
  readonly onProgress: (progress: Progress) => void;
  /** Aborted when the person stops the run. */
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
}

/** A token as it was issued. It must be redacted from everything, so it is given beside the diagnosis. */
export interface IssuedToken {
  readonly host: HostId;
  readonly value: string;
}

/** The raw diagnosis, which still holds secrets, and the tokens that were issued. */
export interface Run {
  readonly diagnosis: Diagnosis;
  readonly tokens: readonly IssuedToken[];
}

/** What one host gave; filled call by call, so that a stopped run keeps what it found. */
interface HostRun {
  readonly host: XrayHost;
  readonly exchanges: Exchange[];
  token: string | null;
}

/**
 * Makes one diagnosis: authenticate and the data call on each host, a token each. Never rejects for what the network or
 * a server does. A cancel or the deadline ends it at once and keeps what was found.
 */
export async function runDiagnosis(options: RunOptions): Promise<Run> {
  const { connection, hosts, now, signal } = options;
  const startedAt = now();
  const stop = new AbortController();
  const onCancel = (): void => stop.abort(signal.reason);
  const timer = setTimeout(() => stop.abort(new DeadlineError('The run took too long.')), options.deadlineMs);
  signal.addEventListener('abort', onCancel, { once: true });
  if (signal.aborted) onCancel();

  const runs = hosts.map((host): HostRun => ({ host, exchanges: [], token: null }));
  const steps = createSteps(options.onProgress);
  try {
    await Promise.all(
      runs.map((run, index) => askHost(run, options, index === 0 ? steps : null, stop.signal)),
    );
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onCancel);
  }

  steps.begin('read');
  const exchanges = runs.flatMap((run) => run.exchanges);
  const verdict = classify({ exchanges, cancelled: signal.aborted, now: now() });
  const tokens = runs.flatMap(({ host, token }) => (token === null ? [] : [{ host: host.id, value: token }]));
  steps.end('read', verdict.kind === 'cancelled' ? 'skipped' : 'done');
  return {
    diagnosis: {
      schemaVersion: 1,
      rulesVersion: RULES_VERSION,
      startedAt: startedAt.toISOString(),
      finishedAt: now().toISOString(),
      sites: { jira: connection.jiraSite, confluence: connection.confluenceSite },
      clientId: connection.clientId,
      verdict,
      exchanges,
      tokens: tokens.map(({ host, value }): TokenFacts => tokenFacts(host, value)),
    },
    tokens,
  };
}

async function askHost(
  run: HostRun,
  options: RunOptions,
  steps: Steps | null,
  signal: AbortSignal,
): Promise<void> {
  const { clientId, clientSecret } = options.connection;
  steps?.begin('reach');
  const signIn = await call(run, 'authenticate', authenticateRequest(run.host, clientId, clientSecret), {
    client: options.client,
    signal,
    onConnected: () => {
      steps?.end('reach', 'done');
      steps?.begin('sign-in');
    },
  });
  const reading = signIn.outcome === 'answered' ? readAuthenticate(signIn) : null;
  run.token = reading?.kind === 'token' ? reading.token : null;
  if (run.token === null) {
    steps?.fail();
    return;
  }
  steps?.end('sign-in', 'done');
  steps?.begin('data');
  const data = await call(run, 'data-call', dataCallRequest(run.host, run.token), {
    client: options.client,
    signal,
    onConnected: () => undefined,
  });
  if (data.outcome === 'answered') steps?.end('data', 'done');
  else steps?.fail();
}

interface Line {
  readonly client: HttpClient;
  readonly signal: AbortSignal;
  readonly onConnected: () => void;
}

/** One call, and its one repetition if no answer came. */
async function call(run: HostRun, name: CallName, request: HttpRequest, line: Line): Promise<Exchange> {
  const first = await attempt(run, name, request, 1, line);
  return isWorthRepeating(first) && !line.signal.aborted ? attempt(run, name, request, 2, line) : first;
}

async function attempt(
  run: HostRun,
  name: CallName,
  request: HttpRequest,
  number: 1 | 2,
  { client, signal, onConnected }: Line,
): Promise<Exchange> {
  const { sentHeaders, ...outcome } = await client.send(request, signal, onConnected);
  const exchange: Exchange = {
    host: run.host.id,
    call: name,
    attempt: number,
    ...outcome,
    request: {
      ...request,
      // Without a connection nothing was sent; then the headers are those that would have been.
      headers: [...(sentHeaders.length === 0 ? request.headers : sentHeaders)],
    },
  };
  run.exchanges.push(exchange);
  return exchange;
}

/** Failures before any byte of an answer that may pass by themselves. A slow answer is no such thing: it may still work. */
const PASSING_CODES = new Set([
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'CONNECT_TIMEOUT',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);

function isWorthRepeating(exchange: Exchange): boolean {
  return (
    exchange.outcome === 'failed' && exchange.status === null && PASSING_CODES.has(exchange.failure.code)
  );
}
